import type { Range } from './windows.js'

/** An unbroken run of at least `length` of the characters whose entries are 1. */
export interface Run {
  readonly table: Uint8Array
  readonly length: number
  /** What is written without escapes is no longer than this; null where it may be of any length. */
  readonly longest: number | null
  /** Least bits a character of what is written without escapes; 0 where none are asked. */
  readonly entropy: number
}

/** How a rule declares it; `characters` are latin1. */
export interface DeclaredRun {
  readonly characters: string
  readonly length: number
  readonly longest?: number | null
}

export const runOf = ({ characters, length, longest = null }: DeclaredRun, entropy: number | null): Run => {
  const table = new Uint8Array(256)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return { table, length, longest, entropy: entropy ?? 0 }
}

/**
 * The runs in a range of bytes, each as long as it is. Where words are short most bytes are never looked at: if the
 * last of `length` bytes does not belong, no run holds any of them.
 */
export const runsIn = (
  memory: Uint8Array,
  { start, end }: Range,
  { table, length }: Run,
): readonly Range[] => {
  const runs: Range[] = []
  let at = start
  while (at + length <= end) {
    const last = at + length - 1
    let first = last + 1
    while (first > at && table[memory[first - 1] as number] === 1) first--
    if (first > at) {
      at = first
      continue
    }
    let stop = last + 1
    while (stop < end && table[memory[stop] as number] === 1) stop++
    runs.push({ start: at, end: stop })
    at = stop + 1
  }
  return runs
}
