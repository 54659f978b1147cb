import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Content, heldContent } from '../../src/pipeline/content.js'
import { positionsOf } from '../../src/pipeline/positions.js'

/** The same bytes in pieces of this size, as a large file is read again. */
const inPieces = (bytes: Uint8Array, size: number): Content => ({
  ...heldContent(bytes, 'utf-8'),
  pieces: async function* () {
    for (let base = 0; base < bytes.length || base === 0; base += size)
      yield { base, bytes: bytes.subarray(base, base + size) }
  },
})

const positionOf = async (text: string, mark: string) => {
  const bytes = Buffer.from(text)
  const offset = bytes.indexOf(mark)
  const { line, column } = (await positionsOf(heldContent(bytes, 'utf-8'), [offset])).get(offset) ?? {}
  return [line, column]
}

describe('a position', () => {
  it.each([
    ['at the beginning', '@', [1, 1]],
    ['after a line end', 'a\n@', [2, 1]],
    ['after CR LF', 'a\r\nb@', [2, 2]],
    ['after a lone CR, which ends no line', 'a\rb@', [1, 4]],
    ['after a two-byte character', 'é@', [1, 2]],
    ['after a four-byte character: two UTF-16 units', '😀@', [1, 3]],
    ['after a byte order mark, which counts for nothing', '\uFEFF@', [1, 1]],
    ['after U+FEFF on a later line, which counts', 'a\n\uFEFF@', [2, 2]],
  ])('%s', async (_situation, text, expected) => {
    expect(await positionOf(text, '@')).toEqual(expected)
  })

  it('after a broken character, which counts one unit', async () => {
    const bytes = Buffer.concat([Buffer.from([0xc3]), Buffer.from('@')])
    expect((await positionsOf(heldContent(bytes, 'utf-8'), [1])).get(1)).toMatchObject({ line: 1, column: 2 })
  })

  it('does not depend on the pieces a blob is read in', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', 'é', '😀', '\uFEFF'), maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (content, size) => {
        const bytes = Buffer.from(content)
        // Only at character borders: inside a character there is no column.
        const offsets = [...content].map((_, i, all) => Buffer.byteLength(all.slice(0, i).join('')))
        const whole = await positionsOf(heldContent(bytes, 'utf-8'), offsets)
        for (const offset of offsets) {
          const before = content.length === 0 ? '' : bytes.subarray(0, offset).toString()
          const line = before.split('\n')
          const last = (line.at(-1) ?? '').replace(line.length === 1 ? /^\uFEFF/ : /^$/, '')
          expect(whole.get(offset)).toMatchObject({ line: line.length, column: last.length + 1 })
        }
        expect(await positionsOf(inPieces(bytes, size), offsets)).toEqual(whole)
      }),
    )
  })
})
