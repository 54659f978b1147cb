import type { Stats } from 'node:fs'
import type { Skipped, SkipReason, Unread } from '../model/index.js'

/** Why there are no bytes, before it is known under which name a report shows it. */
export type Refusal = Omit<Unread, 'path' | 'container'> | Omit<Skipped, 'path' | 'container'>

export const skipped = (reason: SkipReason): Refusal => ({ class: 'skipped', reason })

export const unread = (reason: Unread['reason'], detail: string): Refusal => ({
  class: 'unread',
  reason,
  detail,
})

/** @param error what a call of `node:fs` threw */
export const refusalOf = (error: unknown): Refusal => {
  const code = codeOf(error)
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return unread('permission', code)
    case 'ENOENT':
    case 'ENOTDIR':
      return unread('vanished', code)
    default:
      return unread('io-error', code)
  }
}

/** The system's code, such as `ENOENT`. What carries none is a defect and is thrown on. */
export const codeOf = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}

type FileKind = Pick<Stats, 'isFIFO' | 'isSocket' | 'isBlockDevice' | 'isCharacterDevice'>

/** What can block a reader, or never ends; null for everything else. */
export const specialFileOf = (kind: FileKind): 'fifo' | 'socket' | 'device' | null => {
  if (kind.isFIFO()) return 'fifo'
  if (kind.isSocket()) return 'socket'
  return kind.isBlockDevice() || kind.isCharacterDevice() ? 'device' : null
}

/** A name that node can show but not open again: it was made readable with replacement characters. */
export const NOT_UTF8 = unread('io-error', 'its name is not valid UTF-8')
