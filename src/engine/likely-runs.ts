import { type Run, runsIn } from './runs.js'
import type { Range } from './windows.js'

/** What may be glued to a value: the tail of an escape, `3D` of quoted-printable, `33m` of a terminal's colour. */
const MOST_GLUED = 6
/** What is glued may lower the entropy of all by so much. */
const GLUED_BITS = 0.25

/** The runs of a range that a match may be in: of the right length and random enough, or with escapes in them. */
export const likelyRunsIn = (memory: Uint8Array, range: Range, run: Run): readonly Range[] => {
  const runs = runsIn(memory, range, run)
  return run.longest === null ? runs : runs.filter((found) => isLikely(memory, found, run, run.longest ?? 0))
}

const BACKSLASH = 0x5c
const PERCENT = 0x25
const AMPERSAND = 0x26
const TWO = 0x32
const HASH = 0x23

const isLikely = (memory: Uint8Array, { start, end }: Range, run: Run, longest: number): boolean => {
  let first = start
  for (let at = start; at <= end; at++) {
    const byte = at < end ? (memory[at] as number) : 0
    if (isWordByte(byte)) continue
    const count = at - first
    if (count >= run.length && count <= longest + MOST_GLUED && isRandom(memory, first, at, run)) return true
    if (byte === BACKSLASH) return true
    const next = memory[at + 1]
    if ((byte === PERCENT && next === TWO) || (byte === AMPERSAND && next === HASH)) return true
    first = at + 1
  }
  return false
}

const isWordByte = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x2f && byte <= 0x39) ||
  byte === 0x2b ||
  byte === 0x2d ||
  byte === 0x5f

/** Used again and again, and left as it was found: runs are many. */
const counts = new Uint16Array(128)

const isRandom = (memory: Uint8Array, start: number, end: number, { entropy }: Run): boolean => {
  let distinct = 0
  for (let at = start; at < end; at++) {
    const byte = memory[at] as number
    if (counts[byte] === 0) distinct++
    counts[byte] = (counts[byte] as number) + 1
  }
  const least = entropy - GLUED_BITS
  let bits = 0
  for (let at = start; at < end; at++) {
    const count = counts[memory[at] as number] as number
    if (count === 0) continue
    counts[memory[at] as number] = 0
    // So many different characters can't come to more bits than this.
    if (distinct < 2 ** least) continue
    bits -= (count / (end - start)) * Math.log2(count / (end - start))
  }
  return bits >= least
}
