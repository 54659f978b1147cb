import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScanner, type ScanResult } from '../../src/index.js'
import { dotenv } from '../cli/project.js'
import { tarOf, tgzOf, zipOf } from '../support/archives.js'

const files = ['one', 'two', 'three'].map((seed) => ({ name: `${seed}/.env`, content: dotenv(seed) }))
const words = { name: 'words.txt', content: 'lorem ipsum dolor sit amet '.repeat(400) }

const ARCHIVES: readonly [string, Buffer][] = [
  ['a zip', zipOf([...files, words])],
  [
    'a zip with sizes behind its data',
    zipOf([words, ...files].map((file) => ({ ...file, sizes: 'behind' }))),
  ],
  ['a zip64', zipOf(files.map((file) => ({ ...file, sizes: 'zip64' })))],
  ['a zip of stored members', zipOf(files.map((file) => ({ ...file, method: 'stored' })))],
  ['a tar', tarOf([...files, words])],
  ['a tar in gzip', tgzOf([words, ...files])],
  ['a gzip', gzipSync(words.content + dotenv('one'))],
  ['zips in a tar in gzip', tgzOf([{ name: 'a.zip', content: zipOf(files) }, words])],
]

const scanner = createScanner()
const scan = (bytes: Uint8Array): Promise<ScanResult> => scanner.scanText(bytes, { path: 'archive' })

const reasonsOf = ({ unread }: ScanResult): readonly string[] => [
  ...new Set(unread.map(({ reason }) => reason)),
]

/** What may be said of an archive, whatever it holds: a defect would be an `internal-error`. */
const EXPECTED = ['damaged-archive', 'encrypted-member', 'unknown-compression', 'archive-limit']

const unexpectedIn = (result: ScanResult): readonly string[] =>
  reasonsOf(result).filter((reason) => !EXPECTED.includes(reason))

/** What is shorter holds no whole header, and is no archive to anybody. */
const leastBytesOf = (bytes: Buffer): number => (bytes[0] === 0x1f ? 10 : bytes[0] === 0x50 ? 30 : 512)

describe.each(ARCHIVES)('%s', (_kind, bytes) => {
  it('yields all of it when it is whole', async () => {
    const { findings, unread } = await scan(bytes)
    expect(findings.length).toBe(bytes === ARCHIVES[6]?.[1] ? 1 : 3)
    expect(unread).toEqual([])
  })

  const cuts = Array.from({ length: 49 }, (_, part) => Math.floor(((part + 1) * bytes.length) / 50)).filter(
    (length) => length >= leastBytesOf(bytes),
  )
  it.each(cuts)('says so when it ends after %i bytes', async (length) => {
    const result = await scan(bytes.subarray(0, length))
    expect(unexpectedIn(result)).toEqual([])
    const whole = await scan(bytes)
    const lost = whole.findings.length - result.findings.length
    expect(lost === 0 || reasonsOf(result).includes('damaged-archive')).toBe(true)
  })

  it('is scanned to its end with any bits flipped', async () => {
    const flips = fc.array(fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) }), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(flips, async (bits) => {
        const flipped = Buffer.from(bytes)
        for (const { at, bit } of bits) flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        expect(unexpectedIn(await scan(flipped))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

it('any bytes behind the beginning of an archive are scanned to their end', async () => {
  const beginnings = [...ARCHIVES.map(([, bytes]) => bytes.subarray(0, 64)), tarOf(files).subarray(0, 512)]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 600 }),
      async (head, rest) => {
        expect(unexpectedIn(await scan(Buffer.concat([head, rest])))).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
})
