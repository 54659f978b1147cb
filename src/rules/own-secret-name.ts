/**
 * What the name of a variable says of its value. `secret`: it names a credential; `key`: it may; `none`: nothing; `other`:
 * it names something else, which is no secret even where it looks random (an id, a digest, a public key).
 */
export type NameClue = 'secret' | 'key' | 'none' | 'other'

/** As the end of a word, since `DBPASSWORD` and `AUTHTOKEN` have no borders. */
const SECRET_WORD =
  /(?:secrets?|tokens?|passwords?|passwd|passphrase|apikeys?|credentials?)$|^(?:pass|pwd|sshpass)$/

/** What makes a `…_KEY` a credential for certain. */
const KINDS_OF_KEY = new Set('api private signing encryption master'.split(' '))

/** What stands behind a name to tell several apart: `DB_PASSWORD_STAGING`, `SECRET_KEY_BASE`, `TOKEN_2`. */
const VARIANT =
  /^(?:\d+|prod|production|staging|stage|dev|development|test|testing|live|sandbox|base|old|new|current|previous|backup|default|main)$/

const OTHER_WORDS = new Set(
  `alias algorithm arn audience bucket build callback cert certificate checksum client commit count digest dir
  directory domain duration email enabled endpoint expiration expires expiry file filename fingerprint format hash header
  host hostname hosts id ids image issuer length level lifetime limit message mode name names origin origins path paths
  prefix project provider pubkey redirect region revision sha size sock socket store subject suffix tag timeout title ttl
  type uri uris url urls user username version zone`.split(/\s+/),
)

/** Keys of which everybody may know, and keys of tables: `GPG_KEY` is the release manager's in every Python image. */
const OPEN_KEYS = new Set(
  'public publishable anon gpg pgp site host partition primary foreign sort cache row'.split(' '),
)

export const nameClueOf = (name: string): NameClue => {
  // The directories that every shell tells.
  if (/^(?:OLD)?PWD$/.test(name)) return 'other'
  const words = (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase())
  while (words.length > 1 && VARIANT.test(words.at(-1) ?? '')) words.pop()
  const last = words.at(-1) ?? ''
  const before = words.at(-2) ?? ''
  const speaksOfSecret = words.some((word) => SECRET_WORD.test(word))
  if (OTHER_WORDS.has(last) || isOpen(words)) return 'other'
  if (SECRET_WORD.test(last)) return 'secret'
  if (last !== 'key' && last !== 'keys') return speaksOfSecret || last === 'auth' ? 'key' : 'none'
  if (OPEN_KEYS.has(before)) return 'other'
  return speaksOfSecret || KINDS_OF_KEY.has(before) ? 'secret' : 'key'
}

/** `NEXT_PUBLIC_MAPS_TOKEN` goes to every browser; a secret under such a name is one all the same. */
const isOpen = (words: readonly string[]): boolean =>
  words.includes('public') && !words.some((word) => /secret|passw/.test(word))
