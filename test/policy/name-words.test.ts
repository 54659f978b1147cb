import { describe, expect, it } from 'vitest'
import { isKnownName, isReadableName } from '../../src/policy/name-words.js'
import { draw, secretAccessKey } from '../support/credentials.js'

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

describe('a readable name', () => {
  it.each([
    'pin',
    'x',
    '_key2',
    'aws_secret_access_key',
    'AWS_SECRET_ACCESS_KEY',
    'AWSSecretAccessKey',
    'AwsAccessKeyId',
    'secretAccessKey',
    'secretaccesskey',
    'fs.s3a.secret.key',
    'spring.cloud.aws.credentials.secret-key',
    'AWS_S3_KEY_ID',
    'ACME_SECRET_ACCESS_KEY',
    'GITHUB_WORKFLOW_TOKEN',
    'DATABASE_PASSWORD_2',
    's3_key',
    'ec2Secret',
    'prod2_aws_key',
    'key1',
    'accessKey',
    'ENV',
    'hunter',
    'myCompKey',
  ])('%s', (name) => expect(isReadableName(name)).toBe(true))

  it.each([
    ['a number', '483920'],
    ['with three digits', 'key123'],
    ['with two digits behind a word', 'admin12'],
    ['with a digit in an unknown word', 'hunter2'],
    ['with a digit beside an unknown word', 'hunter_key_2'],
    ['many short words', 'xKqWvZpL'],
    ['too long', `${'secret_'.repeat(9)}key`],
    ['with a slash', 'secret/key'],
    ['unknown words of twelve characters', 'flibbertigibbet'],
    ['an access key id', 'AKIAQWERTYUIOPASDFGH'],
    ['more unknown than known', 'flibber.data.gibbet'],
    ['made of words that are too short to tell', 'myNewHobbyhorse'],
    ['twelve unknown characters in a row beside known ones', 'secret_access_key_qwjkhzxcvbnm'],
    ['empty', ''],
  ])('is not %s', (_situation, name) => expect(isReadableName(name)).toBe(false))

  it('is not random: of 20,000 texts of 12 characters not one', () => {
    const texts = Array.from({ length: 20_000 }, (_, seed) => draw(`name/${seed}`, BASE64, 12))
    expect(texts.filter(isReadableName)).toEqual([])
  })
})

describe('a known name', () => {
  it.each([
    ['AWS_SECRET_ACCESS_KEY', true],
    ['secretAccessKey', true],
    ['hunter', false],
    ['secret_hunter', false],
    ['password1', false],
    ['s3_key', true],
    ['awsS3Bucket', true],
    ['_', false],
    [secretAccessKey('known'), false],
  ])('%s: %s', (name, expected) => expect(isKnownName(name)).toBe(expected))
})
