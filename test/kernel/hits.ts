import type { Kernel, KernelAnchor } from '../../src/kernel/index.js'

export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

export const anchor = (literal: string, caseInsensitive = false): KernelAnchor => ({
  bytes: latin1(literal),
  caseInsensitive,
})

export type Hit = readonly [anchor: number, offset: number]

/** @param length bytes of `content` that count; the kernel sees the others behind them, as leftovers */
export const hitsOf = (kernel: Kernel, content: Uint8Array, length = content.length): readonly Hit[] => {
  kernel.memory.fill(0x2e)
  kernel.memory.set(content)
  const hits = kernel.scan(length)
  return Array.from({ length: hits.count }, (_, i) => [hits.anchorAt(i), hits.offsetAt(i)])
}

/** The kernel that must be there, for tests of it alone. */
export const present = (kernel: Kernel | null): Kernel => {
  if (kernel === null) throw new Error('this platform has no wasm SIMD, so there is nothing to test')
  return kernel
}
