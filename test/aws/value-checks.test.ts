import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import {
  checkAccessKeyId,
  checkSecretAccessKey,
  checkSecretLikeness,
  checkSessionToken,
} from '../../src/aws/value-checks.js'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'
import { detected } from '../support/detect.js'

describe('an access key ID', () => {
  it.each([
    ['of the documentation', 'AKIAIOSFODNN7EXAMPLE', 'example'],
    ['of one letter', `AKIA${'X'.repeat(16)}`, 'miss'],
    ['that counts through the alphabet', 'AKIAABCDEFGHIJKLMNOP', 'miss'],
    ['that says it is made up', 'AKIATESTTESTQ7ZNH4KD', 'miss'],
    ['that was typed along the keyboard', 'AKIAQWERTYUIOPASDFGH', 'miss'],
    ['that is a heading without blanks', 'ASIAPACIFICHEADQUARTERS'.slice(0, 20), 'miss'],
    ['that is a name in capitals', 'ACCADEMIADELLASCIENZA'.slice(0, 20), 'miss'],
    ['of letters only, drawn', `AKIA${'XKQWBZRVJMTDHGYL'}`, 'pass'],
    ['of a repeated word', `AKIA${'QWER'.repeat(4)}`, 'miss'],
  ])('%s', (_situation, id, verdict) => expect(checkAccessKeyId(id)).toBe(verdict))

  it('that looks a little like a name is doubted, and no more', () => {
    const doubtful = Array.from({ length: 60_000 }, (_, i) => secretAccessKey(`check ${i}`)).filter(
      (secret) => checkSecretLikeness(secret) === 'miss',
    )
    expect(doubtful.length).toBeGreaterThan(0)
    expect(doubtful.length).toBeLessThan(20)
    const [secret = ''] = doubtful
    const id = accessKeyId('doubtful')
    expect(detected(`aws_access_key_id=${id}\naws_secret_access_key=${secret}\n`)).toEqual([
      { rule: 'aws-access-key', id, secret },
    ])
    expect(detected(`aws_secret_access_key=${secret}\n`)).toEqual([])
    expect(detected(`${id}\nkey=${secret}\n`)).toEqual([{ rule: 'aws-access-key-id', id }])
  })

  it('made at random passes, nearly always', () => {
    const missed = Array.from({ length: 5000 }, (_, i) => accessKeyId(`check ${i}`)).filter(
      (id) => checkAccessKeyId(id) !== 'pass',
    )
    expect(missed.length).toBeLessThanOrEqual(3)
  })
})

describe('a secret access key', () => {
  it.each([
    ['of the documentation', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'example'],
    ['that is a SHA-1', 'da39a3ee5e6b4b0d3255bfef95601890afd80709', 'miss'],
    ['that is a path', 'application/vnd/openxmlformats/package/xy'.slice(0, 40), 'miss'],
    ['that is an identifier', 'resolveSecretaccesskeyfromenvironmentVar'.slice(0, 40), 'miss'],
    ['that is an identifier in seven words', 'RuleWithUseExpectToHaveBeenCalledOptions', 'miss'],
    ['that is a path in CamelCase', 'org/docs/Web/API/HTMLElement/offsetWidth', 'miss'],
    ['that is a name with digits', 'GoogleFirebaseAppcheckV1betaPublicJwkSet', 'miss'],
    ['that is a name in German', 'BenutzerKontoPasswortFuerDieS3Ablage2Xyz', 'miss'],
    ['that is a mangled name', 'ZNK4llvm6object14MachOBindEntry6addendEv', 'miss'],
    ['that says it is none', 'PutYourAwsSecretKeyHereAndNeverCommitIt1', 'miss'],
    ['that begins with a key ID', `AKIA${'Q7ZNH4KD'.repeat(2)}/20260101/eu/s3/aws4`, 'miss'],
    ['that is encoded text', Buffer.from('the quick brown fox jumps over').toString('base64'), 'miss'],
    ['that counts', 'ABCDEFGHijklmnop12345678qrstuvwxyzYZabcd', 'miss'],
  ])('%s', (_situation, secret, verdict) => expect(checkSecretAccessKey(secret)).toBe(verdict))

  it('made at random passes, nearly always', () => {
    const missed = Array.from({ length: 20_000 }, (_, i) => secretAccessKey(`check ${i}`)).filter(
      (s) => checkSecretAccessKey(s) !== 'pass',
    )
    expect(missed.length).toBeLessThanOrEqual(4)
  })
})

describe('a session token', () => {
  it('passes', () => expect(checkSessionToken(sessionToken('a'))).toBe('pass'))
  it('of the documentation is an example', () => expect(checkSessionToken('AQoDYXdzEJr1K')).toBe('example'))
  it('filled up with one letter is made up', () =>
    expect(checkSessionToken(`IQoJb3JpZ2lu${'A'.repeat(200)}`)).toBe('miss'))
})
