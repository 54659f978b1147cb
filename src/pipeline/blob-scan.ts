import { CHUNK_OVERLAP, type Engine, type ScannedBlob } from '../engine/index.js'
import {
  type Blob,
  containerOf,
  nameOfContent,
  type Reader,
  type ReadOutcome,
  type Skipped,
  type Unread,
} from '../model/index.js'
import type { Unpacking } from '../sources/archives.js'
import { type ArchiveForm, archiveFormOf } from '../sources/index.js'
import { type Content, heldContent, reopenedContent } from './content.js'
import { byteOffsetOf, type Encoding, encodingsOf, hasNul, wideReader } from './encoding.js'
import { nextTurn } from './next-turn.js'

export interface BlobResult extends ScannedBlob {
  readonly class: 'scanned'
  /** Bytes read. */
  readonly bytes: number
  /** For a second look. A held one is a view of the engine's memory: valid until the next scan. */
  readonly content: Content
  /** A binary blob was looked through as well, and counts only if something was found in it; an archive that was opened counts. */
  readonly kind: 'text' | 'binary' | 'archive'
}

export type BlobOutcome = BlobResult | Unread | Skipped

/** What scanning a blob, or a member of the archive that it is, came to. */
export interface ScannedPart {
  readonly blob: Blob
  readonly outcome: BlobOutcome
}

/** An archive's members and theirs, and last what stands in it beside them. Each is to be looked at before the next one. */
export interface OpenArchive {
  readonly class: 'archive'
  readonly parts: AsyncIterable<ScannedPart>
}

export interface ScanParts {
  readonly engine: Engine
  readonly reader: Reader
  /** Bytes above which a blob or a member is skipped as too large; null means none. */
  readonly maxFileSize: number | null
  readonly archives: 'opened' | 'closed'
}

/** NUL in the first bytes makes a blob binary, as git decides it. */
const PROBE_BYTES = 8000

/**
 * Scans a blob as the text that it most likely is, and if that holds nothing, as the next likely one. Small plain text
 * from a file is answered without a promise: of ten thousands of files most are that.
 * @param limit bytes above which a blob is skipped as too large; null means none
 */
export const scanBlob = (
  engine: Engine,
  reader: Reader,
  blob: Blob,
  limit: number | null,
): BlobOutcome | Promise<BlobOutcome> => read({ engine, reader, blob, limit }, scanRead)

/** The same, and where the blob is an archive its members. @param unpacking of the archive that it is a member of */
export const scanOpening = (
  { engine, reader, maxFileSize, archives }: ScanParts,
  blob: Blob,
  unpacking: Unpacking | null = null,
): BlobOutcome | OpenArchive | Promise<BlobOutcome | OpenArchive> =>
  read<BlobOutcome | OpenArchive>({ engine, reader, blob, limit: maxFileSize }, (scan, got) => {
    const form = archives === 'closed' ? null : archiveFormOf(engine.memory.subarray(0, got))
    return form === null ? scanRead(scan, got) : openRead(scan, got, form, unpacking)
  })

/** @param work with what stands in the engine's memory from the blob's beginning on */
const read = <T>(
  scan: UnitScan,
  work: (scan: UnitScan, got: number) => T | Promise<T>,
): T | Unread | Skipped | Promise<T | Unread | Skipped> => {
  const { engine, reader, blob, limit } = scan
  if (limit !== null && (blob.size ?? 0) > limit) return tooLarge(blob)
  const goOn = (got: ReadOutcome) => (typeof got === 'number' ? work(scan, got) : got)
  const got = reader.read(blob, engine.memory, 0)
  return got instanceof Promise ? got.then(goOn) : goOn(got)
}

/** As it stands first: what is in no member, and what a size or a reader has against it. */
const openRead = async (
  scan: UnitScan,
  got: number,
  form: ArchiveForm,
  unpacking: Unpacking | null,
): Promise<BlobOutcome | OpenArchive> => {
  const { engine, reader, blob, limit } = scan
  const held = got < engine.memory.length ? engine.memory.slice(0, got) : null
  const outside = await scanRead(scan, got)
  if (outside.class !== 'scanned') return outside
  // Archives are seldom, and a hook pays for every line that is loaded.
  const { scanArchive } = await import('./archive-scan.js')
  const contentOf = (own: Reader): Content => reopenedContent(own, blob, outside.content.encoding)
  const scanMember = (member: Blob, own: Reader, shared: Unpacking) =>
    scanOpening({ engine, reader: own, maxFileSize: limit, archives: 'opened' }, member, shared)
  return {
    class: 'archive',
    parts: scanArchive({ form, blob, reader, held, outside, contentOf, scanMember, unpacking }),
  }
}

/** @param got bytes from the blob's beginning that are in the engine's memory */
const scanRead = (scan: UnitScan, got: number): BlobOutcome | Promise<BlobOutcome> => {
  const { memory } = scan.engine
  const head = memory.subarray(0, Math.min(got, PROBE_BYTES))
  const [likely, ...others] = encodingsOf(head)
  const kind = likely === 'utf-8' && hasNul(head) ? 'binary' : 'text'
  if (likely === 'utf-8' && others.length === 0 && got < memory.length)
    return scanWhole(scan, likely, kind, got)
  return scanInTurn(scan, [likely, ...others], kind, got)
}

const scanInTurn = async (
  scan: UnitScan,
  [likely, ...others]: readonly [Encoding, ...Encoding[]],
  kind: BlobResult['kind'],
  got: number,
): Promise<BlobOutcome> => {
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

const tooLarge = (blob: Blob): Skipped => ({
  class: 'skipped',
  path: blob.path,
  ...containerOf(blob),
  reason: 'too-large',
})

const isTelling = (result: BlobOutcome): boolean =>
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
): Promise<BlobOutcome> => {
  const units = unitReader(scan.reader, encoding)
  const first = await units.read(scan.blob, scan.engine.memory, 0)
  return typeof first === 'number' ? scanUnits(scan, encoding, kind, first) : first
}

const unitReader = (reader: Reader, encoding: Encoding): Reader =>
  encoding === 'utf-8' ? reader : wideReader(reader, encoding)

/** @param length units of the whole blob, already in the engine's memory */
const scanWhole = (
  { engine, blob, limit }: UnitScan,
  encoding: Encoding,
  kind: BlobResult['kind'],
  length: number,
): BlobOutcome => {
  const bytes = byteOffsetOf(encoding, length)
  if (limit !== null && bytes > limit) return tooLarge(blob)
  const scan = engine.begin({ path: nameOfContent(blob) })
  scan.chunk(length, 0, 'only')
  const own = engine.begun()
  const content = heldContent(engine.memory.subarray(0, length), encoding, () => engine.begun() === own)
  return { class: 'scanned', ...scan.finish(), bytes, content, kind }
}

/** @param first units of the first chunk, already in the engine's memory */
const scanUnits = async (
  { engine, reader, blob, limit }: UnitScan,
  encoding: Encoding,
  kind: BlobResult['kind'],
  first: number,
): Promise<BlobOutcome> => {
  const { memory } = engine
  if (first < memory.length) return scanWhole({ engine, reader, blob, limit }, encoding, kind, first)
  const isOver = (units: number): boolean => limit !== null && byteOffsetOf(encoding, units) > limit
  if (isOver(first)) return tooLarge(blob)
  const scan = engine.begin({ path: nameOfContent(blob) })
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
