import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCESS_KEY_ID_PREFIXES, accountOf, generationOf, keyKindOf } from '../../src/aws/index.js'
import { accessKeyId } from '../support/credentials.js'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** An id's first nine characters after the prefix, packed the other way round than the code under test unpacks. */
const idFor = (account: bigint, opaque: number, rest = 'ABCDEFG'): string => {
  const bits = `1${account.toString(2).padStart(40, '0')}${opaque.toString(2).padStart(4, '0')}`
  const body = bits.match(/.{5}/g)?.map((five) => BASE32[Number.parseInt(five, 2)]) ?? []
  return `AKIA${body.join('')}${rest}`
}

describe('accountOf', () => {
  // Published ids and accounts; prefix and body apart, so that no scanner takes this file for a leak.
  it.each([
    ['a temporary key', 'ASIA', 'Y34FZKBOKMUTVV7A', '609629065308'],
    ['an account with a leading zero', 'ASIA', 'QNZGKIQY56JQ7WML', '029608264753'],
    ['a long-term key', 'AKIA', 'YVP4CIPPERUVIFXG', '595918472158'],
    ['a long-term key of an account with a leading zero', 'AKIA', 'QYLPMN5HHHFPZAM2', '052310077262'],
    ["a user's id, one character longer", 'AIDA', 'YVP4CIPPJ5M54LRCY', '595918472158'],
  ])('reads %s', (_situation, prefix, body, account) => expect(accountOf(prefix + body)).toBe(account))

  it.each([
    ["the documentation's key, old generation", 'AKIAIOSFODNN7EXAMPLE'],
    ['the last letter of the old generation', `AKIAP${'A'.repeat(15)}`],
    ['a number beyond twelve digits', `AKIA${'7'.repeat(16)}`],
    ['a digit that base32 does not have', `AKIA${'Z'.repeat(15)}8`],
    ['lower case', accessKeyId('x').toLowerCase()],
    ['too short', accessKeyId('x').slice(0, 19)],
    ['too long', `${accessKeyId('x')}AA`],
    ['nothing', ''],
  ])('gives none for %s', (_situation, id) => expect(accountOf(id)).toBeNull())

  it('reads back every account that an id can carry', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 999_999_999_999n), fc.nat(15), (account, opaque) => {
        expect(accountOf(idFor(account, opaque))).toBe(account.toString().padStart(12, '0'))
      }),
    )
  })

  it('gives twelve digits or nothing for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^A[A-Z0-9]{3}[A-Z2-7]{16}$/)), (text) => {
        expect(accountOf(text) ?? '000000000000').toMatch(/^\d{12}$/)
      }),
    )
  })
})

describe('generationOf', () => {
  it.each([
    ['A', 'old'],
    ['I', 'old'],
    ['P', 'old'],
    ['Q', 'new'],
    ['Z', 'new'],
    ['2', 'new'],
    ['7', 'new'],
    ['8', 'old'],
  ])('takes %s as fifth character for %s', (fifth, generation) =>
    expect(generationOf(`AKIA${fifth}${'A'.repeat(15)}`)).toBe(generation),
  )
})

describe('keyKindOf', () => {
  it.each([
    ['AKIA', 'long-term'],
    ['ASIA', 'temporary'],
    ['ABIA', 'service-bearer'],
    ['ACCA', 'context-specific'],
    ['AXXX', 'long-term'],
  ])('takes %s for %s', (prefix, kind) => expect(keyKindOf(accessKeyId('kind', prefix))).toBe(kind))

  it('knows each prefix of an access key id', () =>
    expect(ACCESS_KEY_ID_PREFIXES.map((prefix) => keyKindOf(accessKeyId('all', prefix)))).toEqual([
      'long-term',
      'temporary',
      'service-bearer',
      'context-specific',
    ]))
})
