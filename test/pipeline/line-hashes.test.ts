import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Content, heldContent, reopenedContent } from '../../src/pipeline/content.js'
import { lineHashesOf } from '../../src/pipeline/line-hashes.js'
import { createReader } from '../../src/sources/index.js'
import { bytesBlob } from '../support/bytes-blob.js'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'

/** The same bytes in pieces of this size, as a large file is read again. */
const inPieces = (bytes: Uint8Array, size: number): Content => ({
  ...heldContent(bytes, 'utf-8'),
  held: null,
  pieces: async function* () {
    for (let base = 0; base < bytes.length || base === 0; base += size)
      yield { base, bytes: bytes.subarray(base, base + size) }
  },
})

const held = (text: string): Content => heldContent(Buffer.from(text), 'utf-8')
const allLines = (text: string): readonly number[] => text.split('\n').map((_, index) => index + 1)
const hashesOf = async (text: string): Promise<readonly (string | undefined)[]> => {
  const hashes = await lineHashesOf(held(text), allLines(text))
  return allLines(text).map((line) => hashes.get(line))
}

describe('line hashes', () => {
  it('of an empty file are those of GitHub', async () => {
    expect(await hashesOf('')).toEqual(['c129715d7a2bc9a3:1'])
  })

  it('of lines in which nothing is hidden are those of GitHub', async () => {
    expect((await hashesOf('a:\n\n')).length).toBe(3)
    expect(await hashesOf('};\n};\n};')).toEqual(await hashesOf(' } ;\r\n}\t;\r\n};'))
  })

  it('count who has the same', async () => {
    const hashes = await hashesOf(`${'pin = 1\n'.repeat(30)}`)
    expect(new Set(hashes.slice(0, 12).map((hash) => hash?.split(':')[0])).size).toBe(1)
    expect(hashes.slice(0, 4).map((hash) => hash?.split(':')[1])).toEqual(['1', '2', '3', '4'])
  })

  it('count lines that are not asked for, and only those before', async () => {
    const text = 'pin = 1\n'.repeat(40)
    const all = await hashesOf(text)
    for (const line of [1, 5, 17, 40, 41])
      expect((await lineHashesOf(held(text), [line])).get(line)).toBe(all[line - 1])
  })

  it('keep a byte order mark, as GitHub does', async () => {
    expect(await hashesOf('\uFEFF};')).not.toEqual(await hashesOf('};'))
  })

  it('of no lines are none', async () => expect((await lineHashesOf(held('a'), [])).size).toBe(0))

  it('of lines beyond the end are not there', async () => {
    expect([...(await lineHashesOf(held('a\nb'), [2, 9])).keys()]).toEqual([2])
  })

  it('leave out a lone CR, which ends no line here', async () => {
    expect(await hashesOf('a = 1\rb = 2\nc: d')).toHaveLength(2)
  })

  it('change with names and ids, and with nothing else of a line', async () => {
    const [id, other] = [accessKeyId('a'), accessKeyId('b')]
    const [first] = await hashesOf(`key = "${id}", "${secretAccessKey('a')}" # bob`)
    expect(await hashesOf(`key = "${id}", "${secretAccessKey('b')}" # eve and others`)).toEqual([first])
    expect(await hashesOf(`key = "${other}", "${secretAccessKey('a')}" # bob`)).not.toEqual([first])
    expect(await hashesOf(`pin = "${id}", "${secretAccessKey('a')}" # bob`)).not.toEqual([first])
  })

  it('are the same whatever a PIN on the line is, so that it cannot be found by trying all of them', async () => {
    const pins = Array.from({ length: 1_000_000 }, (_, pin) => String(pin).padStart(6, '0'))
    const text = (pin: string): string => `[database]\npin = "${pin}"\nhost: example\n`
    const told = await hashesOf(text('483920'))
    const lines = pins.map((pin) => `pin = "${pin}"`).join('\n')
    // All of them at once, each followed by the like: one value, counted.
    const hashes = await lineHashesOf(held(lines), [1, 2, 500_000, 999_980])
    expect([...hashes.values()].map((hash) => hash.split(':')[0])).toEqual(
      Array(4).fill(hashes.get(1)?.split(':')[0]),
    )
    expect(hashes.get(999_980)?.split(':')[1]).toBe('999980')
    for (const pin of pins.filter((_, index) => index % 9_973 === 0))
      expect(await hashesOf(text(pin))).toEqual(told)
  }, 60_000)
})

const texts = fc.string({
  unit: fc.constantFrom(
    ...['\n', '\n', '\r\n', '\r', ' ', '\t', 'key = "', 'é', '😀', '\uFEFF', '{', ';', 'x'.repeat(1_500)],
    accessKeyId('c'),
  ),
  maxLength: 60,
})

it('do not depend on the pieces a blob is read in', async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 5_000 }), async (text, size) => {
      const lines = allLines(text)
      const whole = await lineHashesOf(held(text), lines)
      expect(await lineHashesOf(inPieces(Buffer.from(text), size), lines)).toEqual(whole)
      expect([...whole.keys()]).toEqual(lines)
    }),
  )
})

describe('UTF-16', () => {
  const text = `pin = 483920\nkey = "${accessKeyId('d')}"\n`
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le')

  it.each([
    ['utf-16le', little],
    ['utf-16be', Buffer.from(little).swap16()],
  ] as const)('in %s has the hashes of its text', async (encoding, bytes) => {
    const hashes = await lineHashesOf(
      reopenedContent(createReader({ cwd: '.' }), bytesBlob(bytes), encoding),
      [1, 2, 3],
    )
    expect([...hashes.values()]).toEqual(await hashesOf(text))
  })
})

describe('a large file', () => {
  it('of 10 MB is hashed line by line', async () => {
    const text = `AWS_REGION = "eu-west-1"  # where bob's machines are\n`.repeat(190_000)
    const hashes = await lineHashesOf(held(text), [189_000])
    expect(hashes.get(189_000)).toMatch(/^[0-9a-f]+:\d+$/)
  })

  it('in one line is looked at up to a limit', async () => {
    const id = accessKeyId('e')
    const line = `key = "${id}" ${'x'.repeat(50_000)}`
    expect(await hashesOf(`${line}${accessKeyId('f')}\n`)).toEqual(await hashesOf(`${line}\n`))
  })
})
