import { printable } from './printable.js'

/** All punctuation but what means nothing to Markdown inside a line; a colon begins addresses and names of pictures. */
const MARKS = /[^\P{ASCII}\w\s,.\-/();':]|_|:(?=[^\s\d])/gu

const entity = (character: string): string => `&#${character.charCodeAt(0)};`

/**
 * Text from outside as it may stand inside a line of GitHub's Markdown: no mark-up, table, HTML, link, mention or
 * reference. Character references are text wherever they stand (CommonMark, 6.2); a comment parts `@` and `#` from what
 * follows, since GitHub looks for mentions in the finished text; `www.` begins a link without any mark.
 */
export const inMarkdownLine = (text: string): string =>
  printable(text)
    .replace(MARKS, entity)
    .replace(/&#(?:64|35);(?=\w)/g, '$&<!-- -->')
    .replace(/www\./gi, (host) => `${host.slice(0, -1)}&#46;`)

/** The same in the type of code. */
export const codeInMarkdown = (text: string): string => `<code>${inMarkdownLine(text)}</code>`
