// Filters that were tried, each alone: it looks at content and counts the places it would hand on to a comparison.
// The bitmap lies where the kernel's own does, Teddy's masks behind it.
import { BITMAP, HASH_BITS, HASH_FACTOR, HASH_FOLD, QUEUE } from '../../src/kernel/memory-layout'

const MASKS: usize = 1 << 20

function passes(at: usize): u32 {
  const window = load<u32>(at)
  const hash = ((window | HASH_FOLD) * HASH_FACTOR) >> (32 - HASH_BITS)
  return load<u32>(hash << 2, BITMAP) >> window
}

/** A window at every byte. */
export function everyByte(from: usize, to: usize): u32 {
  let count: u32 = 0
  for (let at = from; at < to; at += 8) {
    const near = passes(at) | passes(at + 1) | passes(at + 2) | passes(at + 3)
    const far = passes(at + 4) | passes(at + 5) | passes(at + 6) | passes(at + 7)
    if (((near | far) & 1) === 0) continue
    for (let i: usize = 0; i < 8; i++) count += passes(at + i) & 1
  }
  return count
}

/** A window at every second byte, and a branch for every sixteen. */
export function everySecondByte(from: usize, to: usize): u32 {
  let count: u32 = 0
  for (let at = from; at < to; at += 16) {
    const near = passes(at) | passes(at + 2) | passes(at + 4) | passes(at + 6)
    const far = passes(at + 8) | passes(at + 10) | passes(at + 12) | passes(at + 14)
    if (((near | far) & 1) === 0) continue
    for (let i: usize = 0; i < 16; i += 2) count += passes(at + i) & 1
  }
  return count
}

function enqueue(end: usize, batch: usize, at: usize): usize {
  store<u16>(end, <u16>(at - batch))
  return end + ((passes(at) & 1) << 1)
}

/** A window at every second byte, and a queue instead of branches. */
export function queued(from: usize, to: usize): u32 {
  let count: u32 = 0
  for (let batch = from; batch < to; batch += 4096) {
    let end: usize = QUEUE
    const last = min(batch + 4096, to)
    for (let at = batch; at < last; at += 16) {
      end = enqueue(end, batch, at)
      end = enqueue(end, batch, at + 2)
      end = enqueue(end, batch, at + 4)
      end = enqueue(end, batch, at + 6)
      end = enqueue(end, batch, at + 8)
      end = enqueue(end, batch, at + 10)
      end = enqueue(end, batch, at + 12)
      end = enqueue(end, batch, at + 14)
    }
    count += <u32>(end - QUEUE) >> 1
  }
  return count
}

/** Buckets that agree with sixteen bytes, by two tables of sixteen nibbles. */
function agreeing(text: v128, masks: usize): v128 {
  const low = i8x16.swizzle(v128.load(masks), v128.and(text, i8x16.splat(15)))
  return v128.and(low, i8x16.swizzle(v128.load(masks, 16), i8x16.shr_u(text, 4)))
}

function fingerprint(at: usize, masks: usize): v128 {
  const first = v128.and(agreeing(v128.load(at), masks), agreeing(v128.load(at, 1), masks + 32))
  return v128.and(first, agreeing(v128.load(at, 2), masks + 64))
}

function places(buckets: v128): u32 {
  return v128.any_true(buckets) ? popcnt<u32>(i8x16.bitmask(i8x16.ne(buckets, i8x16.splat(0)))) : 0
}

/** Teddy over three bytes with eight buckets. */
export function teddyOfThree(from: usize, to: usize): u32 {
  let count: u32 = 0
  for (let at = from; at < to; at += 16) count += places(fingerprint(at, MASKS))
  return count
}

/** Teddy over four bytes with sixteen buckets in two vectors. */
export function teddyOfFour(from: usize, to: usize): u32 {
  let count: u32 = 0
  for (let at = from; at < to; at += 16) {
    const fourth = v128.load(at, 3)
    const lower = v128.and(fingerprint(at, MASKS), agreeing(fourth, MASKS + 96))
    const upper = v128.and(fingerprint(at, MASKS + 128), agreeing(fourth, MASKS + 224))
    count += places(v128.or(lower, upper))
  }
  return count
}
