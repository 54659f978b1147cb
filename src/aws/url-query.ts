import type { Candidate, Span } from '../model/index.js'

/** The query that a value stands in, as far as the text around the value shows it. */
export interface UrlQuery {
  /** In the blob. */
  readonly span: Span
  /** The part of it that is near the value. */
  readonly text: string
}

/** Longer queries than this hold no more that matters. */
const MOST_UNITS = 3072
/** Scope, date and duration stand side by side; a token, if there is one, stands beside them. */
const NEAR_UNITS = 1024

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
    text: text.slice(Math.max(from, start - NEAR_UNITS), Math.min(to, end + NEAR_UNITS)),
  }
}

/** What ends a query in running text, in quotes, in markup and in lists; `?` begins the one that the value stands in. */
const ENDS = '"\'`<>(){}[]|^?,'
const BACKSLASH = 0x5c

/** By code: 1 for printable ASCII that may stand in a query. A table, since values by the thousand may stand in a line. */
const MAY_STAND = Uint8Array.from({ length: 256 }, (_, code) =>
  code > 0x20 && code < 0x7f && !ENDS.includes(String.fromCharCode(code)) ? 1 : 0,
)

const isOfQuery = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  // A backslash is of an escaped `&`, `=` or `/`, or it is of an escape that ends a string or a line.
  if (code === BACKSLASH) return /^\\{1,4}(?:u00(?:26|3[dD])|\/)/.test(text.slice(at, at + 10))
  return MAY_STAND[code] === 1
}
