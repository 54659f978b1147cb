import {
  BATCH_BYTES,
  BITMAP,
  CHAINS,
  CONTENT_CELL,
  ENTRY_ANCHOR,
  ENTRY_BYTES,
  ENTRY_LEAD,
  ENTRY_LENGTH,
  ENTRY_REST,
  ENTRY_WANTED,
  HASH_BITS,
  HASH_FACTOR,
  HASH_FOLD,
  HIT_BYTES,
  HITS_CELL,
  HITS_END_CELL,
  HITS_LIMIT_CELL,
  NO_ENTRY,
  PIECE_BYTES,
  QUEUE,
  SHORT_CHAINS,
  SHORT_HASH_BITS,
} from '../memory-layout'

// Every load below is in bounds of the memory: text is read at most MAX_LEAD bytes before the content and 35 bytes
// behind its counted bytes, where MARGIN_BYTES lie to either side; chains and entries are made by tables.ts.

/** Place in a table of 2^`bits` u32 for three bytes of `window`, the low byte left out. */
function slot(window: u32, bits: u32): usize {
  return (((window | HASH_FOLD) * HASH_FACTOR) >> (32 - bits)) << 2
}

/** 1 where a window may belong to an anchor. The shift takes `window` modulo 32: the low bits of its first byte. */
function passes(at: usize): u32 {
  const window = load<u32>(at)
  return (load<u32>(slot(window, HASH_BITS), BITMAP) >> window) & 1
}

/** Writes a window's distance to the queue and keeps it if the window passes: no branch, so nothing to mispredict. */
function enqueue(end: usize, batch: usize, at: usize): usize {
  store<u16>(end, <u16>(at - batch))
  return end + (passes(at) << 1)
}

/** Queues the windows at every second byte of a batch. @returns the end of the queue */
function filter(batch: usize, to: usize): usize {
  let end: usize = QUEUE
  for (let at = batch; at < to; at += 16) {
    end = enqueue(end, batch, at)
    end = enqueue(end, batch, at + 2)
    end = enqueue(end, batch, at + 4)
    end = enqueue(end, batch, at + 6)
    end = enqueue(end, batch, at + 8)
    end = enqueue(end, batch, at + 10)
    end = enqueue(end, batch, at + 12)
    end = enqueue(end, batch, at + 14)
  }
  return end
}

/** Whether 16 bytes of text, or-ed with a piece's first half, are its second half. */
function agrees(text: usize, piece: usize): bool {
  const folded = v128.or(v128.load(text), v128.load(piece))
  return v128.all_true<u8>(v128.eq<u8>(folded, v128.load(piece, ENTRY_WANTED)))
}

/** Whether the bytes from 16 on agree as well. */
function restAgrees(start: usize, length: usize, rest: usize): bool {
  for (let done: usize = 16; done < length; done += 16) {
    if (!agrees(start + done, rest)) return false
    rest += PIECE_BYTES
  }
  return true
}

/** Writes a hit where its order wants it. Leads differ by few bytes, so it moves by few places. */
function record(offset: u32, anchor: u32): void {
  const first: usize = load<u32>(HITS_CELL)
  let at: usize = load<u32>(HITS_END_CELL)
  store<u32>(HITS_END_CELL, at + HIT_BYTES)
  const hit = ((<u64>offset) << 32) | anchor
  while (at > first) {
    const before = load<u64>(at - HIT_BYTES)
    if (before < hit) break
    store<u64>(at, before)
    at -= HIT_BYTES
  }
  store<u64>(at, hit)
}

/** Address of the first entry for the last three bytes of a window; of the entry that never agrees where there is none. */
function chain(window: u32): usize {
  return load<u32>(slot(window, HASH_BITS), CHAINS)
}

/** The same for its first three bytes. */
function shortChain(window: u32): usize {
  return load<u32>(slot(window << 8, SHORT_HASH_BITS), SHORT_CHAINS)
}

function isLast(entry: usize): u32 {
  return load<u32>(entry, ENTRY_REST) & 1
}

/** 1 where the first 16 bytes of an entry's anchor stand around a window. */
function stands(entry: usize, at: usize): u32 {
  return <u32>agrees(at - <usize>load<i32>(entry, ENTRY_LEAD), entry)
}

/**
 * Keeps the queued windows whose chain agrees in its first entry or has others, again without a branch, so that
 * the loads of many windows overlap.
 * @returns the new end of the queue
 */
function sift(batch: usize, end: usize): usize {
  let kept: usize = QUEUE
  for (let queued: usize = QUEUE; queued < end; queued += 2) {
    const distance = load<u16>(queued)
    const at = batch + distance
    const window = load<u32>(at)
    const entry = chain(window)
    const short = shortChain(window)
    store<u16>(kept, distance)
    kept += (stands(entry, at) | stands(short, at) | ((isLast(entry) & isLast(short)) ^ 1)) << 1
  }
  return kept
}

/** Compares the entries of one chain with the text around a window. */
function confirm(entry: usize, window: usize, content: usize, end: usize): void {
  for (;;) {
    const start = window - <usize>load<i32>(entry, ENTRY_LEAD)
    const rest: usize = load<u32>(entry, ENTRY_REST)
    if (agrees(start, entry)) {
      const length: usize = load<u32>(entry, ENTRY_LENGTH)
      if (start >= content && start + length <= end && restAgrees(start, length, rest & ~1))
        record(<u32>(start - content), load<u32>(entry, ENTRY_ANCHOR))
    }
    if (rest & 1) return
    entry += ENTRY_BYTES
  }
}

/**
 * Finds the anchors whose windows begin at the even offsets in [from, to) and writes them behind the hits there are.
 * @param from even
 * @param to a multiple of 16 behind `from`, or `length`
 * @param length counted bytes of content; anchors end before it
 * @returns where to go on: `to`, or before it when the hit area is full
 */
export function scan(from: u32, to: u32, length: u32): u32 {
  const content: usize = load<u32>(CONTENT_CELL)
  const limit = load<u32>(HITS_LIMIT_CELL)
  const end = content + length
  for (let batch = content + from; batch < content + to; batch += BATCH_BYTES) {
    const queueEnd = sift(batch, filter(batch, min(batch + BATCH_BYTES, content + to)))
    for (let queued: usize = QUEUE; queued < queueEnd; queued += 2) {
      const at = batch + load<u16>(queued)
      if (load<u32>(HITS_END_CELL) >= limit) return <u32>(at - content)
      const window = load<u32>(at)
      confirm(chain(window), at, content, end)
      const short = shortChain(window)
      if (short !== NO_ENTRY) confirm(short, at, content, end)
    }
  }
  return to
}
