import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashText, LineHashes } from '../../src/policy/line-hash.js'

/** Hashes in the order of lines, of a text that arrives in pieces of this length. */
const hashesOf = (text: string, size = text.length || 1, firstLine = 1): readonly string[] => {
  const hashes: string[] = []
  const lines = new LineHashes((line, high, low) => {
    expect(line).toBe(firstLine + hashes.length)
    hashes.push(hashText(high, low))
  }, firstLine)
  for (let at = 0; at < text.length; at += size) lines.add(text.slice(at, at + size))
  lines.finish()
  return hashes
}

/** The definition, slowly. */
const specified = (text: string): readonly string[] => {
  const units = [...text.replace(/[ \t]/g, (blank) => blank)]
    .join('')
    .replace(/\r\n|\r/g, '\n')
    .replace(/[ \t]/g, '')
  const all = [...Array.from({ length: units.length }, (_, i) => units.charCodeAt(i)), 65_535]
  const starts = all.flatMap((_, i) => (i === 0 || all[i - 1] === 10 ? [i] : []))
  return starts.map((start) => {
    let hash = 0n
    for (let i = 0; i < 100; i++) hash = hash * 37n + BigInt(all[start + i] ?? 0)
    return BigInt.asUintN(64, hash).toString(16)
  })
}

describe("GitHub's line hash of", () => {
  it.each<[string, string, readonly string[]]>([
    ['an empty file', '', ['c129715d7a2bc9a3']],
    [
      'lines with blanks',
      ' a\nb\n  \t\tc\n d',
      ['271789c17abda88f', '54703d4cd895b18', '180aee12dab6264', 'a23a3dc5e078b07b'],
    ],
    [
      'CR LF, as if it were LF',
      ' a\r\nb\r\n  \t\tc\r\n d',
      ['271789c17abda88f', '54703d4cd895b18', '180aee12dab6264', 'a23a3dc5e078b07b'],
    ],
    [
      'CR, as if it were LF',
      ' a\rb\r  \t\tc\r d',
      ['271789c17abda88f', '54703d4cd895b18', '180aee12dab6264', 'a23a3dc5e078b07b'],
    ],
  ])('%s', (_situation, text, expected) => expect(hashesOf(text)).toEqual(expected))

  it('a line that is repeated', () => {
    const hashes = hashesOf('Lorem ipsum dolor sit amet.\n'.repeat(10))
    expect(hashes.slice(0, 7)).toEqual([...Array(6).fill('a7f2ff13bc495cf2'), 'a7f2ff1481e87703'])
    expect(hashes).toHaveLength(11)
  })

  it('a line of the documentation example', () => {
    expect(hashesOf('aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n')[0]).toBe('9cabe4e8f98342fb')
  })
})

const texts = fc.string({
  unit: fc.constantFrom(
    'a',
    'Z',
    '=',
    ' ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    'é',
    '😀',
    '\uFEFF',
    '\uFFFF',
    'x'.repeat(60),
  ),
  maxLength: 80,
})

it('is what the definition says, in whichever pieces a text arrives', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 50 }), (text, size) => {
      expect(hashesOf(text, size)).toEqual(specified(text))
    }),
    { numRuns: 300 },
  )
})

it('does not depend on what stands above a line', () => {
  fc.assert(
    fc.property(texts, texts, (above, below) => {
      const before = `${above}\n`
      const skipped = hashesOf(before).length - 1
      expect(hashesOf(before + below).slice(skipped)).toEqual(hashesOf(below, 7, 9))
    }),
  )
})
