import { describe, expect, it } from 'vitest'
import { type Finding, notChecked, originOf, type ScanResult } from '../../src/model/index.js'
import { mergeReports } from '../../src/pipeline/index.js'
import { type Format, render } from '../../src/report/index.js'
import { idFinding, pairFinding, renderOptions, scanResult } from '../support/findings.js'

const written = (result: ScanResult, format: Format = 'json'): string =>
  [...render(result, format, renderOptions())].join('')

const mergedTexts = (...texts: readonly string[]) =>
  mergeReports(
    texts.map((text, index) => ({ path: `${index}.json`, text })),
    '/w',
  )
const merged = (...results: readonly ScanResult[]): ScanResult => {
  const outcome = mergedTexts(...results.map((result) => written(result)))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value.result
}
const problem = (text: string): unknown => {
  const outcome = mergedTexts(text)
  return outcome.ok ? 'none' : 'detail' in outcome.error && outcome.error.detail
}

const introduced = { commit: 'c0ffee', author: 'Ada', date: '2025-03-02T10:00:00+01:00' }
const inCommit = (commit: string): Partial<Finding> => ({
  origin: { ...originOf('commit'), commit, author: 'Bob', date: '2025-04-02T10:00:00Z' },
})
const unread = (path: string) => ({ class: 'unread', path, reason: 'permission', detail: 'EACCES' }) as const
const skipped = (path: string) => ({ class: 'skipped', path, reason: 'binary' }) as const

describe('one report', () => {
  const full = scanResult(
    [
      pairFinding({
        origin: { ...originOf('worktree'), introduced },
        container: ['a.zip', 'b'],
        partners: ['v1:aa'],
        verification: {
          ...notChecked('not-asked'),
          status: 'active',
          reason: null,
          arn: 'arn:aws:iam::1:user/x',
          root: true,
        },
      }),
      idFinding(inCommit('f00')),
    ],
    {
      suppressed: [idFinding({ path: 'x', suppressed: { kind: 'inline', line: 3, reason: 'old' } })],
      unread: [unread('a')],
      skipped: [skipped('b')],
    },
  )

  it('comes back as it was', () => {
    expect(JSON.parse(written(merged(full)))).toEqual(JSON.parse(written(full)))
  })

  it('of findings alone comes back as these', () => {
    const outcome = mergedTexts(written(full, 'jsonl'))
    expect(outcome.ok && written(outcome.value.result, 'jsonl')).toBe(written(full, 'jsonl'))
  })

  it('that is empty holds nothing', () => {
    const outcome = mergedTexts('')
    expect(outcome.ok && written(outcome.value.result, 'text')).toBe('No findings in this report.\n')
  })
})

describe('reports of parts', () => {
  const places = (result: ScanResult) => result.findings.map(({ path, origin }) => `${path} ${origin.commit}`)

  it('hold a finding once for each place', () => {
    const result = merged(
      scanResult([pairFinding(), pairFinding({ path: 'b' })]),
      scanResult([pairFinding(), pairFinding(inCommit('f00')), pairFinding({ container: ['m'] })]),
    )
    expect(places(result)).toEqual(['.env null', '.env null', '.env f00', 'b null'])
    expect(result.counts.findings.high).toBe(4)
  })

  it('keep of two entries the one that knows more, whichever comes first', () => {
    const verified = pairFinding({
      verification: { ...notChecked('not-asked'), status: 'expired', reason: null },
    })
    const blamed = pairFinding({ origin: { ...originOf('worktree'), introduced } })
    for (const [one, other] of [
      [verified, blamed],
      [blamed, verified],
    ] as const) {
      expect(merged(scanResult([one]), scanResult([other])).findings[0]?.verification.status).toBe('expired')
    }
    expect(merged(scanResult([pairFinding()]), scanResult([blamed])).findings[0]?.origin.introduced).toEqual(
      introduced,
    )
  })

  it('add up what was looked at, and unite what was not', () => {
    const result = merged(
      scanResult([], { unread: [unread('z'), unread('a')], skipped: [skipped('s')] }),
      scanResult([], { unread: [unread('a')], skipped: [skipped('s')] }),
    )
    expect(result.unread.map(({ path }) => path)).toEqual(['a', 'z'])
    expect(result.counts).toMatchObject({ files: 62_044, bytes: 468_000_000, unread: 2, skipped: 1 })
    expect(result.timings).toEqual({ list: 24.6, scan: 760, total: 825 })
  })

  it('report what one of them reports and another allowed', () => {
    const allowed = pairFinding({ suppressed: { kind: 'inline', line: 1, reason: null } })
    const result = merged(scanResult([], { suppressed: [allowed] }), scanResult([pairFinding()]))
    expect([result.findings.length, result.suppressed.length]).toEqual([1, 0])
  })
})

describe('a report that is none', () => {
  const record = JSON.parse(written(scanResult([pairFinding()]), 'jsonl'))
  const changed = (changes: object): string =>
    JSON.stringify({ schema: 'keysieve/v1', findings: [{ ...record, ...changes }] })
  const finding = 'finding 1 is no finding of a json or jsonl report: it '

  it.each([
    ['no JSON', 'hello', 'line 1 is no finding of a json or jsonl report: it is no object'],
    ['a list', '[1]', 'line 1 is no finding of a json or jsonl report: it is no object'],
    ['a number', '7', 'line 1 is no finding of a json or jsonl report: it is no object'],
    [
      'half a report',
      written(scanResult([pairFinding()])).slice(0, -20),
      'line 1 is no finding of a json or jsonl report: it is no object',
    ],
    ['another schema', '{"schema":"other/v1","findings":[]}', 'its "schema" is another one than keysieve/v1'],
    ['deep nesting', '['.repeat(1_000_000), 'it is nested deeper than 32 levels'],
    [
      'deep facts',
      changed({ facts: JSON.parse(`${'[{"a":'.repeat(20)}1${'}]'.repeat(20)}`) }),
      'it is nested deeper than 32 levels',
    ],
    ['a finding that is a text', '{"findings":["x"]}', `${finding}is no object`],
    [
      'a finding of another schema',
      changed({ schema: 'x' }),
      `${finding}has another "schema" than keysieve/v1`,
    ],
    ['a severity of its own', changed({ severity: 'awful' }), `${finding}has no proper "severity"`],
    ['a rule with a line break', changed({ ruleId: 'a\nb' }), `${finding}has no proper "ruleId"`],
    ['a path that is a number', changed({ path: 7 }), `${finding}has no proper "path"`],
    ['a line below zero', changed({ startLine: -1 }), `${finding}has no proper "startLine"`],
    ['half a line', changed({ endLine: 1.5 }), `${finding}has no proper "endLine"`],
    ['no origin', changed({ origin: null }), `${finding}has no proper "origin"`],
    [
      'an author that is a list',
      changed({ origin: { kind: 'commit', author: [] } }),
      `${finding}has no proper "origin"`,
    ],
    ['facts that are a list', changed({ facts: [] }), `${finding}has no proper "facts"`],
    ['places that are no places', changed({ related: [{}] }), `${finding}has no proper "related"`],
    ['partners that are numbers', changed({ partners: [1] }), `${finding}has no proper "partners"`],
    [
      'a status of its own',
      changed({ verification: { status: 'constructor' } }),
      `${finding}has no proper "verification"`,
    ],
    [
      'a reason with blanks',
      changed({ verification: { status: 'unknown', reason: 'a b' } }),
      `${finding}has no proper "verification"`,
    ],
    ['members that are numbers', changed({ container: [1] }), `${finding}has no proper "container"`],
    ['an odd suppression', changed({ suppressed: 'yes' }), `${finding}has no proper "suppressed"`],
    ['unread that is a text', '{"findings":[],"unread":"x"}', 'its "unread" is no list of paths and reasons'],
    [
      'skipped without paths',
      '{"findings":[],"skipped":[{}]}',
      'its "skipped" is no list of paths and reasons',
    ],
  ])('is refused with its reason: %s', (_situation, text, expected) => {
    expect(problem(text)).toBe(expected)
  })

  it('leaves no trace on what objects are', () => {
    const text = changed({}).replace(
      '"facts":{',
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"facts":{"__proto__":"x","keyKind":"constructor",',
    )
    const outcome = mergedTexts(text)
    expect(outcome.ok).toBe(true)
    expect('polluted' in {}).toBe(false)
    for (const format of ['text', 'sarif', 'html'] as const)
      expect(outcome.ok && written(outcome.value.result, format)).not.toContain('native code')
  })

  it('may hold reasons and facts that are not known here', () => {
    const text = JSON.stringify({
      findings: [{ ...record, verification: { status: 'unknown', reason: 'constructor' } }],
      unread: [{ path: 'a', reason: 'constructor' }],
      skipped: [{ path: 'b', reason: 'new-reason' }],
    })
    const outcome = mergedTexts(text)
    expect(outcome.ok && written(outcome.value.result, 'html')).toContain('<code>a</code> constructor')
    expect(outcome.ok && written(outcome.value.result, 'markdown')).toContain(
      'Skipped on purpose: new-reason 1.',
    )
  })
})
