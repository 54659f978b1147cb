import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originOf, type ScanResult, SEVERITIES } from '../../src/model/index.js'
import { type Format, type RenderOptions, render } from '../../src/report/index.js'
import { ACCOUNT, idFinding, KEY_ID, pairFinding, renderOptions, scanResult } from '../support/findings.js'
import { gitlabErrors } from './gitlab-schema.js'
import { hostileText } from './hostile-names.js'

const parsed = (result: ScanResult, format: Format, changes: Partial<RenderOptions> = {}) =>
  JSON.parse([...render(result, format, renderOptions(changes))].join(''))
const unread = [{ class: 'unread', path: 'a.key', reason: 'permission', detail: 'EACCES' }] as const
const skipped = [{ class: 'skipped', path: 'x.bin', reason: 'binary' }] as const
const introduced = { commit: 'c0ffee00'.repeat(5), author: 'Ada', date: '2025-03-02T10:00:00+01:00' }
const scanned = {
  ...originOf('commit'),
  commit: 'f00dfeed'.repeat(5),
  author: 'Bob',
  date: '2025-04-02T10:00:00Z',
}

describe('a secret detection report', () => {
  const report = (result: ScanResult, changes: Partial<RenderOptions> = {}) =>
    parsed(result, 'gitlab', changes)

  it.each([
    ['clean', scanResult([])],
    ['full', scanResult([pairFinding(), idFinding()], { unread, skipped })],
    ['without rules', scanResult([pairFinding()], { rules: [] })],
    [
      'of commits',
      scanResult([
        pairFinding({ origin: scanned }),
        idFinding({ origin: { ...originOf('worktree'), introduced } }),
      ]),
    ],
  ])('is valid: %s', (_situation, result) => {
    expect(gitlabErrors(report(result))).toEqual([])
    expect(gitlabErrors(report(result, { now: null }))).toEqual([])
  })

  it('would be refused without a commit', () => {
    const one = report(scanResult([pairFinding()]))
    delete one.vulnerabilities[0].location.commit
    expect(gitlabErrors(one)).not.toEqual([])
  })

  it('says what and where, and quotes nothing of the file', () => {
    const { vulnerabilities, scan } = report(scanResult([pairFinding()]))
    expect(vulnerabilities[0]).toMatchObject({
      name: 'AWS access key',
      severity: 'High',
      solution: pairFinding().remedy,
      identifiers: [
        { type: 'keysieve_rule_id', value: 'aws-access-key' },
        { type: 'cwe', value: '798' },
      ],
      details: {
        fingerprint: { value: pairFinding().fingerprint },
        account: { value: ACCOUNT },
        key: { value: KEY_ID },
        places: { items: [{ file_name: '.env', line_start: 2 }] },
      },
      location: { file: '.env', start_line: 3, end_line: 3, commit: { sha: '0000000' } },
    })
    expect(vulnerabilities[0]).not.toHaveProperty('raw_source_code_extract')
    expect(scan).toMatchObject({
      status: 'success',
      start_time: '2026-11-24T11:59:59',
      end_time: '2026-11-24T12:00:00',
    })
  })

  it('names the commit that was scanned, else the one that blame names', () => {
    const blamed = idFinding({ origin: { ...originOf('worktree'), introduced } })
    const { vulnerabilities } = report(scanResult([pairFinding({ origin: scanned }), blamed]))
    expect(vulnerabilities.map((one: { location: { commit: unknown } }) => one.location.commit)).toEqual([
      { sha: scanned.commit, author: 'Bob', date: '2025-04-02T10:00:00Z' },
      { sha: introduced.commit, author: 'Ada', date: introduced.date },
    ])
  })

  it('tells what was not read, and is a failed scan then', () => {
    expect(report(scanResult([], { unread, skipped })).scan).toMatchObject({
      status: 'failure',
      messages: [
        { level: 'warn', value: 'Could not be read: a.key: permission (EACCES)' },
        { level: 'info', value: 'Left out on purpose: binary 1' },
      ],
    })
  })

  it('has ids that are each their own, and the same in the next run', () => {
    const places = [pairFinding(), pairFinding({ path: 'b' }), pairFinding({ origin: scanned })]
    const ids = report(scanResult(places)).vulnerabilities.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(3)
    expect(
      report(scanResult([...places].reverse())).vulnerabilities.map(({ id }: { id: string }) => id),
    ).toEqual([...ids].reverse())
  })

  it('is valid whatever stands in it', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (path, words) => {
        const finding = pairFinding({
          path,
          remedy: words.repeat(400),
          facts: { accountId: words, accessKeyId: path },
          why: [words],
        })
        const whole = report(scanResult([finding], { unread: [{ ...unread[0], path }] }))
        expect(gitlabErrors(whole)).toEqual([])
        expect(whole.vulnerabilities[0].location.file).toBe(path.replace(/\p{Cs}/gu, '\u{fffd}'))
      }),
    )
  })
})

describe('a code quality report', () => {
  const report = (result: ScanResult) => parsed(result, 'gitlab-codequality')

  it('is a list of issues', () => {
    expect(report(scanResult([pairFinding()]))).toEqual([
      {
        type: 'issue',
        check_name: 'keysieve/aws-access-key',
        description: `AWS access key ${KEY_ID} of account ${ACCOUNT}. ${pairFinding().remedy}`,
        categories: ['Security'],
        severity: 'critical',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        location: { path: '.env', lines: { begin: 3, end: 3 } },
      },
    ])
    expect(report(scanResult([]))).toEqual([])
  })

  it('has the severities of Code Climate', () => {
    const all = report(scanResult(SEVERITIES.map((severity) => pairFinding({ severity }))))
    expect(all.map(({ severity }: { severity: string }) => severity)).toEqual([
      'info',
      'minor',
      'major',
      'critical',
      'blocker',
    ])
  })

  it('has a fingerprint for each place, which edits above it do not move', () => {
    const moved = pairFinding({ region: { ...pairFinding().region, startLine: 9, endLine: 9 } })
    const prints = report(scanResult([pairFinding(), moved, pairFinding({ path: 'b' })])).map(
      ({ fingerprint }: { fingerprint: string }) => fingerprint,
    )
    expect(prints[0]).toBe(prints[1])
    expect(prints[0]).not.toBe(prints[2])
  })
})

describe('rdjson', () => {
  const report = (result: ScanResult) => parsed(result, 'rdjson')

  it('has a diagnostic a finding', () => {
    const { source, diagnostics } = report(scanResult([pairFinding()]))
    expect(source).toEqual({ name: 'keysieve' })
    expect(diagnostics).toEqual([
      {
        message: `AWS access key ${KEY_ID} of account ${ACCOUNT}. Why: id and secret stand together, the secret under its own name. See also: its ID at .env:2:19. ${pairFinding().remedy}`,
        location: { path: '.env', range: { start: { line: 3 }, end: { line: 3 } } },
        severity: 'ERROR',
        code: { value: 'aws-access-key', url: expect.stringMatching(/^https:/) },
      },
    ])
  })

  it('keeps names from outside from becoming mark-up of the comment it ends in', () => {
    const origin = {
      ...scanned,
      introduced: { ...introduced, author: '<img src=x> @admin [l](https://x.example)' },
    }
    const [{ message }] = report(scanResult([pairFinding({ origin })])).diagnostics
    expect(message).not.toMatch(/<img|@admin|\]\(/)
    expect(message).toContain('admin')
  })

  it('is empty where nothing was found', () => {
    expect(report(scanResult([])).diagnostics).toEqual([])
  })

  it('has no range in messages of commits and members of archives', () => {
    const message = pairFinding({ path: 'tag v1', origin: scanned })
    const { diagnostics } = report(scanResult([message, pairFinding({ container: ['x'] })]))
    expect(diagnostics.map(({ location }: { location: unknown }) => location)).toEqual([
      { path: 'tag v1' },
      { path: '.env!x' },
    ])
  })
})
