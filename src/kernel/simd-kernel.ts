import type { Kernel, KernelAnchor } from './kernel.js'
import {
  CONTENT_CELL,
  HIT_BYTES,
  HITS_CELL,
  HITS_END_CELL,
  HITS_LIMIT_CELL,
  MARGIN_BYTES,
} from './memory-layout.js'
import { OrderedHits } from './ordered-hits.js'
import { type KernelTables, tablesOf } from './tables.js'
import { instantiate } from './wasm-instance.js'

/** Hits that wasm memory holds before they are moved out: what a megabyte of source has, several times. */
const AREA_HITS = 16_384
/** Content of one call into wasm, a multiple of 16: V8 replaces its first, slow code for a function only between calls. */
const SLICE_BYTES = 256 * 1024
const PAGE_BYTES = 65_536

/**
 * The kernel in wasm with SIMD: see README.md beside this file for how it works.
 *
 * @param capacity bytes of `memory`; content, tables and hits together fit into 4 GiB
 * @returns null where the platform has no wasm, no SIMD in it, no memory for it, or is big-endian
 * @throws RangeError for an anchor of fewer than three bytes
 */
export const createSimdKernel = (anchors: readonly KernelAnchor[], capacity: number): Kernel | null =>
  simdKernelFrom(tablesOf(anchors), capacity)

/** The same from finished tables. Tests alter them to see that a wrong byte does not go unnoticed. */
export const simdKernelFrom = (tables: KernelTables, capacity: number): Kernel | null => {
  const hits = aligned(tables.image.length + MARGIN_BYTES)
  const hitsLimit = hits + AREA_HITS * HIT_BYTES
  const content = aligned(hitsLimit + (tables.mostHitsAWindow + 1) * HIT_BYTES + MARGIN_BYTES)
  const started = instantiate(Math.ceil((content + capacity + MARGIN_BYTES) / PAGE_BYTES))
  if (started === null) return null
  const { scan, buffer } = started
  const bytes = new Uint8Array(buffer)
  bytes.set(tables.image)
  const cells = new DataView(buffer)
  cells.setUint32(CONTENT_CELL, content, true)
  cells.setUint32(HITS_CELL, hits, true)
  cells.setUint32(HITS_LIMIT_CELL, hitsLimit, true)
  const list = new OrderedHits(new Uint32Array(buffer, hits, (content - hits) / 4))
  const clearArea = (): void => cells.setUint32(HITS_END_CELL, hits, true)
  const areaCount = (): number => (cells.getUint32(HITS_END_CELL, true) - hits) / HIT_BYTES
  return {
    variant: 'simd',
    memory: bytes.subarray(content, content + capacity),
    scan: (length) => {
      list.clear()
      clearArea()
      for (let at = 0; at < length; ) {
        const to = Math.min(length, at + SLICE_BYTES)
        at = scan(at, to, length) >>> 0
        if (at >= to) continue
        list.spill(areaCount())
        clearArea()
      }
      list.close(areaCount())
      return list
    },
  }
}

const aligned = (address: number): number => Math.ceil(address / 64) * 64
