import type { Range } from './windows.js'

/** An unbroken run of at least `length` of the characters whose entries are 1. */
export interface Run {
  readonly table: Uint8Array
  readonly length: number
}

/** @param characters latin1 */
export const runOf = (characters: string, length: number): Run => {
  const table = new Uint8Array(256)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return { table, length }
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
