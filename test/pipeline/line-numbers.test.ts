import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Content, heldContent } from '../../src/pipeline/content.js'
import { LineNumbers } from '../../src/pipeline/line-numbers.js'
import { positionsOf } from '../../src/pipeline/positions.js'

const inPieces = (bytes: Uint8Array, size: number): Content => ({
  ...heldContent(bytes, 'utf-8'),
  pieces: async function* () {
    for (let base = 0; base < bytes.length || base === 0; base += size)
      yield { base, bytes: bytes.subarray(base, base + size) }
  },
})

it('are those of positions, whatever pieces a blob is read in', async () => {
  const text = fc.string({ unit: fc.constantFrom('\n', 'a', '\r\n', 'bb'), minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 50 }), async (content, size) => {
      const bytes = Buffer.from(content)
      const spans = Array.from({ length: bytes.length }, (_, start) => ({ start, end: start + 1 }))
      const numbers = await LineNumbers.of(inPieces(bytes, size), spans)
      const positions = await positionsOf(
        heldContent(bytes, 'utf-8'),
        spans.map(({ start }) => start),
      )
      for (const { start } of spans)
        expect([numbers.lineAt(start), numbers.lineStartAt(start)]).toEqual([
          positions.get(start)?.line,
          positions.get(start)?.lineStart,
        ])
    }),
  )
})

it('of places are ranges, joined where they touch, and few', async () => {
  const bytes = Buffer.from('a\n'.repeat(10_000))
  const at = (lines: readonly number[]) => lines.map((line) => ({ start: 2 * line - 2, end: 2 * line - 1 }))
  const ranges = async (lines: readonly number[]) =>
    (await LineNumbers.of(heldContent(bytes, 'utf-8'), at(lines))).rangesOf(at(lines))
  expect(await ranges([3, 4, 5, 9])).toEqual([
    { first: 3, last: 5 },
    { first: 9, last: 9 },
  ])
  const many = await ranges(Array.from({ length: 5_000 }, (_, i) => 2 * i + 1))
  expect(many).toHaveLength(1_000)
  expect(many.at(-1)).toEqual({ first: 1_999, last: 9_999 })
})
