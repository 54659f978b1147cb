/**
 * What an AWS access key id says by itself, offline. Layout of the 100 bits of a 20-character id: 20 bits prefix,
 * 1 bit generation, 40 bits account number (newer generation only), the rest opaque; no checksum. Sources: WithSecure
 * Labs, "A bitwise analysis of AWS access key identifiers"; T. Be'ery, "A short note on AWS KEY ID"; checked in
 * test/aws against ids whose accounts were published.
 */

/** Prefixes of ids that sign requests (IAM User Guide, "IAM identifiers"); AIDA, AROA and their like only name things. */
export const ACCESS_KEY_ID_PREFIXES = ['AKIA', 'ASIA', 'ABIA', 'ACCA'] as const
export type AccessKeyIdPrefix = (typeof ACCESS_KEY_ID_PREFIXES)[number]

export type KeyKind =
  /** AKIA: an IAM user's or the root user's, valid until someone ends it. */
  | 'long-term'
  /** ASIA: from STS, signs only together with its session token. */
  | 'temporary'
  /** ABIA: an STS service bearer token. */
  | 'service-bearer'
  /** ACCA: a context-specific (service-specific) credential. */
  | 'context-specific'

/** `old` ids carry no account number. The fifth character decides: its first bit is the generation. */
export type Generation = 'old' | 'new'

const PREFIX_LENGTH = 4
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** Nine characters hold generation bit, account and four opaque bits: 45 bits, which a number holds exactly. */
const ACCOUNT_CHARACTERS = 9
const WELL_FORMED = /^A[A-Z0-9]{3}[A-Z2-7]{16,17}$/
const LARGEST_ACCOUNT = 999_999_999_999
const TWO_TO_THE_40 = 2 ** 40

/** @param id any IAM unique id; anything whose fifth character is not one of Q–Z, 2–7 counts as old */
export const generationOf = (id: string): Generation =>
  BASE32.indexOf(id.charAt(PREFIX_LENGTH)) >= 16 ? 'new' : 'old'

/**
 * The account number an access key id carries: 12 digits with leading zeros (a string, never a number). A hint, not
 * a proof: anyone can make up an id for any account.
 * @param id prefix and body; the longer ids of users and roles (AIDA, AROA) work too
 * @returns null for an id of the old generation, one that is not of an id's form, and one whose number is no account
 */
export const accountOf = (id: string): string | null => {
  if (!WELL_FORMED.test(id) || generationOf(id) === 'old') return null
  let bits = 0
  // Arithmetic, since JavaScript's bitwise operators end at 32 bits.
  for (const character of id.slice(PREFIX_LENGTH, PREFIX_LENGTH + ACCOUNT_CHARACTERS)) {
    bits = bits * 32 + BASE32.indexOf(character)
  }
  const account = Math.floor(bits / 16) % TWO_TO_THE_40
  return account > LARGEST_ACCOUNT ? null : String(account).padStart(12, '0')
}

/** @param id an access key id; one with an unknown prefix counts as long-term, the kind that needs action most */
export const keyKindOf = (id: string): KeyKind => {
  switch (id.slice(0, PREFIX_LENGTH)) {
    case 'ASIA':
      return 'temporary'
    case 'ABIA':
      return 'service-bearer'
    case 'ACCA':
      return 'context-specific'
    default:
      return 'long-term'
  }
}
