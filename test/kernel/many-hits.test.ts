import { expect, it } from 'vitest'
import { createSimdKernel, createTwin, type HitList, type KernelAnchor } from '../../src/kernel/index.js'
import { anchor, latin1, present } from './hits.js'

const run = (text: string, length: number): Uint8Array =>
  latin1(text.repeat(Math.ceil(length / text.length)).slice(0, length))

/** All hits as bytes, quick to compare. */
const bytesOf = (hits: HitList): Buffer =>
  Buffer.from(
    Uint32Array.from({ length: hits.count * 2 }, (_, i) =>
      i % 2 === 0 ? hits.anchorAt(i / 2) : hits.offsetAt((i - 1) / 2),
    ).buffer,
  )

// 16,384 hits fit into the kernel's own area: each of these texts has several times as many.
it.each<[string, readonly KernelAnchor[], Uint8Array]>([
  ['one anchor at every byte', [anchor('aaa')], run('a', 100_000)],
  [
    'many anchors at every byte',
    Array.from({ length: 40 }, (_, i) => anchor('a'.repeat(3 + i))),
    run('a', 20_000),
  ],
  [
    'one chain of a thousand equal anchors',
    Array.from({ length: 1000 }, () => anchor('abc')),
    run('abcx', 1000),
  ],
  [
    'anchors noticed at different distances',
    [anchor('zqjxkeyed', true), anchor('zqj'), anchor('keyedzqjx'), anchor('edz'), anchor('yed', true)],
    run('zqjxkeyed', 300_000),
  ],
  ['an anchor at every fourth byte', [anchor('key', true)], run('KEY=', 400_000)],
])('loses no hit where there are more than it holds: %s', (_situation, anchors, content) => {
  const [simd, twin] = [
    present(createSimdKernel(anchors, content.length)),
    createTwin(anchors, content.length),
  ]
  simd.memory.set(content)
  twin.memory.set(content)
  const expected = bytesOf(twin.scan(content.length))
  expect(twin.scan(content.length).count).toBeGreaterThan(16_384)
  // Twice: what was spilled the first time must not show up again.
  expect(expected.equals(bytesOf(simd.scan(content.length)))).toBe(true)
  expect(expected.equals(bytesOf(simd.scan(content.length)))).toBe(true)
  const less = bytesOf(twin.scan(100))
  expect(less.equals(bytesOf(simd.scan(100)))).toBe(true)
})
