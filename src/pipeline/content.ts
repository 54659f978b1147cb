import type { Blob, Reader, Skipped, Unread } from '../model/index.js'
import { type Encoding, wideReader } from './encoding.js'

/**
 * The units of one blob, for a second look at blobs with detections: where lines begin, what they say. Units are bytes,
 * or UTF-16 code units squeezed to one byte each (`utf16.ts`).
 */
export interface Content {
  readonly encoding: Encoding
  /** The blob's units `start` to `end`, cut at its end; copied or a view, valid until the next call. */
  slice(start: number, end: number): Promise<Uint8Array>
  /** All of it in order, in pieces. */
  pieces(): AsyncIterable<{ readonly base: number; readonly bytes: Uint8Array }>
  /** Number of units where the blob is held in memory; null where it is read again piece by piece. */
  readonly held: number | null
}

/** A blob that changed or vanished between the two looks: what could be told of it is no longer true. */
export class ContentChanged extends Error {
  readonly outcome: Unread | Skipped
  constructor(outcome: Unread | Skipped) {
    super(`could not read again: ${outcome.reason}`)
    this.outcome = outcome
  }
}

const PIECE_UNITS = 1 << 20

/**
 * @param bytes the whole blob
 * @param isUnchanged whether they still are: an engine's memory is used again, and a report made of another blob's bytes
 *   would be wrong without a sign. Where they are not, the methods throw: a defect
 */
export const heldContent = (
  bytes: Uint8Array,
  encoding: Encoding,
  isUnchanged: () => boolean = () => true,
): Content => {
  const current = (): Uint8Array => {
    if (!isUnchanged()) throw new RangeError('another blob was put where this one was held')
    return bytes
  }
  return {
    encoding,
    held: bytes.length,
    slice: async (start, end) => current().subarray(start, Math.min(end, bytes.length)),
    pieces: async function* () {
      yield { base: 0, bytes: current() }
    },
  }
}

/** Reads the blob again, a piece at a time. Its methods throw `ContentChanged` where that fails. */
export const reopenedContent = (reader: Reader, blob: Blob, encoding: Encoding): Content => {
  const units = encoding === 'utf-8' ? reader : wideReader(reader, encoding)
  const read = async (start: number, length: number): Promise<Uint8Array> => {
    const buffer = new Uint8Array(length)
    const got = await units.read(blob, buffer, start)
    if (typeof got !== 'number') throw new ContentChanged(got)
    return buffer.subarray(0, got)
  }
  return {
    encoding,
    held: null,
    slice: (start, end) => read(start, Math.max(0, end - start)),
    pieces: async function* () {
      for (let base = 0; ; base += PIECE_UNITS) {
        const bytes = await read(base, PIECE_UNITS)
        if (bytes.length > 0) yield { base, bytes }
        if (bytes.length < PIECE_UNITS) return
      }
    },
  }
}
