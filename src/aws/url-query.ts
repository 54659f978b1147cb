import type { Candidate, Span } from '../model/index.js'

/** The query that a value stands in, as far as the text around the value shows it. */
export interface UrlQuery {
  /** In the blob. */
  readonly span: Span
  readonly text: string
}

/** Longer queries than this hold no more that matters. */
const MOST_UNITS = 4096

/** Two values stand in one query if what is seen around each touches: nothing that ends a query lies between. */
export const isSameQuery = (a: UrlQuery, b: UrlQuery): boolean =>
  a.span.start <= b.span.end && b.span.start <= a.span.end

export const queryAround = ({ span, around: { text, start, end } }: Candidate): UrlQuery => {
  let from = start
  while (from > 0 && start - from < MOST_UNITS && isOfQuery(text, from - 1)) from--
  let to = end
  while (to < text.length && to - end < MOST_UNITS && isOfQuery(text, to)) to++
  return {
    span: { start: span.start - (start - from), end: span.end + (to - end) },
    text: text.slice(from, to),
  }
}

/** What ends a query in running text, in quotes, in markup and in lists; `?` begins the one that the value stands in. */
const ENDS = new Set('"\'`<>(){}[]|^?,')

const isOfQuery = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  if (code <= 0x20 || code >= 0x7f) return false
  const character = text.charAt(at)
  // A backslash is of an escaped `&`, `=` or `/`, or it is of an escape that ends a string or a line.
  if (character === '\\') return /^\\{1,4}(?:u00(?:26|3[dD])|\/)/.test(text.slice(at, at + 10))
  return !ENDS.has(character)
}
