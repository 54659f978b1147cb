import type { Blob, Occurrence, Reader, Span } from '../model/index.js'
import {
  type ArchiveItem,
  type ArchiveMember,
  gzipMember,
  heldBytes,
  MOST_DEPTH,
  type OpenMember,
  type RandomBytes,
  TOO_DEEP,
  tarMembers,
  Unpacking,
  wholePieceOf,
  zipMembers,
} from '../sources/archives.js'
import { type ArchiveForm, archiveFormOf } from '../sources/index.js'
import type { BlobOutcome, BlobResult, OpenArchive, ScannedPart } from './blob-scan.js'
import { ClosedMembers } from './closed-members.js'
import type { Content } from './content.js'
import { memberBlob, memberReader, readerBytes } from './member-reader.js'
import { nextTurn } from './next-turn.js'

/** All that is known of an archive before it is opened, and what its members are scanned with. */
export interface ArchiveParts {
  readonly form: ArchiveForm
  readonly blob: Blob
  readonly reader: Reader
  /** All of its bytes where they are few; null where they are read again. */
  readonly held: Uint8Array | null
  /** What its own bytes came to. */
  readonly outside: BlobResult
  /** Those bytes for a second look. */
  readonly contentOf: (reader: Reader) => Content
  readonly scanMember: (
    member: Blob,
    reader: Reader,
    unpacking: Unpacking,
  ) => BlobOutcome | OpenArchive | Promise<BlobOutcome | OpenArchive>
  /** Of the outermost archive, where this is not it. */
  readonly unpacking: Unpacking | null
}

/** What all members of an archive share. */
interface Archive extends ArchiveParts {
  readonly bytes: RandomBytes
  readonly unpacking: Unpacking
  readonly closed: ClosedMembers
  /** Where members lie that were scanned, in order. */
  readonly scanned: Span[]
}

/** Between two members an interruption is heard, and other threads' answers; not between any two. */
const MEMBERS_A_TURN = 32

/**
 * Scans each member by itself, archives among them, and tells last what stands in the archive and in no member. What only
 * begins like an archive is the blob that it is.
 */
export async function* scanArchive(parts: ArchiveParts): AsyncGenerator<ScannedPart> {
  const { blob, held, reader, outside } = parts
  const closed = new ClosedMembers(blob)
  if ((blob.member?.container.length ?? 0) >= MOST_DEPTH) {
    yield { blob, outcome: outside }
    yield* closed.tell(null, TOO_DEEP)
    return
  }
  const unpacking = parts.unpacking ?? new Unpacking(outside.bytes)
  const small = held ?? (await heldWhole(parts, unpacking))
  const bytes = small === null ? readerBytes(reader, blob) : heldBytes(small)
  const archive: Archive = { ...parts, bytes, unpacking, closed, scanned: [] }
  try {
    const items = await itemsOf(archive)
    if (items !== null) yield* scanItems(items, archive, null)
    yield* closed.rest()
    const outcome = items === null ? outside : outsideMembers(archive)
    yield { blob, outcome: { ...outcome, content: parts.contentOf(memberReader(bytes, blob)) } }
  } finally {
    if (small !== null && small !== held) unpacking.release(small.length)
  }
}

/** A zip is read from its end, then from its beginning: of what only streams, that costs more than holding it. */
const heldWhole = async (
  { form, blob, reader, outside }: ArchiveParts,
  unpacking: Unpacking,
): Promise<Uint8Array | null> => {
  const streams = blob.member !== undefined || blob.locator.kind === 'git'
  if (form !== 'zip' || !streams || !unpacking.hold(outside.bytes)) return null
  const whole = await wholePieceOf(readerBytes(reader, blob), 0, outside.bytes)
  if (!('class' in whole)) return whole
  unpacking.release(outside.bytes)
  return null
}

/** Null for what is no archive after all. */
const itemsOf = async ({
  form,
  blob,
  bytes,
  outside,
}: Archive): Promise<AsyncIterable<ArchiveItem> | Iterable<ArchiveItem> | null> => {
  switch (form) {
    case 'zip':
      return zipMembers(bytes, outside.bytes)
    case 'tar':
      return tarMembers(bytes, null)
    case 'gzip':
      return [await gzipMember(bytes, outside.bytes, blob.member?.container.at(-1) ?? blob.path)]
  }
}

/** @param around where these members lie together in the archive; null where each says so itself */
async function* scanItems(
  items: AsyncIterable<ArchiveItem> | Iterable<ArchiveItem>,
  archive: Archive,
  around: Span | null,
): AsyncGenerator<ScannedPart> {
  const { unpacking, closed, scanned } = archive
  let members = 0
  for await (const item of items) {
    if (++members % MEMBERS_A_TURN === 0) await nextTurn()
    const end = unpacking.ended()
    if (end !== null) {
      // What else is wrong with it follows from that.
      if (item.class === 'closed') return
      const detail = `${end.detail}; neither this member nor what follows it was read`
      yield* closed.tell(item.name, { ...end, detail })
      return
    }
    if (item.class === 'closed') yield* closed.tell(item.name, item.why)
    else {
      yield* scanMember(item, archive, around ?? item.data)
      if (around === null) scanned.push(item.data)
    }
  }
}

async function* scanMember(item: ArchiveMember, archive: Archive, data: Span): AsyncGenerator<ScannedPart> {
  const { blob, unpacking, closed } = archive
  unpacking.countMember()
  const open = await item.open(unpacking)
  if ('class' in open) {
    yield* closed.tell(item.name, open)
    return
  }
  try {
    const inside = archive.form === 'gzip' ? await tarInside(open, item) : null
    if (inside === null) yield* scanOpen(memberBlob(blob, item.name, data), open, archive)
    else yield* scanItems(inside, { ...archive, form: 'tar' }, data)
    const fault = open.fault()
    if (fault !== null) yield* closed.tell(item.name, fault)
  } finally {
    open.close()
  }
}

async function* scanOpen(member: Blob, { bytes }: OpenMember, archive: Archive): AsyncGenerator<ScannedPart> {
  const outcome = await archive.scanMember(member, memberReader(bytes, member), archive.unpacking)
  if (outcome.class === 'archive') yield* outcome.parts
  else yield { blob: member, outcome }
}

/** Enough of a tar to tell that it is one. */
const TAR_HEAD_BYTES = 512

/** The two are one archive to everybody: members of a tar in a gzip are named as members of the gzip. */
const tarInside = async (
  { bytes }: OpenMember,
  { name }: ArchiveMember,
): Promise<AsyncIterable<ArchiveItem> | null> => {
  const head = await wholePieceOf(bytes, 0, TAR_HEAD_BYTES)
  return 'class' in head || archiveFormOf(head) !== 'tar' ? null : tarMembers(bytes, name)
}

/** What was found in members that are stored as they are was found in the archive's own bytes, too: it is told once. */
const outsideMembers = ({ outside, scanned }: Archive): BlobResult => ({
  ...outside,
  kind: 'archive',
  examples: 0,
  detections: outside.detections.flatMap((detection) => {
    const [first, ...rest] = detection.occurrences.filter((one) => !isInMember(one, scanned))
    return first === undefined ? [] : [{ ...detection, occurrences: [first, ...rest] as const }]
  }),
})

/** @param scanned in order, apart from each other */
const isInMember = ({ parts: [{ span }] }: Occurrence, scanned: readonly Span[]): boolean => {
  let low = 0
  for (let high = scanned.length; low < high; ) {
    const middle = (low + high) >>> 1
    if ((scanned[middle]?.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  return (scanned[low]?.start ?? Number.POSITIVE_INFINITY) <= span.start
}
