import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskReason } from '../../src/policy/masked-reason.js'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'

const id = accessKeyId('reason')
const secret = secretAccessKey('reason')

describe('a reason that a person wrote stays', () => {
  it.each([
    "a revoked key, kept for the parser's test",
    'revoked in May 2024; see SEC-1234 (rotation is up-to-date)',
    'test data & fixtures, e.g. parser.test.ts',
    'documentation of the internationalization layer',
    "the users' own key - GitHub #12, since v1.2",
    'widerrufener Schlüssel, für Prüfungen',
    'ключ отозван',
    '已撤销的密钥',
    `${id} was deactivated`,
    'secretAccessKey of S3',
    '',
  ])('%s', (reason) => expect(maskReason(reason, [id, secret])).toBe(reason))
})

describe('of a reason is hidden', () => {
  it.each([
    ['the secret', `test ${secret}`, 'test <hidden>'],
    ['the secret in two pieces', `test ${secret.slice(0, 20)} ${secret.slice(20)} x`, 'test <hidden> x'],
    ['what stands right of an operator', `test key=${secret} db`, 'test key= <hidden>'],
    ['what stands right of a colon', 'password: hunter', 'password: <hidden>'],
    ['a quoted text', 'the "hunter two" key', 'the <hidden> key'],
    ['a quoted text that does not end', "the 'hunter two", 'the <hidden>'],
    ['a word with digits', 'password hunter2', 'password <hidden>'],
    ['a number', 'pin 483920', 'pin <hidden>'],
    ['a short number of four digits', 'pin 4839', 'pin <hidden>'],
    ['mixed case', 'pass hunterZQ', 'pass <hidden>'],
    ['letters that nobody can speak', 'pass qwrtzpsdfghjk', 'pass <hidden>'],
    ['a passphrase', 'correct-horse-battery-staple', '<hidden>'],
    ['many characters of none', 'x ***** !!!!', 'x <hidden>'],
    ['four letters of the secret', 'it is abcd', 'it is <hidden>'],
  ])('%s', (_situation, reason, expected) =>
    expect(maskReason(reason, [id, `xABCDx${secret}`])).toBe(expected),
  )
})

it('no random base64 is shown, wherever it stands', () => {
  const base64 = fc.integer({ min: 0, max: 100_000 }).map((seed) => secretAccessKey(`reason/${seed}`))
  const frame = fc.constantFrom('', '"', "'", '=', ':', '(', ' = ', ', ', '/', 'key-', 'it’s ')
  fc.assert(
    fc.property(frame, base64, frame, (before, value, after) => {
      const kept = maskReason(`an old key ${before}${value}${after} for tests`)
      const runs = Array.from({ length: value.length - 5 }, (_, i) => value.slice(i, i + 6))
      expect(runs.filter((run) => kept.includes(run))).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})
