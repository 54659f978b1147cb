import { type Rewrite, shortRewrite } from './rewrite.js'

/**
 * Single characters as JSON, source code, URLs, XML and mails write them: `\u0041`, `\x41`, `%41`, `&#65;`, `=41`.
 * Only ASCII: credentials hold nothing else.
 */

const HEX = '[2-7][0-9A-Fa-f]'
const ESCAPE = new RegExp(
  [
    `\\\\{1,4}u(?:00(${HEX})|\\{0{0,4}(${HEX})\\})`,
    `\\\\{1,4}x(${HEX})`,
    `%(?:25)?(${HEX})`,
    `&#[xX]0{0,4}(${HEX});`,
    '&#0{0,4}(\\d{2,3});',
    '\\\\{1,4}([/"\'])',
    '\\\\{1,4}([nrt])(?=[A-Za-z0-9+/=])',
    '&(quot|apos|amp|lt|gt|plus|sol|equals|colon|lowbar);',
    '=(3D|2B|2F)',
  ].join('|'),
  'g',
)

const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  plus: '+',
  sol: '/',
  equals: '=',
  colon: ':',
  lowbar: '_',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** One of these stands in every text that holds an escape. */
const MAY_HOLD_ESCAPES = /\\[uUx/"'nrt]|%[2-7][0-9A-Fa-f]|&[#a-z]|=[23][BDF]/

export const escapeRewrites = (text: string): readonly Rewrite[] => {
  if (!MAY_HOLD_ESCAPES.test(text)) return []
  const rewrites: Rewrite[] = []
  for (const found of text.matchAll(ESCAPE)) {
    const [whole, u, uBraced, x, percent, xmlHex, xmlDecimal, itself, control, named, quoted] = found
    const hex = u ?? uBraced ?? x ?? percent ?? xmlHex ?? quoted
    const character =
      hex !== undefined
        ? String.fromCharCode(Number.parseInt(hex, 16))
        : xmlDecimal !== undefined
          ? asciiOf(Number(xmlDecimal))
          : (itself ?? NAMED[control ?? named ?? ''] ?? null)
    if (character !== null) rewrites.push(shortRewrite(found.index, found.index + whole.length, character))
  }
  return rewrites
}

const asciiOf = (code: number): string | null =>
  code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : null
