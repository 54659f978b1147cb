import { describe, expect, it } from 'vitest'
import { type Facts, notChecked, type Severity, type VerificationStatus } from '../../src/model/index.js'
import { severityOf } from '../../src/policy/severity.js'

const now = Date.parse('2026-03-02T12:00:00Z')
const before = { expires: '2026-03-02T11:59:59Z' }
const after = { expires: '2026-03-02T12:00:01Z' }

const severity = (own: Severity, status: VerificationStatus, facts: Facts = {}): Severity =>
  severityOf({ severity: own, facts, verification: { ...notChecked('not-asked'), status }, now })

describe('severity (design.md, the table of AWS credentials)', () => {
  it.each<[string, Severity, VerificationStatus, Facts, Severity]>([
    ['an id alone', 'medium', 'not-checked', { keyKind: 'long-term' }, 'medium'],
    ['a pair', 'high', 'not-checked', { keyKind: 'long-term' }, 'high'],
    ['a root key offline', 'high', 'not-checked', { keyKind: 'root' }, 'critical'],
    ['an active key', 'high', 'active', {}, 'critical'],
    ['a refused but valid key', 'high', 'denied-but-valid', {}, 'critical'],
    ['a deleted key', 'high', 'inactive-or-deleted', {}, 'low'],
    ['a deleted root key', 'high', 'inactive-or-deleted', { keyKind: 'root' }, 'low'],
    ['an expired session', 'high', 'expired', {}, 'low'],
    ['a wrong secret', 'high', 'wrong-secret', {}, 'high'],
    ['no answer', 'high', 'unreachable', {}, 'high'],
    ['no clear answer', 'high', 'unknown', {}, 'high'],
    ['expired by its own date', 'high', 'not-checked', before, 'low'],
    ['not expired yet', 'high', 'not-checked', after, 'high'],
    ['expired this second', 'high', 'not-checked', { expires: '2026-03-02T12:00:00Z' }, 'low'],
    ['expired by its own date, yet accepted', 'high', 'active', before, 'critical'],
    ['expired and no answer', 'high', 'unknown', before, 'low'],
    ['public by design and expired', 'info', 'not-checked', before, 'info'],
    ['without a date', 'high', 'not-checked', { expires: null }, 'high'],
    ['a date that is none', 'high', 'not-checked', { expires: 'soon' }, 'high'],
    ['an expired canary', 'high', 'not-checked', { ...before, canary: true }, 'info'],
    ['a canary', 'high', 'not-checked', { canary: true }, 'info'],
    ['an own secret alone', 'medium', 'not-checked', { ownSource: 'environment variable X' }, 'high'],
    ['an own key of root', 'high', 'not-checked', { ownSource: 'X', keyKind: 'root' }, 'critical'],
    ['an own canary', 'high', 'not-checked', { ownSource: 'X', canary: true }, 'info'],
    ['a canary root key', 'high', 'not-checked', { canary: true, keyKind: 'root' }, 'info'],
  ])('%s', (_situation, own, status, facts, expected) => {
    expect(severity(own, status, facts)).toBe(expected)
  })
})
