/** Plain text in lines of at most `width` columns, broken at blanks; line breaks of the text are kept. */
export const wrapped = (text: string, width: number, indent = ''): string =>
  text
    .trim()
    .split('\n')
    .flatMap((paragraph) => linesOf(paragraph.trim().split(/\s+/), width - indent.length))
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n')

/** Words in lines of at most `width` columns; a longer word stands on a line of its own. */
export const linesOf = (words: readonly string[], width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
