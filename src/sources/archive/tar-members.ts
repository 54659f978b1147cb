import type { Refusal } from '../refusal.js'
import { type ArchiveItem, type ArchiveMember, closed, type OpenMember } from './archive-member.js'
import { memberName } from './member-name.js'
import { openStored } from './packed-member.js'
import { paxRecords } from './pax-records.js'
import { damaged, ENDS_EARLY, pieceOf, type RandomBytes, wholePieceOf } from './random-bytes.js'
import { BLOCK_BYTES, isZeroBlock, type TarHeader, tarHeaderOf } from './tar-header.js'
import { MOST_MEMBERS, TOO_MANY_MEMBERS } from './unpacking.js'

/** Of records about a member; more is not read. */
const MOST_RECORD_BYTES = 1 << 20

const NO_HEADER = damaged('no member begins where one should')

/** What records before a header say of the member that it describes. */
interface Told {
  readonly name?: string
  readonly size?: number
}

/**
 * The members of a tar in their order.
 * @param rest as what the bytes that no header describes are given, behind the others; null where they are not wanted
 * @returns null for what only begins like a tar
 */
export const tarMembers = async (
  bytes: RandomBytes,
  rest: string | null,
): Promise<AsyncIterable<ArchiveItem> | null> => {
  const block = await pieceOf(bytes, 0, BLOCK_BYTES)
  if (!('class' in block) && (block.length < BLOCK_BYTES || tarHeaderOf(bufferOf(block)) === null))
    return null
  return eachMember(bytes, rest)
}

async function* eachMember(bytes: RandomBytes, rest: string | null): AsyncGenerator<ArchiveItem> {
  let told: Told = {}
  let zeros: 'none' | 'some' = 'none'
  let members = 0
  for (let at = 0; ; ) {
    const block = await pieceOf(bytes, at, BLOCK_BYTES)
    if ('class' in block) return yield closed(null, block)
    if (block.length === 0) return yield* behindMembers(zeros, ENDS_EARLY, null)
    if (block.length < BLOCK_BYTES) return yield* behindMembers(zeros, ENDS_EARLY, restOf(bytes, at, rest))
    // Two of them end a tar, and one that was joined to another goes on behind them.
    if (isZeroBlock(bufferOf(block))) {
      zeros = 'some'
      at += BLOCK_BYTES
      continue
    }
    const header = tarHeaderOf(bufferOf(block))
    if (header === null) return yield* behindMembers(zeros, NO_HEADER, restOf(bytes, at, rest))
    const start = await dataStartOf(bytes, at, header)
    if (typeof start !== 'number') return yield closed(null, start)
    const size = told.size ?? header.size
    at = start + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES
    if (!Number.isSafeInteger(at)) return yield closed(null, NO_HEADER)
    if (isRecord(header)) {
      const record = await wholePieceOf(bytes, start, Math.min(header.size, MOST_RECORD_BYTES))
      if ('class' in record) return yield closed(null, record)
      told = { ...told, ...toldBy(header, record) }
      continue
    }
    const name = told.name ?? header.name
    told = {}
    if (size === 0) continue
    if (++members > MOST_MEMBERS) return yield closed(null, TOO_MANY_MEMBERS)
    const data = { start, end: start + size }
    yield { class: 'member', name, data, open: () => openStored(bytes, data) }
  }
}

/** What stands behind a tar's end may be anything, and is no damage. */
function* behindMembers(
  zeros: 'none' | 'some',
  why: Refusal,
  rest: ArchiveMember | null,
): Generator<ArchiveItem> {
  if (rest !== null) yield rest
  if (zeros === 'none') yield closed(null, why)
}

const restOf = (bytes: RandomBytes, start: number, name: string | null): ArchiveMember | null => {
  const data = { start, end: Number.MAX_SAFE_INTEGER }
  const open = (): OpenMember => ({ ...openStored(bytes, data), fault: () => null })
  return name === null ? null : { class: 'member', name, data, open }
}

/** Behind the header, and behind a sparse file's map. */
const dataStartOf = async (
  bytes: RandomBytes,
  at: number,
  { hasMoreMap }: TarHeader,
): Promise<number | Refusal> => {
  let start = at + BLOCK_BYTES
  for (let more = hasMoreMap; more; start += BLOCK_BYTES) {
    const map = await wholePieceOf(bytes, start, BLOCK_BYTES)
    if ('class' in map) return map
    more = map[504] !== 0
  }
  return start
}

/** `g` is about all members and names none; `K` is about where a link leads. */
const isRecord = ({ type }: TarHeader): boolean => 'xXgLK'.includes(type)

const toldBy = ({ type }: TarHeader, record: Buffer): Told => {
  if (type === 'L') {
    const end = record.indexOf(0)
    return { name: memberName(end < 0 ? record : record.subarray(0, end)) }
  }
  return type === 'x' || type === 'X' ? paxRecords(record) : {}
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
