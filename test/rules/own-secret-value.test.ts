import { describe, expect, it } from 'vitest'
import { looksRandom, secretsInValue } from '../../src/rules/index.js'
import { accessKeyId, draw, secretAccessKey } from '../support/credentials.js'

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const HEX = '0123456789abcdef'
const random = draw('own/random', BASE62, 24)
const uuid = [8, 4, 4, 4, 12].map((length) => draw(`own/uuid/${length}`, HEX, length)).join('-')

describe('under a name that speaks of a secret', () => {
  it.each<[string, string, readonly string[]]>([
    ['a random value', random, [random]],
    ['words', 'correct horse battery staple', ['correct horse battery staple']],
    ['a UUID, as some services issue', uuid, [uuid]],
    ['a random value that begins as a path', `/${random}`, [`/${random}`]],
    ['fifteen characters', random.slice(0, 15), []],
    ['a path', '/run/secrets/database-password', []],
    ['a path of Windows', 'C:\\secrets\\database-password', []],
    ['a URL without credentials', 'https://vault.internal/secret/data/app', []],
    ['a version', '10.22.333.4444-beta', []],
    ['a host name', 'database.internal.company', []],
    ['an address', 'nobody@mail.company.org', []],
    ['an access key id', accessKeyId('own/id'), []],
    ['a value of the documentation', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', []],
    ['a placeholder', 'change-me-before-deploying', []],
    ['a reference', 'op://vault/database/password', []],
    ['another variable', '$' + '{DATABASE_PASSWORD_OF_PROD}', []],
    ['a public key', `ssh-ed25519 AAAA${random}`, []],
    ['a certificate', `-----BEGIN CERTIFICATE-----\n${random}\n`, []],
  ])('%s', (_situation, value, expected) => expect(secretsInValue(value, 'secret')).toEqual(expected))
})

describe('under any other name', () => {
  it.each<[string, string, readonly string[]]>([
    ['a random value', random, [random]],
    ['a secret access key', secretAccessKey('own/value'), [secretAccessKey('own/value')]],
    ['hex', draw('own/hex', HEX, 32), [draw('own/hex', HEX, 32)]],
    ['words', 'correct horse battery staple', []],
    ['the name of a bucket', 'my-company-assets-prod-2026', []],
    ['an identifier', 'MyCompanyAssetsProduction2026', []],
    ['options', '--max-old-space-size=4096 --enable-source-maps', []],
    ['a UUID', uuid, []],
    ['a sentence', 'Reset your password, please', []],
  ])('%s', (_situation, value, expected) => expect(secretsInValue(value, 'none')).toEqual(expected))

  it.each(['none', 'other'] as const)('a URL with a password, and the password (%s)', (clue) => {
    const url = `postgres://app:${random}@db.internal/app`
    expect(secretsInValue(url, clue)).toEqual([url, random])
    expect(secretsInValue('postgres://app:short@db.internal/app', clue)).toEqual([
      'postgres://app:short@db.internal/app',
    ])
  })

  it('nothing random under a name that says what else it is', () => {
    expect(secretsInValue(random, 'other')).toEqual([])
  })
})

it.each([
  ['base64 of 40', BASE62, 40, 10],
  ['hex of 16', HEX, 16, 30],
])('%s characters rarely pass for words', (name, alphabet, length, most) => {
  const values = Array.from({ length: 1_000 }, (_, i) => draw(`own/${name}/${i}`, alphabet, length))
  expect(values.filter((value) => !looksRandom(value)).length).toBeLessThanOrEqual(most)
})
