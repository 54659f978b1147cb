/**
 * A stretch of text that stands for another one. Offsets are UTF-16 indices of the text it was found in, half-open.
 * `from[i]` and `to[i]` say which of its characters the i-th character of `text` was made of.
 */
export interface Rewrite {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
}

/** A stretch that becomes one character, or nothing. */
export const shortRewrite = (start: number, end: number, text: string): Rewrite => ({
  start,
  end,
  text,
  from: [start],
  to: [end],
})

/** In order of place, without those that begin inside of an earlier one. */
export const withoutOverlaps = (rewrites: readonly Rewrite[]): readonly Rewrite[] => {
  const kept: Rewrite[] = []
  let end = 0
  for (const rewrite of rewrites.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (rewrite.start < end) continue
    kept.push(rewrite)
    end = rewrite.end
  }
  return kept
}
