const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu

/** Text of a SARIF property on one line: whatever can't be seen becomes one blank. */
export const oneLine = (text: string): string => text.replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim()

/**
 * Text that may stand in `message.text`, where `[…](1)` is a link and `{0}` a placeholder (SARIF 2.1.0, 3.11.5 and
 * 3.11.6).
 */
export const inMessage = (text: string): string =>
  oneLine(text)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&')

/** At most `most` characters, never half of one, never none: GitHub refuses empty texts. */
export const bounded = (text: string, most: number): string => {
  const characters = [...oneLine(text)]
  if (characters.length === 0) return '(none)'
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}

/** Text that shows as it is in Markdown: no mark-up, no HTML, no table, no list. */
export const inMarkdown = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
