/** The blanks or words before a paragraph's first line and before its other ones. */
interface Lead {
  readonly first: string
  readonly rest: string
}

/** A blank at which no line is broken. */
export const TIE = '\u00a0'

/**
 * Unbreakable pieces in lines of at most `width` columns; a longer piece stands on a line of its own. A blank
 * before a piece is shown only inside a line. Text from
 * outside has to be `printable` already.
 */
export const flowed = (pieces: readonly string[], width: number, { first, rest }: Lead): string => {
  const lines: string[] = []
  let line = first
  let isFresh = true
  for (const piece of pieces) {
    if (!isFresh && line.length + 1 + piece.length > width) {
      lines.push(line)
      line = rest
      isFresh = true
    }
    line += isFresh ? piece.trimStart() : ` ${piece}`
    isFresh = false
  }
  return `${[...lines, line].join('\n')}\n`.replaceAll(TIE, ' ')
}

/** Sentences, broken between words. */
export const prose = (text: string, width: number, lead: Lead): string => flowed(wordsOf(text), width, lead)

/** Short phrases joined by `·`, which stays at the end of a line. */
export const phrases = (items: readonly string[], width: number, lead: Lead): string =>
  flowed(
    items.flatMap((item, index) => {
      const words = wordsOf(item)
      const last = words.pop() ?? ''
      return [...words, index + 1 < items.length ? `${last} ·` : last]
    }),
    width,
    lead,
  )

/** `a, b, c.`: each with what follows it. */
export const listed = (items: readonly string[], end: string): readonly string[] =>
  items.map((item, index) => `${item}${index + 1 < items.length ? ',' : end}`)

export const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '')

/** The same blanks on every line. */
export const indentedBy = (columns: number): Lead => ({
  first: ' '.repeat(columns),
  rest: ' '.repeat(columns),
})

/** A label and, below it, blanks of its width. */
export const labelled = (label: string): Lead => ({ first: label, rest: ' '.repeat(label.length) })

/** Lines that begin at the left edge. */
export const NO_LEAD: Lead = { first: '', rest: '' }
