import { describe, expect, it } from 'vitest'
import type { Finding, ScanResult, Unread } from '../../src/model/index.js'
import { notChecked } from '../../src/model/index.js'
import { type RenderOptions, render } from '../../src/report/index.js'
import {
  ACCOUNT,
  HIDDEN,
  idFinding,
  KEY_ID,
  pairFinding,
  renderOptions,
  scanResult,
} from '../support/findings.js'

const staged = (findings: readonly Finding[], changes: Partial<ScanResult> = {}) =>
  scanResult(findings, { mode: 'staged', ...changes })

const text = (result: ScanResult, options: Partial<RenderOptions> = {}) =>
  [...render(result, 'text', renderOptions(options))].join('')

const unread: Unread = { class: 'unread', path: 'secret/a.key', reason: 'permission', detail: 'EACCES' }

describe('the hook', () => {
  it.each(['quiet', 'normal'] as const)('prints nothing at all for a clean commit (%s)', (detail) => {
    const result = staged([], { skipped: [{ class: 'skipped', path: 'a.png', reason: 'binary' }] })
    expect([...render(result, 'text', renderOptions({ detail }))]).toEqual([])
  })

  it('refuses a commit that adds a secret', () => {
    expect(text(staged([pairFinding()]), { width: 90 })).toBe(
      `keysieve stopped this commit: it would add 1 secret.

HIGH      AWS access key                                                    aws-access-key
  .env:3:23   AWS_SECRET_ACCESS_KEY=${HIDDEN}
  account ${ACCOUNT}, key ${KEY_ID}

Fix      git rm --cached .env && echo .env >> .gitignore
         If it was ever pushed, deactivate the key first:  keysieve explain aws-access-key
Not a secret?  Add  # keysieve:allow-next-line aws-access-key -- why
               on the line above it.
Really commit it anyway:  git commit --no-verify
`,
    )
  })

  it('refuses a commit that adds several, with one piece of advice for all', () => {
    const findings = [pairFinding({ path: 'src/app.py' }), idFinding(), idFinding({ path: 'data.json' })]
    expect(text(staged(findings, { unread: [unread] }), { width: 90 })).toBe(
      `keysieve stopped this commit: it would add 3 secrets.

HIGH      AWS access key                                                    aws-access-key
  src/app.py:3:23   AWS_SECRET_ACCESS_KEY=${HIDDEN}
  account ${ACCOUNT}, key ${KEY_ID}

MEDIUM    AWS access key ID without its secret                           aws-access-key-id
  docs/setup.md:40:9   Set it: ${KEY_ID} and go.
  account ${ACCOUNT}

MEDIUM    AWS access key ID without its secret                           aws-access-key-id
  data.json:40:9   Set it: ${KEY_ID} and go.
  account ${ACCOUNT}

1 file could not be read (permission): secret/a.key.

Fix      Move the value into the environment or a secret store, then
         git add src/app.py docs/setup.md data.json
         If it was ever pushed, deactivate the key first:  keysieve explain aws-access-key
Not a secret?  Add  # keysieve:allow aws-access-key -- why  on that line.
               Add  <!-- keysieve:allow aws-access-key-id -- why -->  on that line.
               Files like .json have no comments to say so in; go past the hook instead.
Really commit it anyway:  git commit --no-verify
`,
    )
  })

  it('refuses a commit that it could not read', () => {
    expect(text(staged([], { unread: [unread] }))).toBe(
      `keysieve stopped this commit: 1 file could not be read, so nobody knows what the
commit adds.

  secret/a.key   permission (EACCES)

Put that right, then commit again.
Commit it unchecked this once:  git commit --no-verify
`,
    )
  })

  it('shows the line below its place where there is no room beside it', () => {
    const path = `a-very-long-folder-name/${'x'.repeat(40)}.py`
    expect(text(staged([pairFinding({ path })]))).toContain(
      `  ${path}:3:23
      2 │ AWS_ACCESS_KEY_ID=${KEY_ID}
      3 │ AWS_SECRET_ACCESS_KEY=${HIDDEN}
        │                       ~~~~~~~~~~~~~~~~~~~~~~
  account ${ACCOUNT}\n`,
    )
  })

  it('prints findings and nothing else with --quiet', () => {
    expect(text(staged([idFinding()]), { detail: 'quiet' })).toBe(
      `MEDIUM    AWS access key ID without its secret                 aws-access-key-id
  docs/setup.md:40:9   Set it: ${KEY_ID} and go.
  account ${ACCOUNT}
`,
    )
  })

  it('tells of a clean commit where --verbose asks it to', () => {
    const shown = text(staged([]), { detail: 'verbose' })
    expect(shown).toBe('No secrets in 31,022 files, 234 MB, 0.4 s.\n')
  })
})

describe('whether a commit was stopped', () => {
  const info = idFinding({ severity: 'info' })
  const unknown = { ...notChecked('throttled'), status: 'unknown' } as const

  it.each([
    ['medium, by default', idFinding(), {}, 'stopped'],
    ['info, by default', info, {}, 'let through'],
    ['info, --fail-on info', info, { failOn: 'info' }, 'stopped'],
    ['high, --fail-on critical', pairFinding(), { failOn: 'critical' }, 'let through'],
    ['high, --fail-on none', pairFinding(), { failOn: 'none' }, 'let through'],
    ['info, its verification came to nothing', { ...info, verification: unknown }, {}, 'stopped'],
  ] as const)('is said as it is: %s', (_situation, finding, options, expected) => {
    const shown = text(staged([finding]), options)
    const [first] = shown.split('\n')
    expect(first).toBe(
      expected === 'stopped'
        ? 'keysieve stopped this commit: it would add 1 secret.'
        : 'keysieve lets this commit through; what it adds is worth a look:',
    )
    expect(shown.includes('--no-verify')).toBe(expected === 'stopped')
    expect(shown.includes('  next  ')).toBe(expected === 'let through')
  })
})
