/**
 * What a match may touch. `\b` is of no use here: it takes `_` for a letter and ends before a final `+` or `/`.
 * Characters of the token's own alphabet may not stand on either side, but the tail of an escape is no character:
 * in `\nAKIA…`, `%3DAKIA…`, quoted-printable `=3DAKIA…` and behind a terminal's colour the id begins cleanly.
 */

/** Hex codes of characters that part values: line ends, space, quotes, brackets, `& , : ; < = >`. */
const SEPARATOR_CODES = '(?:0[9AaDd]|2[02678CcEe9]|3[AaBbCcDdEe]|5[BbDd]|7[BbCcDd])'
/** What a terminal takes for a colour, `ESC [ 33 m`: the byte itself, its spellings, or lost on the way into a log. */
const ESC = '(?:\\x1b|\\\\(?:u00|x)1[Bb]|\\\\u\\{1[Bb]\\}|\\\\0?33|\\\\[eE]|\\^\\[|\u241b)'
const COLOUR = `(?:${ESC}\\[[\\d;]{0,16}[mK]|\\[\\d[\\d;]{0,15}m)`
const SEPARATING_ESCAPE = `(?:\\\\[nrtbf]|[%=]${SEPARATOR_CODES}|\\\\(?:u00|x)${SEPARATOR_CODES}|${COLOUR})`
/** `+`, `/` and `=` as JSON, percent encoding, source code and XML write them. */
const ESCAPED_SIGN = {
  '+': ['%2[Bb]', '\\\\{1,4}u002[Bb]', '\\\\{1,4}x2[Bb]', '&#(?:43|x2[Bb]);'],
  '/': ['\\\\{1,4}/', '%2[Ff]', '\\\\{1,4}u002[Ff]', '\\\\{1,4}x2[Ff]', '&#(?:47|x2[Ff]);'],
  '=': ['%3[Dd]', '\\\\{1,4}u003[Dd]', '\\\\{1,4}x3[Dd]', '&#(?:61|x3[Dd]);'],
} as const
type Sign = keyof typeof ESCAPED_SIGN

const SIGNS: readonly Sign[] = ['+', '/', '=']

/**
 * The pattern with its boundaries.
 * @param alphabet inside of a character class. `=` counts on the right only, since on the left it assigns
 */
export const bounded = (pattern: string, alphabet: string): string => {
  const right = [
    `[${alphabet}]`,
    ...SIGNS.filter((sign) => isIn(alphabet, sign)).flatMap((sign) => ESCAPED_SIGN[sign]),
  ]
  const left = alphabet.replaceAll('=', '')
  return `(?:(?<![${left}])|(?<=${SEPARATING_ESCAPE}))${pattern}(?!${right.join('|')})`
}

const isIn = (alphabet: string, character: string): boolean => new RegExp(`[${alphabet}]`).test(character)

/**
 * Inside of the character class of everything that the group `secret` of a pattern can hold: its literals and classes,
 * without what quantifiers and groups are made of.
 */
export const alphabetOf = (pattern: string): string => {
  const kinds = tokensOf(pattern).flatMap((token) => {
    if (token.startsWith('[')) return token.startsWith('[^') ? [] : [token.slice(1, -1)]
    return /^(?:\\[wd]|[A-Za-z0-9_])$/.test(token) ? [token] : []
  })
  return [...new Set(kinds)].join('')
}

/** All characters (latin1) that the group `secret` of a pattern can hold; more than these rather than fewer. */
export const charactersOf = (pattern: string): string => {
  const units = tokensOf(pattern)
    .filter((token) => !/^(?:\{|\(\?|[()|*+?^$]$)/.test(token))
    .map((token) => new RegExp(token))
  const all = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code))
  return all.filter((character) => units.some((unit) => unit.test(character))).join('')
}

/** Classes, escapes, quantifiers, group heads and single characters of the group `secret` and what follows it. */
const tokensOf = (pattern: string): readonly string[] => {
  const inside = /\(\?<secret>/.exec(pattern)
  const source = inside === null ? pattern : pattern.slice(inside.index + inside[0].length)
  return source.match(/\[(?:\\.|[^\]\\])*\]|\\.|\{\d+(?:,\d*)?\}|\(\?<?[:=!]|[^\\[\]]/g) ?? []
}
