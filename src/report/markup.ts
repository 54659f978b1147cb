import { printable } from './printable.js'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Not characters at all, and refused by XML 1.0; everything else that it refuses is no printable text. */
const NO_CHARACTER = /[\ufffe\uffff]/g

/** Text from outside as it may stand between tags and in quoted attributes of HTML and XML. */
export const inMarkup = (text: string): string =>
  printable(text)
    .replace(NO_CHARACTER, '\u{fffd}')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
