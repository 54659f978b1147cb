import { HIDDEN } from '../model/index.js'
import { isKnownName } from './name-words.js'
import { isKeyId, withoutValues } from './own-values.js'
import { isPlainWord } from './plain-words.js'

/**
 * Free text that a person wrote, as reports may show it: an allow marker's reason. Words stay, and numbers too short to
 * be a secret. Whatever stands right of a `=` or `:` is hidden, and every quoted string, and every other word.
 */

const OPERATOR = /[=:]/
/** An apostrophe inside or behind a word quotes nothing. */
const QUOTED = /["`“„«].*?(?:["`”“»]|$)|(?<!\p{L})['‘‚].*?(?:['’](?!\p{L})|$)/gsu

/** Counts, years and days, versions, tickets. */
const NUMBER =
  /^(?:#?\d{1,3}|(?:19|20)\d\d(?:-\d\d){0,2}|v?\d{1,2}(?:\.\d{1,3}){1,2}|v\d{1,2}|[A-Z]{2,10}-\d{1,5})$/
/** What may stand around a word. */
const WORD = /^(?<before>[([]*)(?<word>.*?)(?<after>[)\].,;!?'’]*)$/su
/** Where nothing but this stands between blanks. */
const PUNCTUATION = /^[-–—&+/.,;!?()[\]]+$/u

/** @param values of the finding; one of them, or four characters of it, is no word */
export const maskReason = (reason: string, values: readonly string[] = []): string => {
  const text = withoutValues(reason, values)
  const operator = text.search(OPERATOR)
  if (operator < 0) return wordsOf(text, values)
  const right = text.slice(operator + 1).trim() === '' ? '' : ` ${HIDDEN}`
  return `${wordsOf(text.slice(0, operator), values)}${text.charAt(operator)}${right}`
}

const wordsOf = (text: string, values: readonly string[]): string => {
  const shown: string[] = []
  for (const word of text.replace(QUOTED, ` ${HIDDEN} `).split(/\s+/)) {
    const next = word === '' ? word : shownWord(word, values)
    if (next !== '' && !(next === HIDDEN && shown.at(-1) === HIDDEN)) shown.push(next)
  }
  return shown.join(' ')
}

const shownWord = (text: string, values: readonly string[]): string => {
  if (PUNCTUATION.test(text) && text.length < SHORTEST_PART) return text
  const { word = '', after = '' } = WORD.exec(text)?.groups ?? {}
  if (after.length >= SHORTEST_PART || !isHarmless(word)) return HIDDEN
  return isKeyId(word) || !isPartOf(word, values) ? text : HIDDEN
}

const isHarmless = (word: string): boolean =>
  NUMBER.test(word) || isPlainWord(word) || isKnownName(word) || isKeyId(word)

const SHORTEST_PART = 4

const isPartOf = (word: string, values: readonly string[]): boolean =>
  word.length >= SHORTEST_PART && values.some((value) => value.toLowerCase().includes(word.toLowerCase()))
