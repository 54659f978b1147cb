import { Buffer } from 'node:buffer'
import { lstatSync } from 'node:fs'
import { FileReader } from './file-reader.js'
import { codeOf } from './refusal.js'

/** Why a file that is there was not read: the system's code, or `EFBIG`. `none`: no regular file can be seen there. */
export type SmallFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unread'; readonly code: string }

/**
 * A whole file as UTF-8 text. Links are not followed, and nothing is waited for: some tools put a FIFO where others put a
 * file of secrets.
 * @param path absolute
 * @param most bytes; a larger file is not read
 */
export const readSmallFile = (path: string, most: number): SmallFile => {
  const size = regularSizeOf(path)
  if (size === null) return { kind: 'none' }
  if (size > most) return { kind: 'unread', code: 'EFBIG' }
  const reader = new FileReader()
  const bytes = Buffer.allocUnsafe(size + 1)
  const got = reader.read(path, bytes, 0)
  reader.close()
  if (typeof got === 'number') return { kind: 'text', text: bytes.toString('utf8', 0, got) }
  return got.class === 'unread' && got.reason !== 'vanished'
    ? { kind: 'unread', code: got.detail }
    : { kind: 'none' }
}

/** Null where there is nothing, where one may not look, and for what is no regular file. */
const regularSizeOf = (path: string): number | null => {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    return stats?.isFile() === true ? stats.size : null
  } catch (error) {
    codeOf(error)
    return null
  }
}
