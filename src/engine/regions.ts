import type { HitList } from '../kernel/index.js'
import type { AnchorPlan } from './anchor-plan.js'
import type { Range, Window } from './windows.js'

/** How far around the encoded form of an anchor a text is decoded: a file of credentials and more. */
export const ENCODED_REACH_BYTES = 8 * 1024
/** A longer region is cut. Pieces overlap by the reach, so that what stands at a cut is seen whole in one of them. */
export const MAX_REGION_BYTES = 128 * 1024

/**
 * The ranges of a chunk in which encoded text is looked for: around encoded anchors, and in the windows of rules that
 * ask for it, since a name may stand in plain text before an encoded value. In order, apart except where one was cut.
 */
export const regionsOf = (
  plan: AnchorPlan,
  hits: HitList,
  windows: readonly Window[],
  length: number,
): readonly Range[] => {
  const ranges: Range[] = windows.filter(({ rule }) => rule.encoded !== null)
  if (plan.encoded.size > 0)
    for (let i = 0; i < hits.count; i++)
      if (plan.encoded.has(hits.anchorAt(i))) ranges.push(around(hits.offsetAt(i), length))
  return merged(ranges).flatMap(pieces)
}

const around = (offset: number, length: number): Range => ({
  start: Math.max(0, offset - ENCODED_REACH_BYTES),
  end: Math.min(length, offset + ENCODED_REACH_BYTES),
})

const merged = (ranges: readonly Range[]): readonly Range[] => {
  const apart: Range[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last === undefined || start > last.end) apart.push({ start, end })
    else if (end > last.end) apart[apart.length - 1] = { start: last.start, end }
  }
  return apart
}

const pieces = ({ start, end }: Range): readonly Range[] => {
  const cut: Range[] = []
  for (let at = start; ; at += MAX_REGION_BYTES - 2 * ENCODED_REACH_BYTES) {
    const stop = Math.min(end, at + MAX_REGION_BYTES)
    cut.push({ start: at, end: stop })
    if (stop === end) return cut
  }
}
