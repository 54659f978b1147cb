import type { NameClue } from './own-secret-name.js'

/** Characters of the shortest value that is looked for: `true`, `3000` and `production` stand everywhere. */
export const LEAST_OWN_CHARACTERS = 16

/**
 * What is to be looked for of a variable's value: nothing, the value, or the value and the password in it where it is a
 * URL. A value under a name that speaks of a secret may be made of words; under any other it must look random.
 * How random it is in bits, the caller asks.
 */
export const secretsInValue = (value: string, clue: NameClue): readonly string[] => {
  if (value.length < LEAST_OWN_CHARACTERS || PLACEHOLDER.test(value)) return []
  const url = URL_FORM.exec(value)
  if (url !== null) {
    const password = url.groups?.password ?? ''
    return password === '' ? [] : [value, password].filter((one) => one.length >= LEAST_OWN_CHARACTERS)
  }
  if (clue === 'other' || NO_SECRET.some((form) => form.test(value))) return []
  if (looksRandom(value)) return clue !== 'secret' && UUID.test(value) ? [] : [value]
  return clue === 'secret' && !PATH.test(value) ? [value] : []
}

/** What stands until someone fills it in, and what only names where the value is to be found. */
const PLACEHOLDER =
  /change.?(?:me|this)|your[-_ ]|example|placeholder|dummy|sample|replace.?(?:me|this|with)|insert[-_ ]|redacted|to-?do[-_ ]|x{4}|\*{4}|\.{3}|^<.*>$|\$[{(]|\{\{|^(?:vault|ssm|op|enc|ref|arn|secretsmanager|keyring)[:[]|^projects\//i

const URL_FORM = /^[a-z][a-z0-9+.-]*:\/\/(?:[^\s/?#@:]*:(?<password>[^\s/?#@]*)@)?/i

/** Whatever the name says. */
const NO_SECRET: readonly RegExp[] = [
  // Versions, dates and digests.
  /^v?\d+(?:\.\d+)+(?:[-+.][\w.]*)?$/,
  /^\d{4}-\d\d-\d\d/,
  /^sha\d+[:-]/,
  // Host names, mail addresses.
  /^(?:[a-z0-9_-]+\.)+[a-z]{2,24}(?::\d+)?$/,
  /^[\w.+-]+@[\w.-]+\.[a-z]{2,24}$/,
  // Access key ids, which are no secrets; public keys and certificates.
  /^A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}$/,
  /^(?:ssh|ecdsa)-\S+ AAAA/,
  /^-----BEGIN (?:[A-Z0-9 ]* )?(?:PUBLIC KEY|CERTIFICATE)(?: REQUEST)?-----/,
]

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const PATH = /^(?:~?\/|\.{1,2}[\\/]|[A-Za-z]:[\\/]|\\\\)/

/**
 * Whether a run in it holds much that is no word, in letters of both cases or with digits. Names of buckets, hosts and
 * programs must not be taken for secrets: they stand in tracked files as well, and rightly. Of random values of 16
 * characters 1 in 17 (base64) and 1 in 100 (hex) pass for words, of 40 characters 1 in 600 and none.
 */
export const looksRandom = (value: string): boolean =>
  (value.match(RUN) ?? []).some((run) => {
    const strange = strangeIn(run)
    return strange >= LEAST_STRANGE && strange >= LEAST_SHARE * run.length && kindsIn(run) >= 2
  })

const RUN = /[A-Za-z0-9+/=_~-]{16,}/g
const LEAST_STRANGE = 8
const LEAST_SHARE = 0.4

/** Letters and digits that belong to no word. */
const strangeIn = (run: string): number =>
  (run.match(PIECE) ?? []).filter((piece) => !isWord(piece)).join('').length

const PIECE = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g

const isWord = (piece: string): boolean =>
  piece.length >= 3 &&
  !/[^aeiouy]{4}/i.test(piece) &&
  (piece.match(/[aeiouy]/gi)?.length ?? 0) >= piece.length / 6

const kindsIn = (run: string): number =>
  [/[a-z].*[a-z]/, /[A-Z].*[A-Z]/, /\d.*\d/].filter((kind) => kind.test(run)).length
