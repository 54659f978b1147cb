import type { Span } from '../../model/index.js'
import { type Refusal, unread } from '../refusal.js'
import { type ArchiveItem, type ArchiveMember, closed } from './archive-member.js'
import { openPacked, openStored } from './packed-member.js'
import { damaged, pieceOf, type RandomBytes, wholePieceOf } from './random-bytes.js'
import { type ZipEntry, zipDirectoryOf } from './zip-directory.js'
import { NO_DIRECTORY, zipEndOf } from './zip-end.js'

/** PKWARE APPNOTE 6.3.10, 4.3.7: the local header before a member's data. */
const LOCAL_HEADER = 0x04034b50
const LOCAL_MAGIC = Buffer.from([0x50, 0x4b, 3, 4])
const LOCAL_HEADER_BYTES = 30
const DESCRIPTOR_BYTES = 24
/** 4.4.4: flags, 4.4.5: methods. */
const ENCRYPTED = 1 << 0
const STORED = 0
const DEFLATED = 8

/** 4.4.3: the highest version of the format so far, and more than any method's number. */
const LATEST_VERSION = 63
const MOST_METHOD = 100

const OVERLAPS = damaged('it shares its bytes with another member')
const NO_HEADER = damaged('it does not lie where the directory says')
const UNLISTED = damaged('it holds members that its directory does not list')

/**
 * The members that a zip's directory lists, in the order of their bytes.
 * @returns null for what only begins like a zip
 */
export const zipMembers = async (
  bytes: RandomBytes,
  size: number,
): Promise<AsyncIterable<ArchiveItem> | null> => {
  const end = await zipEndOf(bytes, size)
  if ('class' in end) {
    if (end === NO_DIRECTORY && !(await looksLikeZip(bytes))) return null
    return only(closed(null, end))
  }
  return listedMembers(bytes, await zipDirectoryOf(bytes, end), end.directory)
}

async function* only(item: ArchiveItem): AsyncGenerator<ArchiveItem> {
  yield item
}

/** Of what has no directory: whether the header at its beginning can be one. */
const looksLikeZip = async (bytes: RandomBytes): Promise<boolean> => {
  const header = await wholePieceOf(bytes, 0, LOCAL_HEADER_BYTES)
  if ('class' in header) return false
  return (header.readUInt16LE(4) & 0xff) <= LATEST_VERSION && header.readUInt16LE(8) < MOST_METHOD
}

async function* listedMembers(
  bytes: RandomBytes,
  { entries, cut }: Awaited<ReturnType<typeof zipDirectoryOf>>,
  directory: Span,
): AsyncGenerator<ArchiveItem> {
  let end = 0
  let unlisted: 'none' | 'some' = 'none'
  for (const entry of entries) {
    const data = entry.at < end ? OVERLAPS : await dataOf(bytes, entry, directory.start)
    if ('class' in data) {
      yield closed(entry.name, data)
      continue
    }
    if (await hidesHeader(bytes, { start: end, end: entry.at })) unlisted = 'some'
    end = data.end
    const member = memberOf(bytes, entry, data)
    if (member !== null) yield member
  }
  if (await hidesHeader(bytes, { start: end, end: directory.start })) unlisted = 'some'
  if (cut !== null) yield closed(null, cut)
  else if (unlisted === 'some') yield closed(null, UNLISTED)
}

/** @param most where members end */
const dataOf = async (
  bytes: RandomBytes,
  { at, stored }: ZipEntry,
  most: number,
): Promise<Span | Refusal> => {
  const header = await wholePieceOf(bytes, at, LOCAL_HEADER_BYTES)
  if ('class' in header) return header
  if (header.readUInt32LE(0) !== LOCAL_HEADER) return NO_HEADER
  const start = at + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  return start + stored > most ? NO_HEADER : { start, end: start + stored }
}

/** Null for a folder. */
const memberOf = (
  bytes: RandomBytes,
  { name, flags, method, stored }: ZipEntry,
  data: Span,
): ArchiveItem | null => {
  if (stored === 0) return null
  if ((flags & ENCRYPTED) !== 0) return closed(name, unread('encrypted-member', ''))
  const member = (open: ArchiveMember['open']): ArchiveMember => ({ class: 'member', name, data, open })
  switch (method) {
    case STORED:
      return member(() => openStored(bytes, data))
    case DEFLATED:
      return member((unpacking) => openPacked('deflate', bytes, data, unpacking))
    default:
      return closed(name, unread('unknown-compression', `method ${method}`))
  }
}

/** Whether a member begins in a gap between two listed ones, behind a data descriptor (4.3.9) perhaps. */
const hidesHeader = async (bytes: RandomBytes, { start, end }: Span): Promise<boolean> => {
  if (start + LOCAL_HEADER_BYTES > end) return false
  const gap = await pieceOf(bytes, start, Math.min(end - start, DESCRIPTOR_BYTES + LOCAL_HEADER_BYTES))
  return !('class' in gap) && Buffer.from(gap.buffer, gap.byteOffset, gap.length).includes(LOCAL_MAGIC)
}
