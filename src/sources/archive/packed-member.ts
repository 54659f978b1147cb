import { gunzipSync, inflateRawSync } from 'node:zlib'
import type { Span } from '../../model/index.js'
import type { Refusal } from '../refusal.js'
import type { OpenMember } from './archive-member.js'
import type { Compression } from './inflation.js'
import { ENDS_EARLY, heldBytes, pieceOf, type RandomBytes, sliceOf } from './random-bytes.js'
import { UnpackedBytes } from './unpacked-bytes.js'
import type { Unpacking } from './unpacking.js'

/** A stream costs more than unpacking what is no larger than this, stored and unpacked. */
const MOST_STORED_AT_ONCE = 256 << 10
const MOST_AT_ONCE = 1 << 20

/** A compressed member. What is damaged or large becomes a stream, of which the sound beginning can be read. */
export const openPacked = async (
  compression: Compression,
  stored: RandomBytes,
  data: Span,
  unpacking: Unpacking,
): Promise<OpenMember | Refusal> => {
  const length = data.end - data.start
  const allowance = unpacking.allowanceFor(length)
  if (length <= MOST_STORED_AT_ONCE) {
    const packed = await pieceOf(stored, data.start, length)
    if ('class' in packed) return packed
    const whole = packed.length === length ? unpackedAtOnce(compression, packed) : null
    if (whole !== null && allowance.take(whole.length) === whole.length)
      return { bytes: heldBytes(whole), fault: () => null, close: () => {} }
    return new UnpackedBytes(compression, heldBytes(packed), { start: 0, end: length }, allowance)
  }
  return new UnpackedBytes(compression, stored, data, allowance)
}

/** Null for what is damaged, and what unpacks to more. */
const unpackedAtOnce = (compression: Compression, packed: Uint8Array): Uint8Array | null => {
  const limits = { maxOutputLength: MOST_AT_ONCE }
  try {
    return compression === 'gzip' ? gunzipSync(packed, limits) : inflateRawSync(packed, limits)
  } catch {
    return null
  }
}

/** A member that is stored as it is. */
export const openStored = (stored: RandomBytes, data: Span): OpenMember => {
  let fault: Refusal | null = null
  const onShort = (): void => {
    fault = ENDS_EARLY
  }
  return { bytes: sliceOf(stored, data, onShort), fault: () => fault, close: () => {} }
}
