import { createHash } from 'node:crypto'

/**
 * Credentials for tests, made from a seed so that no live-looking value stands in the repository.
 * They have the shape of real ones and belong to nobody.
 */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** A stream of bytes that depends on the seed alone. */
function* bytesOf(seed: string): Generator<number> {
  for (let block = 0; ; block++) yield* createHash('sha256').update(`${seed}#${block}`).digest()
}

/** `length` characters of `alphabet` (its length divides 256, so no character is favoured). */
export const draw = (seed: string, alphabet: string, length: number): string => {
  let text = ''
  for (const byte of bytesOf(seed)) {
    if (text.length === length) break
    text += alphabet[byte % alphabet.length]
  }
  return text
}

/** An access key ID of the newer generation that carries the account 211166660000 + a seed-dependent rest below 10,000. */
export const accessKeyId = (seed: string, prefix = 'AKIA'): string => {
  const account =
    211_166_660_000n +
    BigInt(Number.parseInt(createHash('sha256').update(seed).digest('hex').slice(0, 6), 16) % 10_000)
  // 45 bits in nine base32 characters: generation bit, 40 bits of account, 4 opaque bits (reference: aws.md section 2).
  let bits = (1n << 44n) | (account << 4n) | 5n
  let body = ''
  for (let i = 0; i < 9; i++) {
    body = `${BASE32[Number(bits & 31n)]}${body}`
    bits >>= 5n
  }
  return `${prefix}${body}${draw(`${seed}/id`, BASE32, 7)}`
}

/** 40 characters of standard base64, as a secret access key has. */
export const secretAccessKey = (seed: string): string => draw(`${seed}/secret`, BASE64, 40)

/** A session token with today's usual head. */
export const sessionToken = (seed: string, length = 360): string =>
  `${'IQoJb3JpZ2lu'}X2Vj${draw(`${seed}/token`, BASE64, length - 18)}==`
