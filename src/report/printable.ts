// Controls, line and paragraph separators, bidirectional overrides, lone surrogates: what could move the cursor,
// colour the terminal or make a text read differently from what it is.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

// Build servers take orders from what is printed: GitHub from `::name::` at the start of a line or `##[name]`,
// Azure from `##vso[name]`. Every line that begins with foreign text begins with one of its words.
const ORDER = /(?<=^|\s):(?=:)|#(?=#\w*\[)/gu

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** Text from outside (a path, a name, a line of a file) in a form that is safe to show on one line of a terminal or a log. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, escaped).replace(ORDER, escaped)

/** The same, one entry for each character of the text, for who counts columns. */
export const printableCharacters = (text: string): readonly string[] => {
  const orders = new Set([...text.matchAll(ORDER)].map(({ index }) => index))
  let at = 0
  return Array.from(text, (character) => {
    const shown = orders.has(at) ? escaped(character) : character.replace(UNPRINTABLE, escaped)
    at += character.length
    return shown
  })
}

/** Whether a text shows as it is. */
export const isPrintable = (text: string): boolean => printable(text) === text
