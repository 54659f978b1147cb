import { describe, expect, it } from 'vitest'
import { notChecked, originOf } from '../../src/model/index.js'
import { render } from '../../src/report/index.js'
import {
  ACCOUNT,
  HIDDEN,
  idFinding,
  KEY_ID,
  pairFinding,
  renderOptions,
  scanResult,
} from '../support/findings.js'

const text = (...[result, options]: [Parameters<typeof render>[0], Partial<Parameters<typeof render>[2]>?]) =>
  [...render(result, 'text', renderOptions(options))].join('')

const introduced = {
  commit: '4f2c9e1aa0b1c2d3e4f5061728394a5b6c7d8e9f',
  author: 'Ada Example',
  date: '2025-03-02T10:00:00+01:00',
}

const rootFinding = pairFinding({
  severity: 'critical',
  path: 'deploy/rootkey.csv',
  facts: { accessKeyId: KEY_ID, accountId: ACCOUNT, keyKind: 'root', canary: false },
  origin: { ...originOf('worktree'), introduced },
  related: [],
  why: ['id and secret stand side by side'],
})

describe('a scan', () => {
  it('tells what and where, why, what next, and sums up', () => {
    expect(text(scanResult([rootFinding, idFinding()]))).toBe(
      `CRITICAL  AWS access key, root user                               aws-access-key
  deploy/rootkey.csv:3:23
      2 │ AWS_ACCESS_KEY_ID=${KEY_ID}
      3 │ AWS_SECRET_ACCESS_KEY=${HIDDEN}
        │                       ~~~~~~~~~~~~~~~~~~~~~~
  account ${ACCOUNT} · id and secret stand side by side
  added 2025-03-02 by Ada Example in 4f2c9e1 (632 days ago; keys should live 90
  at most)
  next  Deactivate ${KEY_ID} of account ${ACCOUNT} now, then take
        it out of the code; removing it from the file alone leaves it usable.
        keysieve explain aws-access-key

MEDIUM    AWS access key ID without its secret                 aws-access-key-id
  docs/setup.md:40:9
     40 │ Set it: ${KEY_ID} and go.
        │         ~~~~~~~~~~~~~~~~~~~~
  account ${ACCOUNT} · an access key ID by its form; no secret stands near it
  next  An access key ID opens nothing without its secret, but
        ${KEY_ID} may have its secret nearby.
        keysieve explain aws-access-key-id

2 findings (1 critical, 1 medium) in 31,022 files, 234 MB, 0.4 s
`,
    )
  })

  it('uses a wide terminal for commands, not for endless lines', () => {
    const lines = text(scanResult([rootFinding]), { width: 200 }).split('\n')
    expect(lines).toContain(
      '        keysieve explain aws-access-key   what happened, how to clean up, what to use instead',
    )
    expect(lines[0]).toHaveLength(100)
  })

  it.each([40, 50, 60, 80, 100, 150])('keeps to %d columns', (width) => {
    const lines = text(scanResult([rootFinding, idFinding()]), { width }).split('\n')
    // A command stays in one piece, so that it can be copied.
    const long = lines.filter((line) => line.length > width)
    expect(long.filter((line) => !line.startsWith('        keysieve explain '))).toEqual([])
  })

  it('says the same with colours as without', () => {
    const coloured = text(scanResult([rootFinding]), { colors: 'on' })
    expect(coloured).toContain('\u001b[1m\u001b[31mCRITICAL\u001b[39m\u001b[22m')
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(text(scanResult([rootFinding])))
  })

  it('gives the same advice and the same pointer once', () => {
    const shown = text(scanResult([pairFinding(), pairFinding({ path: 'b.env' })]))
    expect(shown.match(/next {2}/g)).toHaveLength(1)
    expect(shown.match(/keysieve explain/g)).toHaveLength(1)
  })

  it('is complete with very many findings, and made one at a time', () => {
    const many = Array.from({ length: 3000 }, (_, line) => idFinding({ path: `f${line}.md` }))
    const chunks = [...render(scanResult(many), 'text', renderOptions())]
    expect(chunks).toHaveLength(3001)
    expect(chunks.join('').match(/^ {2}f\d+\.md:40:9$/gm)).toHaveLength(3000)
  })
})

const lineOf = (finding: ReturnType<typeof pairFinding>, beginning: string, options = {}) =>
  text(scanResult([finding]), { width: 100, ...options })
    .split('\n')
    .find((line) => line.trimStart().startsWith(beginning))

describe('the age of a line', () => {
  const at = (date: string) =>
    pairFinding({ origin: { ...originOf('worktree'), introduced: { ...introduced, date } } })

  it.each([
    ['today', at('2026-11-24T08:00:00Z'), '  added 2026-11-24 by Ada Example in 4f2c9e1 (today)'],
    ['yesterday', at('2026-11-23T08:00:00Z'), '  added 2026-11-23 by Ada Example in 4f2c9e1 (1 day ago)'],
    ['90 days', at('2026-08-26T12:00:00Z'), '  added 2026-08-26 by Ada Example in 4f2c9e1 (90 days ago)'],
    ['by a clock that was wrong', at('2031-01-01T00:00:00Z'), '  added 2031-01-01 by Ada Example in 4f2c9e1'],
    ['by a date that is none', at('nonsense'), '  added nonsense by Ada Example in 4f2c9e1'],
  ])('is told: %s', (_situation, finding, expected) => {
    expect(lineOf(finding, 'added')).toBe(expected)
  })

  it('is left out where no clock was given', () => {
    const expected = '  added 2025-03-02 by Ada Example in 4f2c9e1'
    expect(lineOf(rootFinding, 'added', { now: null })).toBe(expected)
  })
})

describe('the line of reasons', () => {
  it.each([
    ['a temporary key', { keyKind: 'temporary', canary: false }, '  temporary · because'],
    ['a canary', { accountId: ACCOUNT, canary: true }, `  account ${ACCOUNT} · canary key · because`],
    ['nothing known', {}, '  because'],
  ])('says of %s', (_situation, facts, expected) => {
    const lines = text(scanResult([pairFinding({ facts, why: ['because'] })])).split('\n')
    expect(lines.find((line) => line.endsWith('because'))).toBe(expected)
  })
})

describe('other places', () => {
  const place = (startLine: number, path = '.env') =>
    ({ role: 'secret', path, startLine, startColumn: 5, endLine: startLine, endColumn: 45 }) as const

  it.each([
    ['one that the excerpt shows', [place(2)], undefined],
    ['one elsewhere', [place(2), place(90)], '  also at .env:90:5 (secret)'],
    [
      'many',
      [10, 20, 30, 40, 50].map((line) => place(line)),
      '  also at .env:10:5 (secret), .env:20:5 (secret), .env:30:5 (secret) and 2 more',
    ],
  ])('are listed: %s', (_situation, related, expected) => {
    expect(lineOf(pairFinding({ related }), 'also at')).toBe(expected)
  })

  it('are all listed with --verbose', () => {
    const related = [10, 20, 30, 40, 50].map((line) => place(line))
    const shown = text(scanResult([pairFinding({ related })]), { detail: 'verbose' })
    expect(shown.match(/\.env:\d0:5 \(secret\)/g)).toHaveLength(5)
  })

  it('name the other half in another file', () => {
    const half = idFinding()
    const finding = pairFinding({ partners: [half.fingerprint] })
    expect(text(scanResult([half, finding]))).toContain('  other half at docs/setup.md:40:9\n')
  })

  it('name the member of an archive', () => {
    const finding = pairFinding({ path: 'a.zip', container: ['b/c.env'] })
    expect(text(scanResult([finding]))).toContain('\n  a.zip > b/c.env:3:23\n')
  })
})

describe('an inline verification', () => {
  const verdict = { ...notChecked('not-asked'), reason: null }

  it.each([
    [
      'active',
      { ...verdict, status: 'active', arn: 'arn:aws:iam::123456789012:user/ci' },
      'active       arn:aws:iam::123456789012:user/ci',
    ],
    [
      'denied',
      { ...verdict, status: 'denied-but-valid', detail: 'STS answered AccessDenied.' },
      'active       STS answered AccessDenied.',
    ],
    [
      'dead',
      { ...verdict, status: 'inactive-or-deleted' },
      'not active   AWS does not know it (deleted, or set inactive)',
    ],
    ['canary', notChecked('canary'), 'not checked  a canary key; asking would alert its owner'],
    [
      'timeout',
      { ...verdict, status: 'unreachable', reason: 'timeout' },
      'unreachable  AWS could not be reached; ask again later',
    ],
    [
      'throttled',
      { ...verdict, status: 'unknown', reason: 'throttled' },
      'unknown      AWS gave no clear answer (throttled); ask again later',
    ],
  ] as const)('is told: %s', (_situation, verification, expected) => {
    expect(text(scanResult([pairFinding({ verification })]))).toContain(`\n  ${expected}\n`)
  })

  it('is not mentioned where nobody asked', () => {
    expect(text(scanResult([pairFinding()]))).not.toMatch(/not checked|unknown/)
  })
})
