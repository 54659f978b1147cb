import type { Hmac } from 'node:crypto'
import type { Secret, Strength } from '../model/index.js'

/** Public on purpose: it separates these digests from all others, it does not hide anything. */
const KEY = 'keysieve fingerprint v1'

const STRONG_BITS = 96
/** What a guessable secret's part may tell: 1 of 64. See docs/security.md. */
const GUESSABLE_BITS = 6
const FINGERPRINT_BITS = 128

/** What a fingerprint is made of; nothing else of the line or the file goes in. */
export interface FingerprintParts {
  readonly ruleId: string
  /** Name the primary part is assigned to, lower case without `_`, `-`, `.`; empty if none. */
  readonly name: string
  /** The values in the order id, secret, token, as far as they identify the credential. */
  readonly secrets: readonly Secret[]
  readonly strength: Strength
  /** 0-based, among the findings of the blob with the same other parts, in byte order, before every filter. */
  readonly ordinal: number
}

/**
 * `v1:` and 32 hex digits: a truncated HMAC-SHA-256 with a public key. Equal for the same credential under the same
 * name, however it was found. A strong secret goes in with 96 bits, too many to guess; a guessable one with 6, too
 * few to confirm a guess (docs/security.md, "Fingerprints").
 */
export const fingerprintOf = (parts: FingerprintParts): string => {
  const digest = hmac()
    .update(JSON.stringify([parts.ruleId, parts.name, secretPart(parts), parts.ordinal]))
    .digest('hex')
  return `v1:${digest.slice(0, FINGERPRINT_BITS / 4)}`
}

/** Fetched when first used, not imported: loading it takes 3 ms, and a clean hook needs none of it. */
const hmac = (): Hmac => process.getBuiltinModule('node:crypto').createHmac('sha256', KEY)

/** Equal for equal values; for comparing within a run, and never put out. */
export const valueDigest = (value: Secret): string =>
  hmac()
    .update(JSON.stringify(['value', value.reveal()]))
    .digest('hex')

/** Two findings of a blob with equal keys need different ordinals. */
export const ordinalKey = (parts: Omit<FingerprintParts, 'ordinal'>): string =>
  JSON.stringify([parts.ruleId, parts.name, secretPart(parts)])

const secretPart = ({ secrets, strength }: Pick<FingerprintParts, 'secrets' | 'strength'>): string => {
  const plain = secrets.map((secret) => secret.reveal())
  const digest = hmac()
    .update(JSON.stringify(['secret', ...plain]))
    .digest()
  if (strength === 'guessable') return String(digest.readUInt8(0) >> (8 - GUESSABLE_BITS))
  return digest.toString('hex', 0, STRONG_BITS / 8)
}
