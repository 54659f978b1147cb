import { CHUNK_OVERLAP, type Engine, type ScannedBlob } from '../engine/index.js'
import type { Blob, Reader, Skipped, Unread } from '../model/index.js'
import { type Content, heldContent, reopenedContent } from './content.js'
import { type Encoding, encodingOf, utf16Reader } from './utf16.js'

export interface BlobResult extends ScannedBlob {
  readonly class: 'scanned'
  /** Bytes read. */
  readonly bytes: number
  /** For a second look. A held one is a view of the engine's memory: valid until the next scan. */
  readonly content: Content
  /** A binary blob was looked through as well, and counts only if something was found in it. */
  readonly kind: 'text' | 'binary'
}

/** NUL in the first bytes makes a blob binary, as git decides it. */
const BINARY_PROBE_BYTES = 8000

/** @param limit bytes above which a blob is skipped as too large; null means none */
export const scanBlob = async (
  engine: Engine,
  reader: Reader,
  blob: Blob,
  limit: number | null,
): Promise<BlobResult | Unread | Skipped> => {
  if (limit !== null && (blob.size ?? 0) > limit) return tooLarge(blob)
  const outcome = reader.read(blob, engine.memory, 0)
  const got = typeof outcome === 'number' ? outcome : await outcome
  if (typeof got !== 'number') return got
  const encoding = encodingOf(engine.memory.subarray(0, Math.min(got, 2)))
  if (encoding !== 'utf-8') return scanUtf16(engine, reader, blob, encoding, limit)
  const kind = isBinary(engine.memory, got) ? 'binary' : 'text'
  return scanUnits(engine, reader, blob, { encoding, kind, first: got, limit })
}

const tooLarge = ({ path }: Blob): Skipped => ({ class: 'skipped', path, reason: 'too-large' })

const isBinary = (memory: Uint8Array, length: number): boolean =>
  memory.subarray(0, Math.min(length, BINARY_PROBE_BYTES)).includes(0)

const scanUtf16 = async (
  engine: Engine,
  reader: Reader,
  blob: Blob,
  encoding: 'utf-16le' | 'utf-16be',
  limit: number | null,
): Promise<BlobResult | Unread | Skipped> => {
  const units = utf16Reader(reader, encoding)
  const first = await units.read(blob, engine.memory, 0)
  if (typeof first !== 'number') return first
  return scanUnits(engine, units, blob, { encoding, kind: 'text', first, limit }, reader)
}

interface FirstChunk {
  readonly encoding: Encoding
  readonly kind: 'text' | 'binary'
  /** Units of the first chunk, already in the engine's memory. */
  readonly first: number
  readonly limit: number | null
}

const scanUnits = async (
  engine: Engine,
  reader: Reader,
  blob: Blob,
  { encoding, kind, first, limit }: FirstChunk,
  rawReader: Reader = reader,
): Promise<BlobResult | Unread | Skipped> => {
  const { memory } = engine
  const scan = engine.begin({ path: blob.path })
  const bytesOf = (units: number): number => (encoding === 'utf-8' ? units : units * 2 + 2)
  if (limit !== null && bytesOf(first) > limit) return tooLarge(blob)
  if (first < memory.length) {
    scan.chunk(first, 0, 'only')
    const content = heldContent(memory.subarray(0, first), encoding)
    return { class: 'scanned', ...scan.finish(), bytes: bytesOf(first), content, kind }
  }
  let base = 0
  let length = first
  for (let position: 'first' | 'middle' | 'last' = 'first'; ; ) {
    scan.chunk(length, base, position)
    if (position === 'last') break
    if (limit !== null && bytesOf(base + length) > limit) return tooLarge(blob)
    memory.copyWithin(0, length - CHUNK_OVERLAP, length)
    base += length - CHUNK_OVERLAP
    const got = await reader.read(blob, memory.subarray(CHUNK_OVERLAP), base + CHUNK_OVERLAP)
    if (typeof got !== 'number') return got
    length = CHUNK_OVERLAP + got
    position = length < memory.length ? 'last' : 'middle'
  }
  const content = reopenedContent(rawReader, blob, encoding)
  return { class: 'scanned', ...scan.finish(), bytes: bytesOf(base + length), content, kind }
}
