import { describe, expect, it } from 'vitest'
import { credentialFacts, keyStory } from '../../src/aws/index.js'
import { accessKeyId } from '../support/credentials.js'

/** Of account 534261010715, which hands out canaries; made by arithmetic, not published. */
const canaryId = `AKIA${'XYZDQCENV'}ABCDEFG`

describe('credentialFacts', () => {
  const old = `AKIAI${'ABCDEFGHIJ23456'}`
  it.each([
    ['a long-term key', accessKeyId('facts'), 'x', { keyKind: 'long-term', generation: 'new' }],
    ['a temporary one', accessKeyId('facts', 'ASIA'), 'x', { keyKind: 'temporary', generation: 'new' }],
    ["a root user's", accessKeyId('facts'), 'a/rootkey (1).csv', { keyKind: 'root', generation: 'new' }],
    ['an old one', old, 'x', { accountId: null, generation: 'old', canary: false }],
    [
      'a canary',
      `AKIA${'YVP4CIPPERUVIFXG'}`,
      'x',
      { accountId: '595918472158', canary: true, example: true },
    ],
    ['an example', 'AKIAIOSFODNN7EXAMPLE', 'x', { accountId: null, example: true }],
  ])('of %s', (_kind, id, path, facts) => {
    expect(credentialFacts(id, path)).toMatchObject({ accessKeyId: id, ...facts })
  })

  it('do not speak of examples where there is none', () => {
    expect(Object.keys(credentialFacts(accessKeyId('facts'), 'x'))).not.toContain('example')
  })
})

describe('keyStory', () => {
  const now = 0
  const told = (id: string): string => keyStory(id, now)?.says.join(' ') ?? ''
  it.each([
    ['a long-term key', accessKeyId('story'), /^A long-term key .* It names account 21116666\d{4}: a hint/],
    ['a temporary key', accessKeyId('story', 'ASIA'), /^A temporary key: .* session token/],
    ['one of the older form', `AKIAI${'ABCDEFGHIJ23456'}`, /names no account.*get-access-key-info/],
    ['a made-up one', `AKIA${'7'.repeat(16)}`, /no account has, so it is made up/],
    ['an example', 'AKIAI44QH8DHBEXAMPLE', /^An example of public documentation/],
    ['of a canary account', canaryId, /A canary/],
  ])('%s', (_kind, id, words) => expect(told(id)).toMatch(words))

  it('has advice for what may have leaked, and none for an example', () => {
    expect(keyStory(accessKeyId('story'), now)?.advice?.remedy).toContain('opens nothing without its secret')
    expect(keyStory('AKIAIOSFODNN7EXAMPLE', now)?.advice).toBeNull()
  })

  it.each(['AKIA', 'AIDACKCEVSQ6C2EXAMPLE', 'aws-access-key', `akia${'a'.repeat(16)}`])(
    '%s is no such id',
    (text) => {
      expect(keyStory(text, now)).toBeNull()
    },
  )
})
