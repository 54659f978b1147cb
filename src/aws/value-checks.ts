import { Buffer } from 'node:buffer'
import type { Check } from '../model/index.js'
import { bedrockOwner, bedrockQuery, ecrPassword, eksQuery } from './encoded-credentials.js'
import {
  isExampleAccessKeyId,
  isExampleSecretAccessKey,
  isExampleSessionToken,
} from './example-credentials.js'
import { isLikeAName, isLikeWords, isSurelyAName } from './identifier-likeness.js'

/**
 * Words that people write into made-up ids. A random id holds a given four-letter word of its alphabet with a
 * probability of 1 in 80,000; all of these together cost 1 real id in 10,000.
 */
const MADE_UP_ID =
  /TEST|FAKE|MOCK|DUMMY|SAMPLE|DEMO|YOUR|SECRET|ACCESS|XXXX|PLACEHOLDER|INVALID|QWERT|ASDFG|ZXCVB/

/** Six characters that count up or down the alphabet or the digits: 1 random value in 10⁷ holds such a run. */
const SEQUENCE_LENGTH = 6

/**
 * Random base64 of 40 characters changes between lower case, upper case, digits and signs 25 times on average, fewer
 * than 11 times in 2 of a million; what people fill in often does. Words are left to `isLikeAName`.
 */
const LEAST_CLASS_CHANGES = 11

/** A credential scope, `AKIA…/20260101/eu/s3/aws4`, can have 40 characters; 1 random secret in 10¹⁰ holds such an id. */
const HOLDS_AN_ID = /A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}/

export const checkAccessKeyId: Check = (id) => {
  if (isExampleAccessKeyId(id)) return 'example'
  const body = id.slice(4)
  return MADE_UP_ID.test(body) || hasSequence(body) || isRepetitive(body) || isLikeWords(body)
    ? 'miss'
    : 'pass'
}

export const checkSecretAccessKey: Check = (secret) => {
  if (isExampleSecretAccessKey(secret)) return 'example'
  if (!/[a-z]/.test(secret) || !/[A-Z]/.test(secret)) return 'miss'
  if (classChanges(secret) < LEAST_CLASS_CHANGES || isSurelyAName(secret) || HOLDS_AN_ID.test(secret))
    return 'miss'
  return hasSequence(secret) || isEncodedText(secret) ? 'miss' : 'pass'
}

/** Of a million secrets 89 look like a name: what they are called and what stands beside them has to say that they are none. */
export const checkSecretLikeness: Check = (secret) => (isLikeAName(secret) ? 'miss' : 'pass')

/**
 * A version byte and 32 bytes: 4 (with a region) or 2 (SES developer guide, "Obtaining Amazon SES SMTP credentials"). The
 * pattern asks for the first; what else is random of that length is for the linker to tell by its place.
 */
const checkSesPassword: Check = (password) => {
  if (isExampleSecretAccessKey(password)) return 'example'
  return hasSequence(password) || classChanges(password) < LEAST_CLASS_CHANGES || isLikeAName(password)
    ? 'miss'
    : 'pass'
}

/** Values that must decode to what they are; documentation shortens its examples or writes EXAMPLE into them. */
const decodes =
  (read: (value: string) => unknown): Check =>
  (value) =>
    /EXAMPLE/.test(value) ? 'example' : read(value) === null ? 'miss' : 'pass'

/** A key's base64, whatever the file puts between its lines; a shortened or a made-up one is none. */
const checkPrivateKey: Check = (pem) => {
  if (/EXAMPLE|\.{3}|…/.test(pem)) return 'example'
  const body = pem
    .slice(pem.indexOf('KEY-----') + 8, pem.lastIndexOf('-----END'))
    .replace(/\\+[nrt]|[^A-Za-z0-9+/]/g, '')
  return body.length < LEAST_KEY || /(.)\1{15}/.test(body) ? 'miss' : 'pass'
}

/** Characters of base64 of the smallest elliptic key in use. */
const LEAST_KEY = 120

export const checkSessionToken: Check = (token) => {
  if (isExampleSessionToken(token)) return 'example'
  return /(.)\1{9}/.test(token) ? 'miss' : 'pass'
}

const hasSequence = (text: string): boolean => {
  let run = 1
  let step = 0
  for (let i = 1; i < text.length; i++) {
    const now = text.charCodeAt(i) - text.charCodeAt(i - 1)
    if (now === step && Math.abs(now) <= 1) run++
    else {
      step = now
      run = 2
    }
    if (run >= SEQUENCE_LENGTH && Math.abs(step) <= 1) return true
  }
  return false
}

/** A body of 16 with at most five different characters: 1 random body in 10⁸. */
const isRepetitive = (body: string): boolean => new Set(body).size <= 5

type CharacterClass = 'lower' | 'upper' | 'digit' | 'sign'
const classOf = (character: string): CharacterClass => {
  if (character >= 'a' && character <= 'z') return 'lower'
  if (character >= 'A' && character <= 'Z') return 'upper'
  return character >= '0' && character <= '9' ? 'digit' : 'sign'
}

const classChanges = (text: string): number => {
  let changes = 0
  for (let i = 1; i < text.length; i++) {
    if (classOf(text.charAt(i)) !== classOf(text.charAt(i - 1))) changes++
  }
  return changes
}

/** Base64 of plain ASCII text is text, not a key: 30 random bytes are all printable with a probability of 10⁻¹³. */
const isEncodedText = (secret: string): boolean =>
  Buffer.from(secret, 'base64').every(
    (byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d,
  )

export const awsChecks: Readonly<Record<string, Check>> = {
  'aws-access-key-id': checkAccessKeyId,
  'aws-secret-access-key': checkSecretAccessKey,
  'aws-secret-likeness': checkSecretLikeness,
  'aws-session-token': checkSessionToken,
  'aws-ses-smtp-password': checkSesPassword,
  'aws-private-key': checkPrivateKey,
  'aws-bedrock-api-key': decodes(bedrockOwner),
  'aws-bedrock-short-term-api-key': decodes(bedrockQuery),
  'aws-eks-token': decodes(eksQuery),
  'aws-ecr-password': decodes(ecrPassword),
}
