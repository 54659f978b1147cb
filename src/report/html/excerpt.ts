import type { MaskedLine } from '../../model/index.js'
import { inMarkup } from '../markup.js'

/** The masked lines with their numbers, what was found marked; empty where a report holds none. */
export const excerptBlock = (lines: readonly MaskedLine[]): string =>
  lines.length === 0 ? '' : `<pre><code>${lines.map(lineOf).join('\n')}</code></pre>\n`

const lineOf = ({ line, text, mark }: MaskedLine): string => {
  const shown = text.replaceAll('\t', ' ')
  const words =
    mark === null
      ? inMarkup(shown)
      : `${inMarkup(shown.slice(0, mark.start - 1))}<mark>${inMarkup(shown.slice(mark.start - 1, mark.end - 1))}</mark>${inMarkup(shown.slice(mark.end - 1))}`
  return `<span class="n">${line}</span>${words}`
}
