import type { Span } from '../model/index.js'

/** Spans in order, each with the furthest end of all up to it: what holds a span is found without looking at each. */
export interface SpanSet {
  readonly starts: readonly number[]
  readonly furthest: readonly number[]
}

export const spanSet = (spans: readonly Span[]): SpanSet => {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let end = Number.NEGATIVE_INFINITY
  return {
    starts: sorted.map(({ start }) => start),
    furthest: sorted.map((span) => {
      end = Math.max(end, span.end)
      return end
    }),
  }
}

/** Whether one of the set begins no later and ends no earlier. */
export const isWithinAny = ({ start, end }: Span, { starts, furthest }: SpanSet): boolean => {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] as number) <= start) low = middle + 1
    else high = middle
  }
  return low > 0 && (furthest[low - 1] as number) >= end
}
