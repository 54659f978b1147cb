import { describe, expect, it } from 'vitest'
import { originOf } from '../../src/model/index.js'
import { type Format, render } from '../../src/report/index.js'
import {
  ACCOUNT,
  HIDDEN,
  idFinding,
  KEY_ID,
  pairFinding,
  renderOptions,
  scanResult,
} from '../support/findings.js'

const rendered = (result: Parameters<typeof render>[0], format: Format) =>
  [...render(result, format, renderOptions())].join('')

/** Keys in their order, as programs rely on them. */
const RECORD = {
  schema: 'keysieve/v1',
  ruleId: 'aws-access-key',
  severity: 'high',
  confidence: 'high',
  path: '.env',
  container: null,
  startLine: 3,
  startColumn: 23,
  endLine: 3,
  endColumn: 63,
  startByte: 322,
  endByte: 362,
  redacted: HIDDEN,
  fingerprint: 'v1:00112233445566778899aabbccddeeff',
  origin: { kind: 'worktree', commit: null, author: null, date: null, introduced: null },
  facts: { accessKeyId: KEY_ID, accountId: ACCOUNT, keyKind: 'long-term', canary: false },
  related: [{ role: 'id', path: '.env', startLine: 2, startColumn: 19, endLine: 2, endColumn: 39 }],
  partners: [],
  verification: {
    status: 'not-checked',
    reason: 'not-asked',
    account: null,
    arn: null,
    userId: null,
    root: false,
    detail: null,
  },
  suppressed: null,
  remedy: `Deactivate ${KEY_ID} of account ${ACCOUNT} now, then take it out of the code; removing it from the file alone leaves it usable.`,
}

describe('JSON Lines', () => {
  it('hold one finding a line, with these keys in this order', () => {
    const lines = rendered(scanResult([pairFinding(), idFinding()]), 'jsonl').split('\n')
    expect(lines[0]).toBe(JSON.stringify(RECORD))
    expect(lines).toHaveLength(3)
    expect(lines[2]).toBe('')
  })

  it('are empty for a clean result', () => {
    expect(rendered(scanResult([]), 'jsonl')).toBe('')
  })

  it('tell commits and archives', () => {
    const introduced = { commit: 'c0ffee', author: 'Ada', date: '2025-03-02T10:00:00+01:00' }
    const origin = {
      ...originOf('commit'),
      commit: 'f00',
      author: 'Bob',
      date: '2025-04-02T10:00:00Z',
      introduced,
    }
    const line = rendered(scanResult([pairFinding({ origin, container: ['a', 'b'] })]), 'jsonl')
    expect(JSON.parse(line)).toEqual({ ...RECORD, origin, container: ['a', 'b'] })
  })
})

describe('json', () => {
  const suppressed = idFinding({ suppressed: { kind: 'inline', line: 40, reason: 'old' } })
  const result = scanResult([pairFinding()], {
    unread: [
      { class: 'unread', path: 'a', reason: 'permission', detail: 'EACCES' },
      { class: 'unread', path: 'b', reason: 'vanished', detail: '' },
    ],
    skipped: [{ class: 'skipped', path: 'c', reason: 'binary' }],
    suppressed: [suppressed],
  })

  it('holds the whole result under these keys', () => {
    const report = JSON.parse(rendered(result, 'json'))
    expect(Object.keys(report)).toEqual([
      'schema',
      'findings',
      'unread',
      'skipped',
      'suppressed',
      'counts',
      'timings',
    ])
    expect(report.findings).toEqual([RECORD])
    expect(report.unread).toEqual([
      { path: 'a', reason: 'permission', detail: 'EACCES' },
      { path: 'b', reason: 'vanished' },
    ])
    expect(report.skipped).toEqual([{ path: 'c', reason: 'binary' }])
    expect(report.suppressed[0].suppressed).toEqual({ kind: 'inline', line: 40, reason: 'old' })
    expect(report.counts).toEqual(result.counts)
    expect(report.timings).toEqual(result.timings)
  })

  it.each([
    ['full', result],
    ['clean', scanResult([])],
  ])('is indented by two blanks throughout (%s)', (_situation, one) => {
    const text = rendered(one, 'json')
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
  })

  it('comes in a chunk a finding', () => {
    const many = scanResult(Array.from({ length: 500 }, () => idFinding()))
    const longest = Math.max(...[...render(many, 'json', renderOptions())].map(({ length }) => length))
    expect(longest).toBeLessThan(3000)
  })
})

describe('strings of JSON', () => {
  const names = [
    ['a line separator', 'a\u2028b\u2029c', '"a\\u2028b\\u2029c"'],
    ['an escape', 'a\u001b[31m', '"a\\u001b[31m"'],
    ['a C1 control', 'a\u009bb', '"a\\u009bb"'],
    ['a direction override', 'a\u202eb', '"a\\u202eb"'],
    ['an invisible tag', 'a\u{e0041}b', '"a\\udb40\\udc41b"'],
    ['a lone surrogate', 'a\ud800b', '"a\\ud800b"'],
    ['a letter', 'größe 日本 😀', '"größe 日本 😀"'],
  ] as const

  it.each(names)('say %s without showing it', (_situation, path, expected) => {
    const line = rendered(scanResult([pairFinding({ path })]), 'jsonl')
    expect(line).toContain(`"path":${expected},`)
    expect(JSON.parse(line).path).toBe(path)
    expect(JSON.parse(rendered(scanResult([pairFinding({ path })]), 'json')).findings[0].path).toBe(path)
  })
})
