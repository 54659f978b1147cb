import type { Span } from '../../model/index.js'
import type { Refusal } from '../refusal.js'
import { damaged, type RandomBytes, wholePieceOf } from './random-bytes.js'

/** PKWARE APPNOTE 6.3.10, sections 4.3.14 to 4.3.16: the records at a zip's end. */
const END = 0x06054b50
const END_BYTES = 22
const MOST_COMMENT = 0xffff
const LOCATOR_64 = 0x07064b50
const LOCATOR_64_BYTES = 20
const END_64 = 0x06064b50
const END_64_BYTES = 56

export interface ZipEnd {
  /** Where the central directory lies. */
  readonly directory: Span
  /** Added to every offset that the directory names: what stood before the archive when it was made is not counted. */
  readonly shift: number
}

export const NO_DIRECTORY = damaged('its directory is missing')

/** @param size of the archive in bytes */
export const zipEndOf = async (bytes: RandomBytes, size: number): Promise<ZipEnd | Refusal> => {
  const length = Math.min(size, END_BYTES + MOST_COMMENT + LOCATOR_64_BYTES)
  const tail = await wholePieceOf(bytes, size - length, length)
  if ('class' in tail) return tail
  const at = endIn(tail)
  if (at === null) return NO_DIRECTORY
  const position = size - length + at
  const plain = { bytes: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16), end: position }
  const large = await largeEndOf(bytes, tail, at)
  if (large !== null && 'class' in large) return large
  const { bytes: directoryBytes, offset, end } = large ?? plain
  // The directory lies right before its end, wherever the archive itself was moved to.
  const start = end - directoryBytes
  return start < 0 || offset > start ? NO_DIRECTORY : { directory: { start, end }, shift: start - offset }
}

/** The last record whose comment fits behind it. */
const endIn = (tail: Buffer): number | null => {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue
    if (at + END_BYTES + tail.readUInt16LE(at + 20) <= tail.length) return at
  }
  return null
}

interface Declared {
  readonly bytes: number
  readonly offset: number
  readonly end: number
}

/** Zip64: a locator before the end record says where the larger one lies. Null where there is none. */
const largeEndOf = async (
  bytes: RandomBytes,
  tail: Buffer,
  at: number,
): Promise<Declared | null | Refusal> => {
  const locator = at - LOCATOR_64_BYTES
  if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR_64) return null
  const position = Number(tail.readBigUInt64LE(locator + 8))
  if (!Number.isSafeInteger(position)) return NO_DIRECTORY
  const end = await wholePieceOf(bytes, position, END_64_BYTES)
  if ('class' in end) return end
  if (end.readUInt32LE(0) !== END_64) return NO_DIRECTORY
  const [length, offset] = [Number(end.readBigUInt64LE(40)), Number(end.readBigUInt64LE(48))]
  return Number.isSafeInteger(length) && Number.isSafeInteger(offset)
    ? { bytes: length, offset, end: position }
    : NO_DIRECTORY
}
