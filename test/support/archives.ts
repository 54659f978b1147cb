import { Buffer } from 'node:buffer'
import { deflateRawSync, gzipSync } from 'node:zlib'

/** One member as a test wants it; what is not said is as an ordinary archiver writes it. */
export interface ZipMember {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  readonly method?: 'stored' | 'deflated'
  /** What headers say instead of the truth. */
  readonly says?: {
    readonly method?: number
    readonly flags?: number
    readonly stored?: number
    readonly at?: number
  }
  /** Sizes stand behind the data, or in the extra field of zip64. */
  readonly sizes?: 'in-header' | 'behind' | 'zip64'
  /** `left-out` of the directory. */
  readonly listed?: 'listed' | 'left-out'
}

const SIZES_BEHIND = 1 << 3
const IN_EXTRA = 0xffffffff

/** A zip by PKWARE's APPNOTE, 4.3: small enough to be wrong in every way that a test needs. */
export const zipOf = (members: readonly ZipMember[], comment = ''): Buffer => {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const member of members) {
    const packed = packedMember(member)
    const header = headerOf(member, packed, at)
    if (member.listed !== 'left-out') central.push(header.central)
    const record = Buffer.concat([header.local, packed.data, header.behind])
    local.push(record)
    at += record.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(central.length & 0xffff, 8)
  end.writeUInt16LE(central.length & 0xffff, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...local, directory, end, Buffer.from(comment)])
}

interface Packed {
  readonly data: Buffer
  readonly size: number
  readonly method: number
}

const packedMember = ({ content, method = 'deflated' }: ZipMember): Packed => {
  const bytes = Buffer.from(content)
  return method === 'stored'
    ? { data: bytes, size: bytes.length, method: 0 }
    : { data: deflateRawSync(bytes), size: bytes.length, method: 8 }
}

const headerOf = (
  { name, says = {}, sizes = 'in-header' }: ZipMember,
  { data, size, method }: Packed,
  at: number,
): Readonly<Record<'local' | 'central' | 'behind', Buffer>> => {
  const nameBytes = Buffer.from(name)
  const stored = says.stored ?? data.length
  const flags = (says.flags ?? 0) | (sizes === 'behind' ? SIZES_BEHIND : 0)
  const extra = sizes === 'zip64' ? zip64Extra(size, stored, says.at ?? at) : Buffer.alloc(0)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(flags, 6)
  local.writeUInt16LE(says.method ?? method, 8)
  if (sizes !== 'behind') local.writeUInt32LE(stored, 18)
  if (sizes !== 'behind') local.writeUInt32LE(size, 22)
  local.writeUInt16LE(nameBytes.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(20, 6)
  central.writeUInt16LE(flags, 8)
  central.writeUInt16LE(says.method ?? method, 10)
  central.writeUInt32LE(sizes === 'zip64' ? IN_EXTRA : stored, 20)
  central.writeUInt32LE(sizes === 'zip64' ? IN_EXTRA : size, 24)
  central.writeUInt16LE(nameBytes.length, 28)
  central.writeUInt16LE(extra.length, 30)
  central.writeUInt32LE(sizes === 'zip64' ? IN_EXTRA : (says.at ?? at), 42)
  const behind = Buffer.alloc(sizes === 'behind' ? 16 : 0)
  if (sizes === 'behind') {
    behind.writeUInt32LE(0x08074b50, 0)
    behind.writeUInt32LE(stored, 8)
    behind.writeUInt32LE(size, 12)
  }
  return {
    local: Buffer.concat([local, nameBytes]),
    central: Buffer.concat([central, nameBytes, extra]),
    behind,
  }
}

const zip64Extra = (size: number, stored: number, at: number): Buffer => {
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(24, 2)
  for (const [index, value] of [size, stored, at].entries())
    extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index)
  return extra
}

export interface TarMember {
  readonly name: string
  readonly content: string | Uint8Array
  /** One character; `0` if absent. */
  readonly type?: string
  readonly format?: 'posix' | 'gnu'
}

const BLOCK = 512

const padded = (bytes: Uint8Array): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)])

/** A tar of ustar or GNU headers, with its two empty blocks. */
export const tarOf = (members: readonly TarMember[]): Buffer =>
  Buffer.concat([...members.flatMap(tarRecord), Buffer.alloc(2 * BLOCK)])

const tarRecord = ({ name, content, type = '0', format = 'posix' }: TarMember): readonly Buffer[] => {
  const bytes = Buffer.from(content)
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0, 100, 'utf8')
  header.write('0000644\0', 100)
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write(' '.repeat(8), 148)
  header.write(type, 156)
  header.write(format === 'posix' ? 'ustar\x0000' : 'ustar  \0', 257, 'latin1')
  const sum = header.reduce((all, byte) => all + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return [header, padded(bytes)]
}

/** `<length> path=<name>\n` as the header before a member. */
export const paxPath = (name: string): TarMember => {
  const record = ` path=${name}\n`
  const bytes = Buffer.byteLength(record)
  let length = bytes
  while (length !== bytes + String(length).length) length = bytes + String(length).length
  return { name: 'PaxHeader', content: `${length}${record}`, type: 'x' }
}

export const gnuLongName = (name: string): TarMember => ({
  name: '././@LongLink',
  content: `${name}\0`,
  type: 'L',
  format: 'gnu',
})

export const tgzOf = (members: readonly TarMember[]): Buffer => gzipSync(tarOf(members))
