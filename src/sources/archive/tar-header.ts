import { memberName } from './member-name.js'

/** POSIX.1-2017, pax, "ustar Interchange Format"; base-256 numbers and type `S` as in GNU tar. */
export const BLOCK_BYTES = 512

export interface TarHeader {
  readonly name: string
  /** Bytes of data that follow, before the next header begins at a whole block. */
  readonly size: number
  /** One character; a NUL stands for `0`, a regular file. */
  readonly type: string
  /** GNU: whether a sparse file's map goes on in the blocks that follow. */
  readonly hasMoreMap: boolean
}

/** These say nothing of data, whatever their size says: links, devices, folders, pipes. */
const WITHOUT_DATA = '123456'

/** Null for what is no header. */
export const tarHeaderOf = (block: Buffer): TarHeader | null => {
  if (!isSumRight(block)) return null
  const size = numberAt(block, 124, 12)
  if (size === null) return null
  const type = String.fromCharCode(block[156] ?? 0).replace('\0', '0')
  return {
    name: nameIn(block),
    size: WITHOUT_DATA.includes(type) ? 0 : size,
    type,
    hasMoreMap: type === 'S' && block[482] !== 0,
  }
}

export const isZeroBlock = (block: Buffer): boolean => block.every((byte) => byte === 0)

/** The path's beginning stands apart, except in GNU tar, where other fields lie there. */
const nameIn = (block: Buffer): string => {
  const isPosix = block.toString('latin1', 257, 263) === 'ustar\0'
  const prefix = isPosix ? textAt(block, 345, 155) : Buffer.alloc(0)
  const name = textAt(block, 0, 100)
  return memberName(prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]))
}

const textAt = (block: Buffer, at: number, length: number): Buffer => {
  const field = block.subarray(at, at + length)
  const end = field.indexOf(0)
  return end < 0 ? field : field.subarray(0, end)
}

const SUM_AT = 148
const SUM_BYTES = 8
const BLANK = 0x20

/** The sum of all bytes, blanks in place of its own; old tars summed signed ones. */
const isSumRight = (block: Buffer): boolean => {
  let [unsigned, signed] = [0, 0]
  for (const [at, byte] of block.entries()) {
    const counted = at >= SUM_AT && at < SUM_AT + SUM_BYTES ? BLANK : byte
    unsigned += counted
    signed += (counted << 24) >> 24
  }
  const sum = numberAt(block, SUM_AT, SUM_BYTES)
  return sum === unsigned || sum === signed
}

/** Octal digits; or, where the first bit is set, the bytes of one number. */
const numberAt = (block: Buffer, at: number, length: number): number | null => {
  const field = block.subarray(at, at + length)
  if (((field[0] ?? 0) & 0x80) === 0) {
    const digits = /^[ \0]*([0-7]*)[ \0]/.exec(`${field.toString('latin1')} `)?.[1]
    return digits === undefined ? null : Number.parseInt(digits || '0', 8)
  }
  let number = (field[0] ?? 0) & 0x7f
  for (const byte of field.subarray(1)) number = number * 256 + byte
  return Number.isSafeInteger(number) ? number : null
}
