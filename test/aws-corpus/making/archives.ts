import { gzipSync, zipSync } from 'fflate'

/** One member of an archive. */
export interface Member {
  readonly path: string
  readonly bytes: Uint8Array
}

export const member = (path: string, text: string): Member => ({ path, bytes: Buffer.from(text, 'utf8') })

/** A fixed date, so that equal members give equal bytes. */
const DATE = new Date('2024-05-06T07:08:09Z')

/** `stored` leaves the bytes readable; `deflated` does not. */
export const zip = (members: readonly Member[], method: 'stored' | 'deflated'): Uint8Array =>
  zipSync(Object.fromEntries(members.map(({ path, bytes }) => [path, Uint8Array.from(bytes)])), {
    level: method === 'stored' ? 0 : 9,
    mtime: DATE,
    os: 3,
  })

export const gzip = (bytes: Uint8Array): Uint8Array =>
  gzipSync(Uint8Array.from(bytes), { level: 9, mtime: DATE })

const BLOCK = 512

/** POSIX ustar: a header block and the padded bytes for each member, two empty blocks at the end. */
export const tar = (members: readonly Member[]): Uint8Array =>
  Buffer.concat([
    ...members.flatMap(({ path, bytes }) => [tarHeader(path, bytes.length), padded(bytes)]),
    Buffer.alloc(2 * BLOCK),
  ])

const padded = (bytes: Uint8Array): Uint8Array =>
  Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)])

const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`

const tarHeader = (path: string, size: number): Uint8Array => {
  const header = Buffer.alloc(BLOCK)
  const put = (text: string, offset: number): void => void header.write(text, offset, 'latin1')
  put(path, 0)
  put(octal(0o644, 8), 100)
  put(octal(1000, 8), 108)
  put(octal(1000, 8), 116)
  put(octal(size, 12), 124)
  put(octal(DATE.getTime() / 1000, 12), 136)
  put(' '.repeat(8), 148)
  put('0', 156)
  put('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}
