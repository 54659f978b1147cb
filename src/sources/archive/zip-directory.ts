import type { Refusal } from '../refusal.js'
import { memberName } from './member-name.js'
import { damaged, type RandomBytes, wholePieceOf } from './random-bytes.js'
import { MOST_MEMBERS, TOO_MANY_MEMBERS } from './unpacking.js'
import type { ZipEnd } from './zip-end.js'

/** PKWARE APPNOTE 6.3.10, 4.3.12: a file header of the central directory. */
const FILE_HEADER = 0x02014b50
const FILE_HEADER_BYTES = 46
/** 4.5.3: the extra field that holds what 32 bits can't. */
const EXTRA_64 = 0x0001
const IN_EXTRA = 0xffffffff

export interface ZipEntry {
  readonly name: string
  readonly flags: number
  readonly method: number
  /** Bytes in the archive. */
  readonly stored: number
  /** Where its local header lies in the archive. */
  readonly at: number
}

export interface ZipDirectory {
  /** In the order in which they lie in the archive. */
  readonly entries: readonly ZipEntry[]
  /** Why it lists no more; null where these are all. */
  readonly cut: Refusal | null
}

const BROKEN = damaged('its directory is damaged')

export const zipDirectoryOf = async (
  bytes: RandomBytes,
  { directory, shift }: ZipEnd,
): Promise<ZipDirectory> => {
  const entries: ZipEntry[] = []
  const listed = (cut: Refusal | null): ZipDirectory => ({
    entries: entries.sort((a, b) => a.at - b.at),
    cut,
  })
  for (let at = directory.start; at < directory.end; ) {
    const header = await wholePieceOf(bytes, at, FILE_HEADER_BYTES)
    if ('class' in header) return listed(header)
    if (header.readUInt32LE(0) !== FILE_HEADER) return listed(BROKEN)
    if (entries.length >= MOST_MEMBERS) return listed(TOO_MANY_MEMBERS)
    const lengths = [header.readUInt16LE(28), header.readUInt16LE(30), header.readUInt16LE(32)] as const
    const [nameBytes, extraBytes, commentBytes] = lengths
    const fields = await wholePieceOf(bytes, at + FILE_HEADER_BYTES, nameBytes + extraBytes)
    if ('class' in fields) return listed(fields)
    const entry = entryOf(header, fields.subarray(0, nameBytes), fields.subarray(nameBytes))
    if (entry === null) return listed(BROKEN)
    entries.push({ ...entry, at: entry.at + shift })
    at += FILE_HEADER_BYTES + nameBytes + extraBytes + commentBytes
  }
  return listed(null)
}

const entryOf = (header: Buffer, name: Buffer, extra: Buffer): ZipEntry | null => {
  const [stored, size, at] = [header.readUInt32LE(20), header.readUInt32LE(24), header.readUInt32LE(42)]
  const large = largeFields(extra, { size, stored, at })
  return large === null
    ? null
    : {
        name: memberName(name),
        flags: header.readUInt16LE(8),
        method: header.readUInt16LE(10),
        ...large,
      }
}

/** In this order, and only those that did not fit. */
const largeFields = (
  extra: Buffer,
  { size, stored, at }: Readonly<Record<'size' | 'stored' | 'at', number>>,
): Pick<ZipEntry, 'stored' | 'at'> | null => {
  const field = extraField(extra, EXTRA_64)
  let place = size === IN_EXTRA ? 8 : 0
  const taken = (small: number): number => {
    if (small !== IN_EXTRA || field === null || place + 8 > field.length) return small
    place += 8
    return Number(field.readBigUInt64LE(place - 8))
  }
  const large = { stored: taken(stored), at: taken(at) }
  return Number.isSafeInteger(large.stored) && Number.isSafeInteger(large.at) ? large : null
}

const extraField = (extra: Buffer, id: number): Buffer | null => {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, end)
    at = end
  }
  return null
}
