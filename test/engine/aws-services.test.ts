import { describe, expect, it } from 'vitest'
import { accessKeyId, draw, secretAccessKey } from '../support/credentials.js'
import { detected, scanned } from '../support/detect.js'
import {
  bedrockKey,
  dockerAuth,
  ecrPassword,
  privateKey,
  servicePassword,
} from '../support/service-credentials.js'

const secret = secretAccessKey('services')
const lines = (...parts: string[]): string => `${parts.join('\n')}\n`
const factsOf = (text: string, path?: string) => scanned(text, path).detections.map(({ facts }) => facts)

describe('a Bedrock key', () => {
  it.each([
    ['environment', 'AWS_BEARER_TOKEN_BEDROCK=', {}],
    ['header', 'Authorization: Bearer ', {}],
    ['JSON', '{"key": "', {}],
  ])('%s', (_form, before) => {
    const key = bedrockKey('services')
    expect(detected(`${before}${key}"\n`)).toEqual([{ rule: 'aws-bedrock-api-key', secret: key }])
    expect(factsOf(`${before}${key}`)).toEqual([
      { userName: 'BedrockAPIKey-x1y2', accountId: '211166660001', canary: false },
    ])
  })

  it.each([
    ['a name of its own', 'ml+dev@x.example-at-211166660001', 'ml+dev@x.example'],
    ['a name that stands twice', 'svc-at-211166660001+1', 'svc'],
    ['a name with the mark in it', 'look-at-me-at-211166660001', 'look-at-me'],
  ])('%s', (_form, owner, userName) => {
    expect(factsOf(bedrockKey('services', owner))).toMatchObject([{ userName, accountId: '211166660001' }])
  })

  it('is no session token beside a temporary key, and no secret', () => {
    const temporary = accessKeyId('services', 'ASIA')
    const key = bedrockKey('services')
    expect(detected(lines(temporary, secret, `AWS_BEARER_TOKEN_BEDROCK=${key}`))).toEqual([
      { rule: 'aws-access-key', id: temporary, secret },
      { rule: 'aws-bedrock-api-key', secret: key },
    ])
  })
})

describe("a registry's password", () => {
  const password = ecrPassword('services')
  const registry = '211166660001.dkr.ecr.eu-west-1.amazonaws.com'
  it.each([
    [
      "Docker's configuration",
      JSON.stringify({ auths: { [registry]: { auth: dockerAuth(password) } } }, null, 1),
      dockerAuth(password),
    ],
    ['docker login', `docker login -u AWS -p ${password} https://${registry}`, password],
    ['a Kubernetes secret', `server: ${registry}\nusername: AWS\npassword: ${password}`, password],
  ])('%s', (_form, text, value) => {
    expect(detected(text)).toEqual([{ rule: 'aws-ecr-password', secret: value }])
    expect(factsOf(text)).toEqual([
      { accountId: '211166660001', canary: false, region: 'eu-west-1', expires: '2026-03-02T22:11:12Z' },
    ])
  })

  it('says no more than when it ends where no registry stands', () => {
    expect(factsOf(`-p ${password}`)).toEqual([{ expires: '2026-03-02T22:11:12Z' }])
  })
})

describe('a password that IAM made for a service', () => {
  const password = servicePassword('services')
  const encoded = encodeURIComponent(password)
  const found = { rule: 'aws-codecommit-password', secret: password }
  it.each([
    [
      'a remote',
      `url = https://ci-at-211166660001:${encoded}@git-codecommit.eu-west-1.amazonaws.com/v1/repos/x`,
    ],
    ['the CSV', `User Name,Password\r\nci-at-211166660001,${password}\r\n`],
    ['the CSV, quoted', `"User Name","Password"\n"ci-at-211166660001","${password}"`],
    ['git credentials', `https://ci-at-211166660001:${encoded}@git-codecommit.eu-west-1.amazonaws.com`],
    ['netrc', `login ci-at-211166660001 password ${password}`],
    ['two lines', lines('username: ci-at-211166660001', `password: ${password}`)],
    ['two keys of JSON', JSON.stringify({ user: 'ci-at-211166660001', password }, null, 2)],
    ['Keyspaces', `cqlsh -u ci-at-211166660001 -p ${password}`],
  ])('%s', (_form, text) => {
    expect(detected(text)).toEqual([found])
    expect(factsOf(text)).toEqual([{ userName: 'ci', accountId: '211166660001', canary: false }])
  })

  it('tells nothing of what stands before its user', () => {
    expect(factsOf(`token=${secret},ci-at-211166660001:${password}`)).toMatchObject([{ userName: 'ci' }])
  })
})

describe('a key that signs for CloudFront', () => {
  const pem = privateKey('services')
  const keyId = `APKA${draw('apka', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`
  const found = { rule: 'aws-cloudfront-private-key', secret: pem }
  it.each([
    ['beside its id', lines(`KEY_PAIR_ID=${keyId}`, `PRIVATE_KEY="${pem}"`), 'x.env', keyId],
    ['before its id', lines(`PRIVATE_KEY="${pem}"`, `KEY_PAIR_ID=${keyId}`), 'x.env', keyId],
    ['under the name of the service', `cloudFrontPrivateKey = \`${pem}\``, 'x.ts', null],
    ['beside the id of a key group', lines('key_pair_id: K2JCJMDEHXQW5F', pem), 'x.yaml', 'K2JCJMDEHXQW5F'],
    ['in the file of the console', pem, `keys/pk-${keyId}.pem`, keyId],
    ['in the file of the console, saved again', pem, `pk-${keyId} (1).pem`, keyId],
  ])('%s', (_form, text, path, keyPairId) => {
    expect(detected(text, path)).toEqual([found])
    expect(factsOf(text, path)).toEqual([{ keyPairId }])
  })

  it('in a JSON string', () => {
    expect(detected(JSON.stringify({ cloudfront: pem })).map(({ rule }) => rule)).toEqual([found.rule])
  })

  it.each([
    ['another private key', pem, 'server.pem'],
    ['an encrypted one', lines('cloudfront', privateKey('services', 'ENCRYPTED ')), 'x.pem'],
    ['a public key', lines('cloudfront', pem.replaceAll('RSA PRIVATE', 'PUBLIC')), 'x.pem'],
    [
      'a placeholder',
      lines('cloudfront', '-----BEGIN PRIVATE KEY-----', `${'x'.repeat(200)}`, '-----END PRIVATE KEY-----'),
      'x',
    ],
  ])('%s is none of it', (_form, text, path) => {
    expect(detected(text, path)).toEqual([])
  })
})
