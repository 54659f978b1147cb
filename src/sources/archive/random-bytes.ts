import type { Span } from '../../model/index.js'
import { type Refusal, unread } from '../refusal.js'

/** Bytes that can be read from any place; going back may cost more than going on. */
export interface RandomBytes {
  /** As `Reader.read`: fewer than `into.length` bytes only where they end. */
  read(into: Uint8Array, at: number): Read | Promise<Read>
}

export type Read = number | Refusal

export const damaged = (detail: string): Refusal => unread('damaged-archive', detail)

export const ENDS_EARLY = damaged('it ends early')

export const heldBytes = (bytes: Uint8Array): RandomBytes => ({
  read: (into, at) => {
    const piece = bytes.subarray(at, at + into.length)
    into.set(piece)
    return piece.length
  },
})

/** A stretch of other bytes. @param onShort told where these end before it does */
export const sliceOf = (bytes: RandomBytes, { start, end }: Span, onShort: () => void): RandomBytes => ({
  read: (into, at) => {
    const length = Math.max(0, Math.min(into.length, end - start - at))
    const wanted = into.subarray(0, length)
    const checked = (got: Read): Read => {
      if (typeof got === 'number' && got < length) onShort()
      return got
    }
    const got = length === 0 ? 0 : bytes.read(wanted, start + at)
    return got instanceof Promise ? got.then(checked) : checked(got)
  },
})

/** So many bytes from a place on, or fewer where they end there. */
export const pieceOf = async (
  bytes: RandomBytes,
  at: number,
  length: number,
): Promise<Uint8Array | Refusal> => {
  const piece = Buffer.alloc(length)
  const got = await bytes.read(piece, at)
  return typeof got === 'number' ? piece.subarray(0, got) : got
}

/** Exactly so many bytes; where they end earlier, the archive is damaged. */
export const wholePieceOf = async (
  bytes: RandomBytes,
  at: number,
  length: number,
): Promise<Buffer | Refusal> => {
  const piece = await pieceOf(bytes, at, length)
  if ('class' in piece) return piece
  return piece.length < length ? ENDS_EARLY : Buffer.from(piece.buffer, piece.byteOffset, length)
}
