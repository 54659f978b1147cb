import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'
import { detected, type Seen } from '../support/detect.js'

const seeds = ['a', 'b', 'c', 'd']
const key = (seed: string, prefix = 'AKIA') => ({
  id: accessKeyId(seed, prefix),
  secret: secretAccessKey(seed),
})
const pair = (seed: string): Seen => ({ rule: 'aws-access-key', ...key(seed) })
const blocks = (form: (seed: string) => readonly string[], between = ''): string =>
  seeds.map((seed) => form(seed).join('\n')).join(`\n${between}`)

describe('credentials that follow each other without a gap', () => {
  it.each<[string, (seed: string) => readonly string[]]>([
    ['id, secret', (seed) => [`id=${key(seed).id}`, `secret=${key(seed).secret}`]],
    ['secret, id', (seed) => [`secret=${key(seed).secret}`, `id=${key(seed).id}`]],
    [
      'id, two other lines, secret',
      (seed) => [`id=${key(seed).id}`, 'region=x', 'output=json', `secret=${key(seed).secret}`],
    ],
    [
      'secret, two other lines, id',
      (seed) => [`secret=${key(seed).secret}`, 'region=x', 'output=json', `id=${key(seed).id}`],
    ],
    [
      'under names that say nothing, secret first',
      (seed) => [`- s: ${key(seed).secret}`, `  k: ${key(seed).id}`],
    ],
    ['private, public', (seed) => [`private: ${key(seed).secret}`, `public: ${key(seed).id}`]],
    ['pw, user', (seed) => [`pw=${key(seed).secret}`, `user=${key(seed).id}`]],
    ['numbered, secret first', (seed) => [`S${seed}=${key(seed).secret}`, `K${seed}=${key(seed).id}`]],
    ['on one line each', (seed) => [`${key(seed).id} ${key(seed).secret}`]],
    ['on one line each, secret first', (seed) => [`${key(seed).secret} ${key(seed).id} aws`]],
  ])('%s', (_order, form) => {
    expect(detected(blocks(form))).toEqual(seeds.map(pair))
  })

  it('id, token, secret', () => {
    const form = (seed: string) => {
      const { id, secret } = key(seed, 'ASIA')
      return [`id=${id}`, `token=${sessionToken(seed)}`, `secret=${secret}`]
    }
    const triples = seeds.map((seed) => ({
      rule: 'aws-access-key',
      ...key(seed, 'ASIA'),
      token: sessionToken(seed),
    }))
    expect(detected(blocks(form))).toEqual(triples)
  })

  it('all on one line', () => {
    const list = seeds.map((seed) => ({ k: key(seed).id, s: key(seed).secret }))
    expect(detected(JSON.stringify(list))).toEqual(seeds.map(pair))
    expect(detected(JSON.stringify(list.map(({ k, s }) => ({ secretKey: s, keyId: k }))))).toEqual(
      seeds.map(pair),
    )
  })
})

describe('what parts credentials', () => {
  const [a, b] = [key('a'), key('b')]
  const alone = (values: Partial<Seen>, rule: string): Seen => ({ rule, ...values })
  it.each<[string, readonly string[], readonly Seen[]]>([
    [
      'a section head: a secret before it is not of the id behind it',
      [
        '[a]',
        `aws_secret_access_key=${a.secret}`,
        '[b]',
        `aws_access_key_id=${b.id}`,
        `aws_secret_access_key=${b.secret}`,
      ],
      [alone({ secret: a.secret }, 'aws-secret-access-key'), { rule: 'aws-access-key', ...b }],
    ],
    [
      'an id that was commented out before the one in use',
      [`# old: ${a.id}`, `AWS_ACCESS_KEY_ID=${b.id}`, `AWS_SECRET_ACCESS_KEY=${b.secret}`],
      [alone({ id: a.id }, 'aws-access-key-id'), { rule: 'aws-access-key', ...b }],
    ],
    [
      'a digest beside the secret',
      [`AWS_ACCESS_KEY_ID=${b.id}`, `checksum=${a.secret}`, `AWS_SECRET_ACCESS_KEY=${b.secret}`],
      [{ rule: 'aws-access-key', ...b }],
    ],
    [
      'documents: general names far apart belong together inside of one only',
      [`access_key: ${a.id}`, ...Array(20).fill('x: y'), '---', `secret_key: ${b.secret}`],
      [alone({ id: a.id }, 'aws-access-key-id')],
    ],
    [
      'two values of a kind: general names far apart say nothing',
      [
        `access_key: ${a.id}`,
        ...Array(20).fill('x: y'),
        `access_key: ${b.id}`,
        ...Array(20).fill('x: y'),
      ].concat(`secret_key: ${b.secret}`),
      [alone({ id: a.id }, 'aws-access-key-id'), alone({ id: b.id }, 'aws-access-key-id')],
    ],
  ])('%s', (_what, text, expected) => {
    expect(detected(text.join('\n'))).toEqual(expected)
  })
})
