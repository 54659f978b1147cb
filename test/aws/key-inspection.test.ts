import { describe, expect, it } from 'vitest'
import { inspectAccessKeyId, type KeyInspection } from '../../src/aws/index.js'
import { accessKeyId } from '../support/credentials.js'

/** Ids whose accounts were published; taken apart so that no scanner takes them for leaks. */
const published = {
  temporary: `ASIA${'Y34FZKBOKMUTVV7A'}`,
  canary: `AKIA${'QYLPMN5HHHFPZAM2'}`,
  user: `AIDA${'YVP4CIPPJ5M54LRCY'}`,
}
const old = `AKIA${'I3ZQWERTYUIOPASD'}`
/** All bits of the account set: 1,099,511,627,775. */
const madeUp = `AKIA${'77777777Z2345672'}`

describe('what an id says by itself', () => {
  it.each<[string, string, Partial<KeyInspection>]>([
    [
      'a long-term key',
      accessKeyId('inspect'),
      { defect: null, kind: 'long-term', generation: 'new', canary: false, example: false, age: 'unknown' },
    ],
    [
      'a temporary key',
      published.temporary,
      { kind: 'temporary', accountId: '609629065308', age: 'short-lived', noAccount: null },
    ],
    [
      'a canary, whose account has a leading zero',
      published.canary,
      { kind: 'long-term', accountId: '052310077262', canary: true },
    ],
    [
      "a user's identifier",
      published.user,
      { defect: null, kind: 'user', accountId: '595918472158', canary: true },
    ],
    [
      'an id of the old generation',
      old,
      { kind: 'long-term', generation: 'old', accountId: null, noAccount: 'old-generation', age: 'old' },
    ],
    ['a number that is no account', madeUp, { accountId: null, noAccount: 'made-up', canary: false }],
    [
      'a documentation example',
      'AKIAIOSFODNN7EXAMPLE',
      { defect: null, example: true, accountId: null, noAccount: 'example', age: 'unknown' },
    ],
    [
      'a documentation example with a digit that ids do not have',
      'AKIAI44QH8DHBEXAMPLE',
      { defect: null, example: true, noAccount: 'example' },
    ],
    [
      'lower case',
      old.toLowerCase(),
      { defect: 'lower-case', kind: null, noAccount: 'malformed', generation: null },
    ],
    ['one character too few', old.slice(0, 19), { defect: 'wrong-length', accountId: null }],
    ['one character too many', `${accessKeyId('long')}A`, { defect: 'wrong-length', accountId: null }],
    ['a digit that base32 does not have', `${old.slice(0, 19)}1`, { defect: 'wrong-character' }],
    ['an example with a control character', 'AKIA\u001b[31m12EXAMPLE1', { defect: 'lower-case' }],
    ['an example with a blank', 'AKIAIOSFODNN EXAMPLE', { defect: 'wrong-character' }],
    ['another prefix', `AXXX${old.slice(4)}`, { defect: 'unknown-prefix', kind: null }],
    ['nothing', '', { defect: 'unknown-prefix' }],
  ])('%s', (_situation, id, expected) => {
    expect(inspectAccessKeyId(id)).toMatchObject({ accessKeyId: id, ...expected })
  })
})
