import type { Kernel, KernelAnchor } from './kernel.js'
import { createSimdKernel } from './simd-kernel.js'
import { createTwin } from './twin.js'

/**
 * The fastest kernel that the platform can run.
 *
 * @param capacity bytes of `memory`
 * @throws RangeError for an anchor of fewer than three bytes
 */
export const createKernel = (anchors: readonly KernelAnchor[], capacity: number): Kernel =>
  createSimdKernel(anchors, capacity) ?? createTwin(anchors, capacity)
