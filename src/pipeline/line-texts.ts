import type { Content } from './content.js'
import type { Position } from './positions.js'

/** A line as far as it was looked at: long ones are cut to the surroundings of what matters in them. */
export interface LineText {
  /** 1-based. */
  readonly line: number
  /** Decoded, without its line end. */
  readonly text: string
  /** Offset of the first unit of `text` in the blob. */
  readonly start: number
}

/** Units of a line that are looked at to either side of a place. */
const REACH_UNITS = 8 * 1024

const LF = 0x0a
const CR = 0x0d

/** The line at a position; `end` is the unit offset up to which it must be seen. */
export const lineTextAt = async (
  content: Content,
  position: Position,
  offset: number,
  end: number,
): Promise<LineText> => {
  const start = Math.max(position.lineStart, offset - REACH_UNITS)
  const bytes = await content.slice(start, end + REACH_UNITS)
  const after = bytes.indexOf(LF, end - start)
  const stop = after < 0 ? bytes.length : after
  return {
    line: position.line,
    start,
    text: decoded(content, bytes.subarray(0, withoutCr(bytes, stop)), start),
  }
}

/** The line before the one that begins at `lineStart`; null before the first. Of a long one the end. */
export const lineBefore = async (content: Content, position: Position): Promise<LineText | null> => {
  if (position.lineStart === 0) return null
  const floor = Math.max(0, position.lineStart - 1 - REACH_UNITS)
  const bytes = await content.slice(floor, position.lineStart - 1)
  const from = bytes.lastIndexOf(LF) + 1
  const text = decoded(content, bytes.subarray(from, withoutCr(bytes, bytes.length)), floor + from)
  return { line: position.line - 1, start: floor + from, text }
}

const withoutCr = (bytes: Uint8Array, stop: number): number => (bytes[stop - 1] === CR ? stop - 1 : stop)

/** A byte order mark at the blob's beginning is left out, as columns do not count it. */
const decoded = (content: Content, bytes: Uint8Array, start: number): string =>
  content.encoding === 'utf-8'
    ? new TextDecoder('utf-8', { ignoreBOM: start !== 0 }).decode(bytes)
    : Buffer.from(bytes).toString('latin1')

/** 0-based UTF-16 column in `line.text` of a unit offset of the blob. */
export const columnIn = async (content: Content, line: LineText, offset: number): Promise<number> =>
  decoded(content, await content.slice(line.start, offset), line.start).length
