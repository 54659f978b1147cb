import type { Blob, Reader, ReadOutcome } from '../model/index.js'

/** How the bytes of a blob stand for text. Offsets inside the engine count units: bytes, or UTF-16 code units. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

const BOM_BYTES = 2
const UNIT_BYTES = 2
const SUBSTITUTE = 0x1a

/** By the byte order mark alone. @param head the first bytes of the blob */
export const encodingOf = (head: Uint8Array): Encoding => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** 0-based byte offset in the blob of a unit that the engine saw. */
export const byteOffsetOf = (encoding: Encoding, unit: number): number =>
  encoding === 'utf-8' ? unit : BOM_BYTES + unit * UNIT_BYTES

/**
 * Reads UTF-16 one byte a code unit: ASCII, which is all that credentials are made of, stays itself, other units become
 * a control character that no pattern takes. `at` and the returned count are units; the byte order mark is left out.
 */
export const utf16Reader = (reader: Reader, encoding: 'utf-16le' | 'utf-16be'): Reader => {
  let raw = new Uint8Array(0)
  return {
    read: async (blob: Blob, into: Uint8Array, at: number): Promise<ReadOutcome> => {
      if (raw.length !== into.length * UNIT_BYTES) raw = new Uint8Array(into.length * UNIT_BYTES)
      const got = await reader.read(blob, raw, byteOffsetOf(encoding, at))
      if (typeof got !== 'number') return got
      const low = encoding === 'utf-16le' ? 0 : 1
      const units = Math.floor(got / UNIT_BYTES)
      for (let i = 0; i < units; i++) {
        const high = raw[i * UNIT_BYTES + 1 - low] as number
        into[i] = high === 0 ? (raw[i * UNIT_BYTES + low] as number) : SUBSTITUTE
      }
      return units
    },
    close: () => reader.close(),
  }
}
