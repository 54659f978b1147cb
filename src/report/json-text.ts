// Legal inside JSON strings, but they end lines, steer terminals or reorder text where a report is looked at.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const escapeUnits = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')

/** Line breaks of the layout stand between strings, where nothing is to be escaped. */
const escapeInside = (character: string): string => (character === '\n' ? character : escapeUnits(character))

/**
 * JSON that reads the same everywhere: `JSON.stringify`, which already writes lone surrogates as escapes, and
 * escapes for every other character that is not seen. Nothing is lost: parsing gives the same value.
 * @param indent blanks of each level; 0 for one line
 */
export const jsonText = (value: unknown, indent = 0): string => seen(JSON.stringify(value, null, indent))

/** An escape of a lone surrogate, not the text of one behind an escaped backslash. */
const LONE_SURROGATE = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g

/** The same on one line with U+FFFD for lone surrogates: strict parsers refuse a whole file for one. */
export const wellFormedJsonText = (value: unknown): string =>
  seen(JSON.stringify(value).replace(LONE_SURROGATE, '$1\u{fffd}'))

/** Build servers obey `##vso[…]` and `##[…]` wherever they stand in a line of a log. */
const BUILD_COMMAND = /##(?=\w*\[)/g

const seen = (json: string): string => json.replace(UNSAFE, escapeInside).replace(BUILD_COMMAND, '#\\u0023')
