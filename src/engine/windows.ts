import type { HitList } from '../kernel/index.js'
import type { CompiledRule } from '../rules/index.js'
import type { AnchorPlan, Reach } from './anchor-plan.js'

/** A range of chunk bytes in which one rule's pattern runs. Half-open. */
export interface Window {
  readonly rule: CompiledRule
  readonly start: number
  readonly end: number
}

/** Part of a chunk in which hits are looked at; the rest is context that belongs to the neighbouring chunks. */
export interface Core {
  readonly start: number
  readonly end: number
}

/** A merged window longer than this is cut, so that no pattern ever sees an unbounded text. */
const MAX_WINDOW_BYTES = 128 * 1024

const LF = 0x0a

/**
 * The windows that the hits of one chunk open, for each rule merged where they touch. Pieces of a window that had
 * to be cut overlap by twice the rule's reach, so that a match at the cut stands whole in one of them.
 *
 * @param length bytes of `memory` that count
 */
export const windowsOf = (
  plan: AnchorPlan,
  hits: HitList,
  memory: Uint8Array,
  length: number,
  core: Core,
): readonly Window[] => {
  const open = new Map<CompiledRule, { start: number; end: number }>()
  const closed: Window[] = []
  for (let i = 0; i < hits.count; i++) {
    const offset = hits.offsetAt(i)
    if (offset < core.start || offset >= core.end) continue
    for (const reach of plan.wakes[hits.anchorAt(i)] ?? []) {
      const around = rangeAround(reach, offset, memory, length)
      const current = open.get(reach.rule)
      if (current && around.start <= current.end) {
        current.end = Math.max(current.end, around.end)
        current.start = Math.min(current.start, around.start)
        continue
      }
      if (current) closed.push(...pieces(reach.rule, current))
      open.set(reach.rule, { ...around })
    }
  }
  for (const [rule, range] of open) closed.push(...pieces(rule, range))
  return closed
}

const rangeAround = (reach: Reach, offset: number, memory: Uint8Array, length: number): Core => {
  const start = Math.max(0, offset - reach.bytes)
  const end = Math.min(length, offset + reach.bytes)
  if (reach.lines === null) return { start, end }
  return {
    start: linesBack(memory, offset, start, reach.lines),
    end: linesOn(memory, offset, end, reach.lines),
  }
}

/** Start of the line that lies `lines` lines before the one with `offset`, not before `floor`. */
const linesBack = (memory: Uint8Array, offset: number, floor: number, lines: number): number => {
  let left = lines + 1
  for (let at = offset - 1; at >= floor; at--) {
    if (memory[at] === LF && --left === 0) return at + 1
  }
  return floor
}

/** End of the line that lies `lines` lines after the one with `offset`, not after `ceiling`. */
const linesOn = (memory: Uint8Array, offset: number, ceiling: number, lines: number): number => {
  let left = lines + 1
  for (let at = offset; at < ceiling; at++) {
    if (memory[at] === LF && --left === 0) return at
  }
  return ceiling
}

const pieces = (rule: CompiledRule, range: Core): Window[] => {
  if (range.end - range.start <= MAX_WINDOW_BYTES) return [{ rule, ...range }]
  const overlap = 2 * Math.max(rule.window, rule.companion?.bytes ?? 0)
  const cut: Window[] = []
  for (let start = range.start; ; start += MAX_WINDOW_BYTES - overlap) {
    const end = Math.min(range.end, start + MAX_WINDOW_BYTES)
    cut.push({ rule, start, end })
    if (end === range.end) return cut
  }
}
