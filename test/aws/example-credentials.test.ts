import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isExampleAccessKeyId, isExampleSecretAccessKey, isExampleSessionToken } from '../../src/aws/index.js'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'

describe('isExampleAccessKeyId', () => {
  it.each([
    ['AKIAIOSFODNN7EXAMPLE'],
    ['AKIAI44QH8DHBEXAMPLE'],
    ['ASIAIOSFODNN7EXAMPLE'],
    ['AKIAQRSTUVWXYZEXAMPLE'],
    ['ASIAWHOJDLGPOEXAMPLE'],
    ['AKIDEXAMPLE'],
    ['AKIAEXAMPLE234567ABC'],
    // Published with their accounts; in two parts, so that no scanner takes them for a leak.
    [`ASIA${'Y34FZKBOKMUTVV7A'}`],
    [`ASIA${'QNZGKIQY56JQ7WML'}`],
    [`AKIA${'YVP4CIPPERUVIFXG'}`],
    [`AKIA${'QYLPMN5HHHFPZAM2'}`],
  ])('knows %s', (id) => expect(isExampleAccessKeyId(id)).toBe(true))

  it.each([
    ['a random id', accessKeyId('random')],
    ['a published body under another prefix', `ASIA${'YVP4CIPPERUVIFXG'}`],
    ['the word cut off', `AKIA${'IOSFODNN7EXAMPL2'}`],
  ])('lets %s through', (_situation, id) => expect(isExampleAccessKeyId(id)).toBe(false))
})

describe('isExampleSecretAccessKey', () => {
  it.each([
    ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
    ['wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'],
    ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY'],
    ['je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY'],
    ['wjalrxutnfemi/k7mdeng/bpxrficyexamplekey'],
  ])('knows %s', (secret) => expect(isExampleSecretAccessKey(secret)).toBe(true))

  it('lets random secrets through', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(isExampleSecretAccessKey(secretAccessKey(seed))).toBe(false)
      }),
    )
  })
})

describe('isExampleSessionToken', () => {
  it.each([
    ['the cut head of the CLI reference', 'AQoDYXdzEJr...<remainder of security token>'],
    ['the word in its head', 'AQoEXAMPLEH4aoAH0gNCAPyJxz4BlCFFxWNE1OPTgk5TthT'],
    ['the word further on', `${sessionToken('a', 100)}//example//token`],
    ['the repeated head', 'IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZVERYLONGSTRING'],
    ['the repeated head after four others', 'fcZib3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3Jp'],
  ])('knows %s', (_situation, token) => expect(isExampleSessionToken(token)).toBe(true))

  it.each([
    ["today's head", sessionToken('real')],
    ['an older head', `FwoGZXIvYXdz${secretAccessKey('old')}`],
  ])('lets %s through', (_situation, token) => expect(isExampleSessionToken(token)).toBe(false))
})
