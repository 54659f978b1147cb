import { HIDDEN } from '../model/index.js'

/** Where a finding's own values stand in a text that is not its line: a path, a reason. */

const KEY_ID = /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}$/

/** An access key id is an identifier, and its reader needs it. */
export const isKeyId = (text: string): boolean => KEY_ID.test(text)

/**
 * The text with `<hidden>` for every value that is no access key id. A value is found as it is, percent-encoded, and with
 * other characters for those that file names can't have or must not.
 */
export const withoutValues = (text: string, values: readonly string[]): string =>
  values.filter((value) => value !== '' && !isKeyId(value)).reduce(withoutValue, text)

const withoutValue = (text: string, value: string): string =>
  // Most texts hold no value, and making an expression for each would cost more than all else that is done for one.
  text.includes(longestPlainRun(value))
    ? text.replace(new RegExp(Array.from(value, spellings).join(''), 'g'), HIDDEN)
    : text

/** Letters and digits have one spelling, so every spelling of the value holds this. */
const longestPlainRun = (value: string): string =>
  (value.match(/[A-Za-z0-9]+/g) ?? []).reduce(
    (longest, run) => (run.length > longest.length ? run : longest),
    '',
  )

const spellings = (character: string): string => {
  // A lone surrogate has no encoding.
  const encoded = /^\p{Cs}$/u.test(character) ? '' : encodeURIComponent(character)
  const hex = encoded.startsWith('%')
    ? `|${encoded.replace(/[A-F]/g, (digit) => `[${digit}${digit.toLowerCase()}]`)}`
    : ''
  if (character === '/') return `(?:[/_+:~,.-]${hex}|\\\\/)`
  if (character === '+') return `(?:[+ _-]${hex})`
  return `(?:${character.replace(/[^\w\s]/g, '\\$&')}${hex})`
}
