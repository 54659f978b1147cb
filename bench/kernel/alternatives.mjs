// The filters that were weighed for the kernel, each alone on mixed source: speed, and how many places of a hundred
// it would hand on to a comparison. docs/decisions/0004-kernel-algorithm.md draws the conclusion.
// node bench/kernel/alternatives.mjs
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compileAssembly, generateKernel } from '../../scripts/generate-kernel.mjs'
import { benchAnchors } from './anchors.mjs'
import { benchTexts } from './texts.mjs'

const RUNS = 5
const MASKS = 1 << 20
const CONTENT = 1 << 21

await generateKernel()
const { outputFiles } = await build({
  stdin: {
    contents: `export * from './tables.js'
      export * from './anchor-window.js'
      export { BITMAP, BITMAP_BYTES, HASH_BITS, HASH_FACTOR, HASH_FOLD } from './memory-layout.js'`,
    resolveDir: fileURLToPath(new URL('../../src/kernel', import.meta.url)),
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
})
const { tablesOf, windowsOf, BITMAP, BITMAP_BYTES, HASH_BITS, HASH_FACTOR, HASH_FOLD } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)
const memory = new WebAssembly.Memory({ initial: 64 })
const bytes = new Uint8Array(memory.buffer)
const wasm = new WebAssembly.Module(await compileAssembly('bench/kernel/alternatives.ts'))
const filters = new WebAssembly.Instance(wasm, { env: { memory } }).exports

/** The kernel's own bitmap. */
const twoWindows = (anchors) =>
  bytes.set(tablesOf(anchors).image.subarray(BITMAP, BITMAP + BITMAP_BYTES), BITMAP)

/** One window an anchor is enough where every byte has one. */
const oneWindow = (anchors) => {
  const words = new Uint32Array(memory.buffer, BITMAP, BITMAP_BYTES / 4).fill(0)
  for (const { bytes: anchor } of anchors) {
    const { lead } = windowsOf(anchor)[0]
    const [first, ...others] = anchor.subarray(lead, lead + 4)
    const lasts = others.length === 3 ? others.splice(2) : Array.from({ length: 256 }, (_, byte) => byte)
    for (const last of lasts) {
      const window = (others[0] << 8) | (others[1] << 16) | (last << 24)
      words[Math.imul(window | HASH_FOLD, HASH_FACTOR) >>> (32 - HASH_BITS)] |= 1 << (first & 31)
    }
  }
}

/** Anchors in order of their pieces, as many to a bucket as to any other. */
const nibbles = (length, buckets, pieceStart) => (anchors) => {
  bytes.fill(0, MASKS, MASKS + 256)
  const pieces = anchors.map((anchor) => ({ anchor, start: pieceStart(anchor.bytes, length) }))
  const pieceOf = ({ anchor, start }) => Buffer.from(anchor.bytes.subarray(start, start + length))
  pieces.sort((a, b) => Buffer.compare(pieceOf(a), pieceOf(b)))
  pieces.forEach(({ anchor, start }, place) => {
    const bucket = Math.floor((place * buckets) / pieces.length)
    for (let i = 0; i < length; i++) {
      const masks = MASKS + (bucket >> 3) * 128 + i * 32
      for (const byte of alternatives(anchor, start + i)) {
        bytes[masks + (byte & 15)] |= 1 << (bucket & 7)
        bytes[masks + 16 + (byte >> 4)] |= 1 << (bucket & 7)
      }
    }
  })
}

const alternatives = ({ bytes: anchor, caseInsensitive }, at) => {
  const byte = anchor[at]
  if (byte === undefined) return Array.from({ length: 256 }, (_, any) => any)
  return caseInsensitive && byte >= 0x61 && byte <= 0x7a ? [byte, byte - 0x20] : [byte]
}

const beginning = () => 0
const rarest = (anchor) => windowsOf(anchor)[0].lead

const TRIED = [
  ['Teddy, first 3 bytes, 8 buckets', 'teddyOfThree', nibbles(3, 8, beginning)],
  ['Teddy, rarest 4 bytes, 16 buckets', 'teddyOfFour', nibbles(4, 16, rarest)],
  ['bitmap at every byte', 'everyByte', oneWindow],
  ['bitmap at every second byte, branches', 'everySecondByte', twoWindows],
  ['bitmap at every second byte, queue', 'queued', twoWindows],
]

console.log('| filter | anchors | GB/s | handed on, of 100 bytes |\n| :-- | --: | --: | --: |')
for (const count of [30, 300, 2000]) {
  const anchors = benchAnchors(count)
  const chunks = benchTexts(32_000_000, anchors)['mixed source']
  const total = chunks.reduce((sum, { length }) => sum + length, 0)
  for (const [name, filter, prepare] of TRIED) {
    prepare(anchors)
    const runs = Array.from({ length: RUNS }, () => timed(filters[filter], chunks))
    const spent = runs.map((run) => run.spent).sort((a, b) => a - b)[RUNS >> 1]
    const share = (100 * runs[0].found) / total
    console.log(`| ${name} | ${count} | ${(total / spent / 1e6).toFixed(2)} | ${share.toFixed(2)} |`)
  }
}

function timed(filter, chunks) {
  let [spent, found] = [0, 0]
  for (const chunk of chunks) {
    bytes.set(chunk, CONTENT)
    const start = performance.now()
    found += filter(CONTENT, CONTENT + (chunk.length & ~15))
    spent += performance.now() - start
  }
  return { spent, found }
}
