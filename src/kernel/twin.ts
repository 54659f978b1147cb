import type { HitList, Kernel, KernelAnchor } from './kernel.js'

/** Bits of the table that the last three bytes, ASCII case folded, select: 64 Ki entries, small enough for a core's cache. */
const HASH_BITS = 16
const HASH_MASK = (1 << HASH_BITS) - 1
/** Each byte moves the hash by six bits: after three bytes a fourth has left the sixteen. */
const HASH_SHIFT = 6

const FOLD = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
)
const fold = (byte: number): number => FOLD[byte] as number

/**
 * The kernel in plain TypeScript: specification and test oracle of the fast one, and the fallback where wasm
 * SIMD is missing. One pass: a hash of the last three bytes selects the few anchors that begin so, and these
 * are compared byte by byte.
 *
 * @param capacity bytes of `memory`
 */
export const createTwin = (anchors: readonly KernelAnchor[], capacity: number): Kernel => {
  const buckets = bucketsOf(anchors)
  const marks = new Uint8Array(1 << HASH_BITS)
  for (const hash of buckets.keys()) marks[hash] = 1
  const memory = new Uint8Array(capacity)
  const hits = new GrowingHits()
  return {
    variant: 'plain',
    memory,
    scan: (length) => {
      hits.clear()
      collectHits(memory, length, marks, buckets, hits)
      return hits
    },
  }
}

type Buckets = ReadonlyMap<number, readonly BucketEntry[]>
interface BucketEntry {
  readonly index: number
  readonly anchor: KernelAnchor
}

const bucketsOf = (anchors: readonly KernelAnchor[]): Buckets => {
  const buckets = new Map<number, BucketEntry[]>()
  anchors.forEach((anchor, index) => {
    if (anchor.bytes.length < 3) throw new RangeError(`anchor ${index} has fewer than three bytes`)
    let hash = 0
    for (const byte of anchor.bytes.subarray(0, 3)) hash = ((hash << HASH_SHIFT) ^ fold(byte)) & HASH_MASK
    const bucket = buckets.get(hash)
    if (bucket) bucket.push({ index, anchor })
    else buckets.set(hash, [{ index, anchor }])
  })
  return buckets
}

const collectHits = (
  memory: Uint8Array,
  length: number,
  marks: Uint8Array,
  buckets: Buckets,
  hits: GrowingHits,
): void => {
  let hash = 0
  for (let at = 0; at < length; at++) {
    hash = ((hash << HASH_SHIFT) ^ fold(memory[at] as number)) & HASH_MASK
    if (marks[hash] === 0 || at < 2) continue
    const start = at - 2
    for (const { index, anchor } of buckets.get(hash) ?? []) {
      if (standsAt(anchor, memory, start, length)) hits.push(index, start)
    }
  }
}

const standsAt = (anchor: KernelAnchor, memory: Uint8Array, start: number, length: number): boolean => {
  const { bytes, caseInsensitive } = anchor
  if (start + bytes.length > length) return false
  for (let i = 0; i < bytes.length; i++) {
    const byte = memory[start + i] as number
    if ((caseInsensitive ? fold(byte) : byte) !== bytes[i]) return false
  }
  return true
}

class GrowingHits implements HitList {
  #pairs = new Uint32Array(1024)
  #count = 0

  get count(): number {
    return this.#count
  }

  anchorAt(index: number): number {
    return this.#pairs[index * 2] as number
  }

  offsetAt(index: number): number {
    return this.#pairs[index * 2 + 1] as number
  }

  clear(): void {
    this.#count = 0
  }

  push(anchor: number, offset: number): void {
    if (this.#count * 2 === this.#pairs.length) {
      const grown = new Uint32Array(this.#pairs.length * 2)
      grown.set(this.#pairs)
      this.#pairs = grown
    }
    this.#pairs[this.#count * 2] = anchor
    this.#pairs[this.#count * 2 + 1] = offset
    this.#count++
  }
}
