import type { HitList } from '../kernel/index.js'
import type { CompiledRule } from '../rules/index.js'
import type { AnchorPlan, Reach } from './anchor-plan.js'

/** A range of chunk bytes in which one rule's pattern runs. Half-open. */
export interface Window extends Range {
  readonly rule: CompiledRule
}

/** A range of chunk bytes. Half-open. */
export interface Range {
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
): readonly Window[] => {
  const text: Text = { memory, length }
  const open = new Map<CompiledRule, OpenWindow>()
  const closed: Window[] = []
  for (let i = 0; i < hits.count; i++) {
    const offset = hits.offsetAt(i)
    for (const reach of plan.wakes[hits.anchorAt(i)] ?? []) {
      const current = open.get(reach.rule)
      if (current?.takes(reach, offset) === true) continue
      if (current) closed.push(...pieces(reach.rule, current.range()))
      open.set(reach.rule, new OpenWindow(text, reach, offset))
    }
  }
  for (const [rule, window] of open) closed.push(...pieces(rule, window.range()))
  return closed
}

interface Text {
  readonly memory: Uint8Array
  readonly length: number
}

/**
 * A window that may still grow. Where it ends is found out only when a hit lies beyond what is known of it, so that a
 * text full of hits is walked through about once and not once a hit. Hits come in order of offset.
 */
class OpenWindow {
  readonly #text: Text
  readonly #first: Reach
  #start: number
  #end: number
  /** The last hit that `#end` does not count yet. */
  #pending: { readonly reach: Reach; readonly offset: number } | null = null

  constructor(text: Text, reach: Reach, offset: number) {
    this.#text = text
    this.#first = reach
    this.#start = startOf(text, reach, offset)
    this.#end = endOf(text, reach, offset)
  }

  /** Grows by this hit's window if the two touch. */
  takes(reach: Reach, offset: number): boolean {
    if (offset > this.#end) this.#settle()
    if (offset > this.#end && startOf(this.#text, reach, offset) > this.#end) return false
    // Only hits of one reach are known to open and to close in order of offset.
    if (reach !== this.#first) this.#start = Math.min(this.#start, startOf(this.#text, reach, offset))
    if (this.#pending !== null && this.#pending.reach !== reach) this.#settle()
    this.#pending = { reach, offset }
    if (offset > this.#end) this.#settle()
    return true
  }

  range(): Range {
    this.#settle()
    return { start: this.#start, end: this.#end }
  }

  #settle(): void {
    if (this.#pending === null) return
    const { reach, offset } = this.#pending
    this.#end = Math.max(this.#end, endOf(this.#text, reach, offset))
    this.#pending = null
  }
}

/** Start of the line that lies `reach.lines` lines before the one with `offset`, not before the reach in bytes. */
const startOf = ({ memory }: Text, reach: Reach, offset: number): number => {
  const floor = Math.max(0, offset - reach.bytes)
  if (reach.lines === null) return floor
  let left = reach.lines + 1
  for (let at = offset - 1; at >= floor; at--) {
    if (memory[at] === LF && --left === 0) return at + 1
  }
  return floor
}

/** End of the line that lies `reach.lines` lines after the one with `offset`, not after the reach in bytes. */
const endOf = ({ memory, length }: Text, reach: Reach, offset: number): number => {
  const ceiling = Math.min(length, offset + reach.bytes)
  if (reach.lines === null) return ceiling
  let left = reach.lines + 1
  for (let at = offset; at < ceiling; at++) {
    if (memory[at] === LF && --left === 0) return at
  }
  return ceiling
}

const pieces = (rule: CompiledRule, range: Range): Window[] => {
  if (range.end - range.start <= MAX_WINDOW_BYTES) return [{ rule, ...range }]
  const overlap = 2 * Math.max(rule.window, rule.companion?.bytes ?? 0)
  const cut: Window[] = []
  for (let start = range.start; ; start += MAX_WINDOW_BYTES - overlap) {
    const end = Math.min(range.end, start + MAX_WINDOW_BYTES)
    cut.push({ rule, start, end })
    if (end === range.end) return cut
  }
}
