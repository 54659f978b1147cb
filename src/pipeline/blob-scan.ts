import { CHUNK_OVERLAP, type Engine, type ScannedBlob } from '../engine/index.js'
import type { Blob, Reader, Skipped, Unread } from '../model/index.js'
import { type Content, heldContent, reopenedContent } from './content.js'
import { byteOffsetOf, type Encoding, encodingsOf, wideReader } from './encoding.js'
import { nextTurn } from './next-turn.js'

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
const PROBE_BYTES = 8000

/**
 * Scans a blob as the text that it most likely is, and if that holds nothing, as the next likely one.
 * @param limit bytes above which a blob is skipped as too large; null means none
 */
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
  const head = engine.memory.subarray(0, Math.min(got, PROBE_BYTES))
  const [likely, ...others] = encodingsOf(head)
  const kind = likely === 'utf-8' && head.includes(0) ? 'binary' : 'text'
  const scan: UnitScan = { engine, reader, blob, limit }
  const first =
    likely === 'utf-8' ? await scanUnits(scan, likely, kind, got) : await scanAgain(scan, likely, kind)
  for (const other of others) {
    if (isTelling(first)) break
    const second = await scanAgain(scan, other, 'text')
    // Text without a mark is text, and not a binary file that holds nothing.
    if (isTelling(second) || kind === 'binary') return second
  }
  return first
}

const tooLarge = ({ path }: Blob): Skipped => ({ class: 'skipped', path, reason: 'too-large' })

const isTelling = (result: BlobResult | Unread | Skipped): boolean =>
  result.class !== 'scanned' || result.detections.length > 0 || result.examples > 0

interface UnitScan {
  readonly engine: Engine
  readonly reader: Reader
  readonly blob: Blob
  readonly limit: number | null
}

/** The blob from its beginning, as text of another encoding than the bytes already read were taken for. */
const scanAgain = async (
  scan: UnitScan,
  encoding: Encoding,
  kind: BlobResult['kind'],
): Promise<BlobResult | Unread | Skipped> => {
  const units = unitReader(scan.reader, encoding)
  const first = await units.read(scan.blob, scan.engine.memory, 0)
  return typeof first === 'number' ? scanUnits(scan, encoding, kind, first) : first
}

const unitReader = (reader: Reader, encoding: Encoding): Reader =>
  encoding === 'utf-8' ? reader : wideReader(reader, encoding)

/** @param first units of the first chunk, already in the engine's memory */
const scanUnits = async (
  { engine, reader, blob, limit }: UnitScan,
  encoding: Encoding,
  kind: BlobResult['kind'],
  first: number,
): Promise<BlobResult | Unread | Skipped> => {
  const { memory } = engine
  const scan = engine.begin({ path: blob.path })
  const isOver = (units: number): boolean => limit !== null && byteOffsetOf(encoding, units) > limit
  if (isOver(first)) return tooLarge(blob)
  if (first < memory.length) {
    scan.chunk(first, 0, 'only')
    const own = engine.begun()
    const content = heldContent(memory.subarray(0, first), encoding, () => engine.begun() === own)
    return { class: 'scanned', ...scan.finish(), bytes: byteOffsetOf(encoding, first), content, kind }
  }
  const units = unitReader(reader, encoding)
  let base = 0
  let length = first
  for (let position: 'first' | 'middle' | 'last' = 'first'; ; ) {
    scan.chunk(length, base, position)
    if (position === 'last') break
    if (isOver(base + length)) return tooLarge(blob)
    // A large file may take seconds: an interruption is heard between two chunks.
    await nextTurn()
    memory.copyWithin(0, length - CHUNK_OVERLAP, length)
    base += length - CHUNK_OVERLAP
    const got = await units.read(blob, memory.subarray(CHUNK_OVERLAP), base + CHUNK_OVERLAP)
    if (typeof got !== 'number') return got
    length = CHUNK_OVERLAP + got
    position = length < memory.length ? 'last' : 'middle'
  }
  const content = reopenedContent(reader, blob, encoding)
  return {
    class: 'scanned',
    ...scan.finish(),
    bytes: byteOffsetOf(encoding, base + length),
    content,
    kind,
  }
}
