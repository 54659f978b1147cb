import type { HitList } from '../kernel/index.js'
import type { CompiledRule } from '../rules/index.js'
import { type AnchorPlan, MAX_REACH_BYTES, type Reach } from './anchor-plan.js'
import { likelyRunsIn } from './likely-runs.js'
import type { Run } from './runs.js'

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
  const open = new Map<CompiledRule, Neighbourhood>()
  const closed: Window[] = []
  const close = (hood: Neighbourhood): void => {
    const telling = hood.run === null ? hood : nearRuns(hood, likelyRunsIn(memory, hood, hood.run))
    addWindows(text, telling, closed)
  }
  for (let i = 0; i < hits.count; i++) {
    const offset = hits.offsetAt(i)
    for (const reach of plan.wakes[hits.anchorAt(i)] ?? []) {
      const hood = open.get(reach.rule)
      const start = Math.max(0, offset - reach.bytes)
      const end = Math.min(length, offset + reach.bytes)
      if (hood !== undefined && start <= hood.end) {
        hood.start = Math.min(hood.start, start)
        hood.end = Math.max(hood.end, end)
        hood.reaches.push(reach)
        hood.offsets.push(offset)
        continue
      }
      if (hood !== undefined) close(hood)
      open.set(reach.rule, { start, end, run: reach.run, reaches: [reach], offsets: [offset] })
    }
  }
  for (const hood of open.values()) close(hood)
  return closed
}

/** The hits of one rule that are near each other by bytes alone: lines are counted only where there is something to find. */
interface Neighbourhood {
  start: number
  end: number
  readonly run: Run | null
  readonly reaches: Reach[]
  readonly offsets: number[]
}

/** The hits whose windows may hold one of these runs; both are in order. */
const nearRuns = (
  hood: Neighbourhood,
  runs: readonly Range[],
): Pick<Neighbourhood, 'reaches' | 'offsets'> => {
  const reaches: Reach[] = []
  const offsets: number[] = []
  let next = 0
  for (const [index, reach] of (runs.length === 0 ? [] : hood.reaches).entries()) {
    const offset = hood.offsets[index] as number
    while (next < runs.length && (runs[next] as Range).end < offset - MAX_REACH_BYTES) next++
    for (let i = next; i < runs.length; i++) {
      const run = runs[i] as Range
      if (run.start > offset + reach.bytes) break
      if (run.end < offset - reach.bytes) continue
      reaches.push(reach)
      offsets.push(offset)
      break
    }
  }
  return { reaches, offsets }
}

const addWindows = (
  text: Text,
  { reaches, offsets }: Pick<Neighbourhood, 'reaches' | 'offsets'>,
  closed: Window[],
): void => {
  const [first, ...others] = reaches
  if (first === undefined) return
  let open = new OpenWindow(text, first, offsets[0] as number)
  for (const [index, reach] of others.entries()) {
    const offset = offsets[index + 1] as number
    if (open.takes(reach, offset)) continue
    closed.push(...pieces(first.rule, open.range()))
    open = new OpenWindow(text, reach, offset)
  }
  closed.push(...pieces(first.rule, open.range()))
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
