// Controls, line and paragraph separators, bidirectional overrides, lone surrogates: what could move the cursor,
// colour the terminal or make a text read differently from what it is.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** Text from outside (a path, an option's value) in a form that is safe to show on one line of a terminal. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
