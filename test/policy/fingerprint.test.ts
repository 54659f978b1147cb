import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../src/model/index.js'
import { type FingerprintParts, fingerprintOf, ordinalKey } from '../../src/policy/fingerprint.js'
import { secretAccessKey } from '../support/credentials.js'

const parts = (change: Partial<FingerprintParts> = {}, secret = secretAccessKey('a')): FingerprintParts => ({
  ruleId: 'aws-access-key',
  name: 'awssecretaccesskey',
  secrets: [new Secret(secret, '<hidden>')],
  strength: 'strong',
  ordinal: 0,
  ...change,
})

describe('a fingerprint', () => {
  it('is a version and 32 hex digits, the same each time', () => {
    expect(fingerprintOf(parts())).toMatch(/^v1:[0-9a-f]{32}$/)
    expect(fingerprintOf(parts())).toBe(fingerprintOf(parts()))
  })

  it.each<[string, FingerprintParts]>([
    ['rule', parts({ ruleId: 'aws-secret-access-key' })],
    ['name', parts({ name: 'secret' })],
    ['secret', parts({}, secretAccessKey('b'))],
    ['ordinal', parts({ ordinal: 1 })],
  ])('changes with the %s', (_part, changed) => {
    expect(fingerprintOf(changed)).not.toBe(fingerprintOf(parts()))
  })

  it('of a guessable secret confirms no guess: 64 classes for all values', () => {
    const guessable = (pin: number): string =>
      ordinalKey(parts({ strength: 'guessable' }, String(pin).padStart(6, '0')))
    const classes = new Set(Array.from({ length: 5000 }, (_, pin) => guessable(pin)))
    expect(classes.size).toBe(64)
  })

  it('needs an ordinal exactly where everything else is equal', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
        expect(ordinalKey(parts({}, a)) === ordinalKey(parts({}, b))).toBe(a === b)
      }),
    )
  })
})
