import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSimdKernel, createTwin, type KernelAnchor } from '../../src/kernel/index.js'
import { hitsOf, present } from './hits.js'

const MOST_BYTES = 1_000_000

const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .slice(0, 40)

const FILES = [
  ...filesIn('node_modules/yaml', '.js'),
  ...filesIn('node_modules/typescript/lib', '.d.ts'),
  ...filesIn('node_modules/yargs', '.json'),
  'node_modules/typescript/lib/typescript.js',
  'node_modules/esbuild/README.md',
  process.execPath,
]

const contents = FILES.map((file) => readFileSync(file).subarray(0, MOST_BYTES))

const lowerCased = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)

/** Pieces of the files themselves: so they have hits, the short ones very many. */
const pieces = (count: number): readonly KernelAnchor[] => {
  const piece = fc
    .tuple(fc.constantFrom(...contents), fc.nat(), fc.integer({ min: 3, max: 40 }), fc.boolean())
    .map(([content, from, length, caseInsensitive]) => {
      const start = from % (content.length - 3)
      const bytes = content.subarray(start, start + length)
      return { bytes: caseInsensitive ? bytes.map(lowerCased) : Uint8Array.from(bytes), caseInsensitive }
    })
  return fc.sample(piece, { numRuns: count, seed: 4 }).filter(({ bytes }) => bytes.length >= 3)
}

it.each([30, 300, 2000])('%i anchors are found in real files as the plain kernel finds them', (count) => {
  const anchors = pieces(count)
  const [simd, twin] = [present(createSimdKernel(anchors, MOST_BYTES)), createTwin(anchors, MOST_BYTES)]
  const different = FILES.filter((_file, at) => {
    const content = contents[at] as Uint8Array
    const [hits, expected] = [hitsOf(simd, content), hitsOf(twin, content)]
    return hits.length !== expected.length || hits.some((hit, i) => String(hit) !== String(expected[i]))
  })
  expect(different).toEqual([])
})
