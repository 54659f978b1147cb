import type { ArchiveMember } from './archive-member.js'
import { memberName } from './member-name.js'
import { openPacked } from './packed-member.js'
import { pieceOf, type RandomBytes } from './random-bytes.js'

/** RFC 1952, 2.3: flags and fields of the header. */
const HAS_EXTRA = 1 << 2
const HAS_NAME = 1 << 3
const HEADER_BYTES = 10
const MOST_NAME_BYTES = 4096

/** The one member of a gzip file, however many streams follow each other in it. @param path what the file is called */
export const gzipMember = async (bytes: RandomBytes, size: number, path: string): Promise<ArchiveMember> => {
  const data = { start: 0, end: size }
  const name = (await nameIn(bytes)) ?? nameWithoutEnding(path)
  return {
    class: 'member',
    name,
    data,
    open: (unpacking) => openPacked('gzip', bytes, data, unpacking),
  }
}

/** As it was called before it was packed; null where that is not said. */
const nameIn = async (bytes: RandomBytes): Promise<string | null> => {
  const head = await pieceOf(bytes, 0, HEADER_BYTES + 2)
  if ('class' in head || head.length < HEADER_BYTES + 2) return null
  const flags = head[3] ?? 0
  if ((flags & HAS_NAME) === 0) return null
  const extra = (flags & HAS_EXTRA) === 0 ? 0 : 2 + (head[10] ?? 0) + ((head[11] ?? 0) << 8)
  const field = await pieceOf(bytes, HEADER_BYTES + extra, MOST_NAME_BYTES)
  if ('class' in field) return null
  const end = field.indexOf(0)
  return end <= 0 ? null : memberName(field.subarray(0, end))
}

/** As gunzip would call it. */
const nameWithoutEnding = (path: string): string => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return memberName(Buffer.from(name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '')))
}
