import { Buffer } from 'node:buffer'
import {
  AllowedRanges,
  type AllowMarker,
  allowMarkerAt,
  MARKER_HEAD,
  type PlacedMarker,
} from '../policy/index.js'
import type { Content } from './content.js'
import { LineNumbers } from './line-numbers.js'
import { decoded } from './line-texts.js'

/**
 * How far a marker reaches along a line, either way. A marker is meant for what one sees beside it: without a bound, one at
 * the top of a file in a single line would allow all of it. A lone CR ends its reach too, as editors show it as a line end.
 */
const REACH_UNITS = 2_000
/** Of a marker's own text, from its first unit. */
const MARKER_UNITS = 1_400
/** Behind a marker for the next line, that line must begin. */
const COMMENT_UNITS = 8 * 1024
/** A person writes none by the thousand; further ones allow nothing. */
const MOST_MARKERS = 10_000

const LF = 0x0a
const CR = 0x0d

/** What the markers of a blob allow; null where it has none, as nearly every blob. */
export const allowedRangesOf = async (content: Content): Promise<AllowedRanges | null> => {
  const offsets = await offsetsOf(content, Buffer.from(MARKER_HEAD), MOST_MARKERS)
  if (offsets.length === 0) return null
  const numbers = await LineNumbers.of(
    content,
    offsets.map((start) => ({ start, end: start })),
  )
  const placed: PlacedMarker[] = []
  for (const offset of offsets) {
    const marker = await placedMarker(content, offset, numbers.lineAt(offset))
    if (marker !== null) placed.push(marker)
  }
  return new AllowedRanges(placed)
}

/** Where a text stands, in one pass; one that two pieces share is found as well. */
const offsetsOf = async (content: Content, text: Buffer, most: number): Promise<readonly number[]> => {
  const offsets: number[] = []
  let tail = Buffer.alloc(0)
  for await (const { base, bytes } of content.pieces()) {
    const seam = Buffer.concat([tail, bytes.subarray(0, text.length - 1)])
    if (seam.includes(text)) offsets.push(base - tail.length + seam.indexOf(text))
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    for (let at = piece.indexOf(text); at >= 0 && offsets.length < most; at = piece.indexOf(text, at + 1))
      offsets.push(base + at)
    if (offsets.length >= most) break
    tail = Buffer.from(Buffer.concat([tail, piece.subarray(1 - text.length)]).subarray(1 - text.length))
  }
  return offsets
}

const placedMarker = async (content: Content, offset: number, line: number): Promise<PlacedMarker | null> => {
  const from = Math.max(0, offset - REACH_UNITS)
  const bytes = await content.slice(from, offset + REACH_UNITS)
  const marker = markerIn(content, bytes, offset - from)
  if (marker === null) return null
  if (marker.scope === 'line') {
    const start = lastBreak(bytes.subarray(0, offset - from)) + 1
    const end = firstBreak(bytes, offset - from)
    return { ...marker, line, covers: { start: from + start, end: from + (end < 0 ? bytes.length : end) } }
  }
  const next = await lineAfter(content, offset)
  return next === null ? null : { ...marker, line, covers: next }
}

/** With the character before it, which must not belong to it. */
const markerIn = (content: Content, bytes: Uint8Array, at: number): AllowMarker | null => {
  const lineEnd = firstBreak(bytes, at)
  const end = Math.min(lineEnd < 0 ? bytes.length : lineEnd, at + MARKER_UNITS)
  const before = at === 0 ? 0 : 1
  return allowMarkerAt(decoded(content, bytes.subarray(at - before, end), 1), before)
}

/** The line that follows, as far as a marker reaches. */
const lineAfter = async (
  content: Content,
  offset: number,
): Promise<{ readonly start: number; readonly end: number } | null> => {
  const bytes = await content.slice(offset, offset + COMMENT_UNITS + REACH_UNITS)
  const lineEnd = firstBreak(bytes, 0)
  if (lineEnd < 0 || lineEnd > COMMENT_UNITS) return null
  const start = lineEnd + (bytes[lineEnd] === CR && bytes[lineEnd + 1] === LF ? 2 : 1)
  const end = firstBreak(bytes, start)
  const seen = Math.min(bytes.length, start + REACH_UNITS)
  return { start: offset + start, end: offset + (end < 0 ? seen : Math.min(seen, end)) }
}

const lastBreak = (bytes: Uint8Array): number => Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR))

const firstBreak = (bytes: Uint8Array, from: number): number => {
  const [lf, cr] = [bytes.indexOf(LF, from), bytes.indexOf(CR, from)]
  return lf < 0 || cr < 0 ? Math.max(lf, cr) : Math.min(lf, cr)
}
