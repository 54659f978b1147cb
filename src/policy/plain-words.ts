import { isKnownName } from './name-words.js'

/**
 * What people write as words, in any language. A password of plain letters can't be told from a word; all else that
 * could be a secret has digits, mixed case, other characters, or is long and can't be spoken.
 */

const MOST_CHARACTERS = 40
/** `up-to-date`, `parser.test.ts`; more are a passphrase. */
const MOST_PIECES = 3
const JOINERS = /['’./_-]/

/** One case, a capital at the beginning, one more inside (`GitHub`), or a script that has no case. */
const PIECE = /^(?:\p{Lu}+|\p{Lu}?[\p{Ll}\p{M}]+(?:\p{Lu}\p{Ll}{2,})?|[\p{Lo}\p{M}]+)$/u

export const isPlainWord = (word: string): boolean => {
  if (word.length > MOST_CHARACTERS) return false
  if (isKnownName(word)) return true
  const pieces = word.split(JOINERS)
  return pieces.length <= MOST_PIECES && pieces.every(isPlainPiece)
}

const isPlainPiece = (piece: string): boolean =>
  PIECE.test(piece) && (piece.length < LONG || isSpeakable(piece))

/** From here on letters alone may be a secret. */
const LONG = 12
const LONGEST_WORD = 24
const CONSONANTS_IN_A_ROW = /[b-df-hj-np-tv-xz]{5,}/i

const isSpeakable = (piece: string): boolean =>
  piece.length <= LONGEST_WORD &&
  !CONSONANTS_IN_A_ROW.test(piece) &&
  (piece.match(/[^b-df-hj-np-tv-xz]/gi)?.length ?? 0) >= piece.length / 4
