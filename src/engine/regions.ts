import type { HitList } from '../kernel/index.js'
import { type AnchorPlan, ENCODED_REACH_BYTES } from './anchor-plan.js'
import type { Range } from './windows.js'

/** A longer region is cut. Pieces overlap by the reach, so that what stands at a cut is seen whole in one of them. */
export const MAX_REGION_BYTES = 128 * 1024

/** The ranges of a chunk in which encoded text is looked for. In order, apart except where one was cut. */
export const regionsOf = (plan: AnchorPlan, hits: HitList, length: number): readonly Range[] => {
  const ranges: { start: number; end: number }[] = []
  for (let i = 0; i < hits.count; i++) {
    const reach = plan.decodes[hits.anchorAt(i)] as number
    if (reach === 0) continue
    const start = Math.max(0, hits.offsetAt(i) - reach)
    const end = Math.min(length, hits.offsetAt(i) + reach)
    const last = ranges.at(-1)
    // Hits come in order of place, their ranges nearly so.
    if (last === undefined || start > last.end) ranges.push({ start, end })
    else ranges[ranges.length - 1] = { start: Math.min(last.start, start), end: Math.max(last.end, end) }
  }
  return ranges.flatMap(pieces)
}

const pieces = ({ start, end }: Range): readonly Range[] => {
  const cut: Range[] = []
  for (let at = start; ; at += MAX_REGION_BYTES - 2 * ENCODED_REACH_BYTES) {
    const stop = Math.min(end, at + MAX_REGION_BYTES)
    cut.push({ start: at, end: stop })
    if (stop === end) return cut
  }
}
