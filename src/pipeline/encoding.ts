import { Buffer } from 'node:buffer'
import type { Blob, Reader, ReadOutcome } from '../model/index.js'

/** Text whose characters are wider than a byte; `-bare` begins without a byte order mark. */
const WIDE = {
  'utf-16le': { width: 2, low: 0, mark: 2 },
  'utf-16be': { width: 2, low: 1, mark: 2 },
  'utf-16le-bare': { width: 2, low: 0, mark: 0 },
  'utf-16be-bare': { width: 2, low: 1, mark: 0 },
  'utf-32le': { width: 4, low: 0, mark: 4 },
  'utf-32be': { width: 4, low: 3, mark: 4 },
} as const

export type WideEncoding = keyof typeof WIDE

/** How the bytes of a blob stand for text. Offsets inside the engine count units: bytes, or wider code units. */
export type Encoding = 'utf-8' | WideEncoding

const SUBSTITUTE = 0x1a

/** Asked of every file: `Uint8Array.includes` compares element by element, a Buffer as fast as memory can be read. */
export const hasNul = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(0)

/**
 * What a blob's beginning may stand for, the likeliest first. A mark proves nothing: two bytes put before plain text
 * would hide it, so that the bytes themselves are always among them.
 * @param head the first bytes of the blob
 */
export const encodingsOf = (head: Uint8Array): readonly [Encoding, ...Encoding[]] => {
  const [a, b, c, d] = head
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? ['utf-32le', 'utf-8'] : ['utf-16le', 'utf-8']
  if (a === 0xfe && b === 0xff) return ['utf-16be', 'utf-8']
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return ['utf-32be', 'utf-8']
  const bare = bareEncodingOf(head)
  // As bytes it would be a binary file with wide strings in it, and its columns would be wrong.
  return bare === null ? ['utf-8'] : [bare, 'utf-8']
}

/** Western text in UTF-16 has a NUL in every second byte; hardly anything else has. */
const LEAST_SHARE = 0.4
/** Fewer bytes say too little, and hold no credential. */
const LEAST_BYTES = 40

const bareEncodingOf = (head: Uint8Array): WideEncoding | null => {
  if (head.length < LEAST_BYTES || !hasNul(head)) return null
  const nuls = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls.map((count) => count / (head.length / 2))
  if (odd >= LEAST_SHARE && even < odd / 4) return 'utf-16le-bare'
  return even >= LEAST_SHARE && odd < even / 4 ? 'utf-16be-bare' : null
}

/** 0-based byte offset in the blob of a unit that the engine saw. */
export const byteOffsetOf = (encoding: Encoding, unit: number): number =>
  encoding === 'utf-8' ? unit : WIDE[encoding].mark + unit * WIDE[encoding].width

/**
 * Reads wide text one byte a code unit: ASCII, which is all that credentials are made of, stays itself, other units
 * become a control character that no pattern takes. `at` and the returned count are units; the mark is left out.
 */
export const wideReader = (reader: Reader, encoding: WideEncoding): Reader => {
  const { width, low } = WIDE[encoding]
  let raw = new Uint8Array(0)
  return {
    read: async (blob: Blob, into: Uint8Array, at: number): Promise<ReadOutcome> => {
      if (raw.length !== into.length * width) raw = new Uint8Array(into.length * width)
      const got = await reader.read(blob, raw, byteOffsetOf(encoding, at))
      if (typeof got !== 'number') return got
      const units = Math.floor(got / width)
      for (let i = 0; i < units; i++) into[i] = unitAt(raw, i * width, width, low)
      return units
    },
    close: () => reader.close(),
  }
}

const unitAt = (raw: Uint8Array, start: number, width: number, low: number): number => {
  for (let i = 0; i < width; i++) if (i !== low && raw[start + i] !== 0) return SUBSTITUTE
  return raw[start + low] as number
}
