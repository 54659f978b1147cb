import { type Run, runsIn } from './runs.js'
import type { Range } from './windows.js'

/** Escapes that look alike may lower the entropy by so much. */
const BLURRED_BITS = 0.25

/** The runs of a range that a match may be in: of the right length and random enough, escapes undone. */
export const likelyRunsIn = (memory: Uint8Array, range: Range, run: Run): readonly Range[] => {
  const runs = runsIn(memory, range, run)
  const { longest } = run
  return longest === null ? runs : runs.filter((found) => holdsValue(memory, found, run, longest))
}

const BACKSLASH = 0x5c
const PERCENT = 0x25
const AMPERSAND = 0x26
const EQUALS = 0x3d
const OPENING = 0x5b
const SEMICOLON = 0x3b

/** The longest value that a rule may declare, and what may be glued to it. */
const MOST_CHARACTERS = 10_016

/** Of the value that is being read; used again and again, since runs are many. */
const counts = new Uint16Array(256)
const value = new Uint8Array(MOST_CHARACTERS)

const holdsValue = (memory: Uint8Array, { start, end }: Range, run: Run, longest: number): boolean => {
  let length = 0
  let escapes = 0
  for (let at = start, first = start; at < end; ) {
    const byte = memory[at] as number
    const isPlain = isWordByte(byte)
    const escaped = isPlain ? 1 : escapeAt(memory, at)
    if (escaped === 0) {
      if (isValue(length, escapes, memory[first - 1], run, longest)) return true
      length = 0
      escapes = 0
      first = ++at
      continue
    }
    if (length < value.length) value[length] = byte
    length++
    if (!isPlain) escapes++
    at += escaped
    if (at >= end) return isValue(length, escapes, memory[first - 1], run, longest)
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

/** Bytes of an escaped `+` or `/` (`\/`, `\u002b`, `\x2f`, `%2B`, `&#43;`); 0 where none begins. */
const escapeAt = (memory: Uint8Array, at: number): number => {
  const byte = memory[at]
  if (byte === PERCENT) return memory[at + 1] === 0x32 ? 3 : 0
  if (byte === AMPERSAND) return memory[at + 1] === 0x23 ? (memory[at + 2] === 0x78 ? 6 : 5) : 0
  if (byte !== BACKSLASH) return 0
  let next = at + 1
  while (memory[next] === BACKSLASH && next - at < 4) next++
  if (memory[next] === 0x2f) return next + 1 - at
  if (memory[next] === 0x75 && memory[next + 3] === 0x32) return next + 5 - at
  return memory[next] === 0x78 && memory[next + 1] === 0x32 ? next + 3 - at : 0
}

const isValue = (
  length: number,
  escapes: number,
  before: number | undefined,
  { length: least, entropy }: Run,
  longest: number,
): boolean => {
  if (length < least || length > longest + MOST_GLUED) return false
  const glued = length > longest ? gluedTo(before, length) : 0
  if (length - glued < least || length - glued > longest) return false
  return bitsOf(glued, length) >= (escapes > 0 ? entropy - BLURRED_BITS : entropy)
}

/** The tail of an escape (`\n`, `\u003d`, `%3D`, quoted-printable's `=3D`), or of a terminal's colour (`[33m`). */
const MOST_GLUED = 6

/** How many of the first characters belong to what stands before. */
const gluedTo = (before: number | undefined, length: number): number => {
  switch (before) {
    case BACKSLASH:
      return value[0] === 0x75 ? 5 : value[0] === 0x78 ? 3 : 1
    case PERCENT:
    case EQUALS:
      return isHex(value[0]) && isHex(value[1]) ? 2 : 0
    case OPENING:
    case SEMICOLON: {
      let at = 0
      while (at < Math.min(length, MOST_GLUED) && isDigit(value[at])) at++
      return at + 1
    }
    default:
      return 0
  }
}

const isDigit = (byte = 0): boolean => byte >= 0x30 && byte <= 0x39
const isHex = (byte = 0): boolean => isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)

/** Shannon entropy of the value that was read, without what is glued to it. */
const bitsOf = (from: number, to: number): number => {
  const length = to - from
  for (let at = from; at < to; at++) counts[value[at] as number] = (counts[value[at] as number] as number) + 1
  let bits = 0
  for (let at = from; at < to; at++) {
    const count = counts[value[at] as number] as number
    if (count === 0) continue
    counts[value[at] as number] = 0
    bits -= (count / length) * Math.log2(count / length)
  }
  return bits
}
