import { Buffer } from 'node:buffer'
import type { Content } from './content.js'
import type { Position } from './positions.js'

/** A line as far as it is shown: long ones are cut to the surroundings of what matters in them. */
export interface LineText {
  /** Decoded, without its line end. */
  readonly text: string
  /** Offset of the first unit of `text` in the blob. */
  readonly start: number
  /** Whether the line goes on behind `text`. */
  readonly ends: 'at-end' | 'inside'
}

/** Units of a line that are looked at to either side of a place: no report has room for more. */
const REACH_UNITS = 240

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
    start,
    text: decoded(content, bytes.subarray(0, withoutCr(bytes, stop)), start),
    ends: after < 0 && start + bytes.length === end + REACH_UNITS ? 'inside' : 'at-end',
  }
}

const withoutCr = (bytes: Uint8Array, stop: number): number => (bytes[stop - 1] === CR ? stop - 1 : stop)

/** A byte order mark at the blob's beginning is left out, as columns do not count it. */
export const decoded = (content: Content, bytes: Uint8Array, start: number): string =>
  content.encoding === 'utf-8'
    ? new TextDecoder('utf-8', { ignoreBOM: start !== 0 }).decode(bytes)
    : Buffer.from(bytes).toString('latin1')

/** 0-based UTF-16 column in `line.text` of a unit offset of the blob. */
export const columnIn = async (content: Content, line: LineText, offset: number): Promise<number> =>
  decoded(content, await content.slice(line.start, offset), line.start).length
