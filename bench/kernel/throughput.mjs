// How fast the kernel is alone, by number of anchors and kind of text, and how that compares to counting one byte in
// the same text. Before any time is reported, the hits are compared with those of the plain kernel.
// node bench/kernel/throughput.mjs [most megabytes of mixed source, 64 unless given]
import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import { compileAssembly } from '../../scripts/generate-kernel.mjs'
import { benchAnchors } from './anchors.mjs'
import { kernelBundle } from './kernel-bundle.mjs'
import { benchTexts, CHUNK_BYTES } from './texts.mjs'

const ANCHOR_COUNTS = [30, 300, 1000, 2000]
const RUNS = 7
const COUNTED_BYTE = 0x65
const CONTENT = 1024

const { createSimdKernel, createTwin } = await import(await kernelBundle())

const counterOf = async () => {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((CONTENT + CHUNK_BYTES) / 65_536) + 1 })
  const module = new WebAssembly.Module(await compileAssembly('bench/kernel/byte-count.ts'))
  const { byteCount } = new WebAssembly.Instance(module, { env: { memory } }).exports
  const content = new Uint8Array(memory.buffer, CONTENT, CHUNK_BYTES)
  const count = (length) => byteCount(CONTENT, CONTENT + (length & ~15), COUNTED_BYTE)
  return { memory: content, scan: count }
}

const hitsIn = (kernel, chunks) => {
  let digest = 0
  let count = 0
  for (const chunk of chunks) {
    kernel.memory.set(chunk)
    const hits = kernel.scan(chunk.length)
    for (let i = 0; i < hits.count; i++)
      digest = (Math.imul(digest, 31) + hits.anchorAt(i) * 65_599 + hits.offsetAt(i)) | 0
    count += hits.count
  }
  return { count, digest }
}

/** Milliseconds in `scan` alone: content is in the scanner's memory before the clock starts. */
const timeOf = (scanner, chunks) => {
  let spent = 0
  for (const chunk of chunks) {
    scanner.memory.set(chunk)
    const start = performance.now()
    scanner.scan(chunk.length)
    spent += performance.now() - start
  }
  return spent
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

const measured = (kernel, counter, chunks) => {
  const [scans, counts] = [[], []]
  for (let run = 0; run < RUNS; run++) {
    scans.push(timeOf(kernel, chunks))
    counts.push(timeOf(counter, chunks))
  }
  const bytes = chunks.reduce((sum, { length }) => sum + length, 0)
  return { speed: bytes / median(scans) / 1e6, share: median(counts) / median(scans), bytes }
}

const row = (...cells) => console.log(`| ${cells.join(' | ')} |`)

const counter = await counterOf()
console.log(`${cpus()[0]?.model.trim()}, Node ${process.versions.node}, medians of ${RUNS} runs\n`)
row('text', 'MB', 'anchors', 'hits a MB', 'GB/s', 'of a byte count')
row(':--', '--:', '--:', '--:', '--:', '--:')
for (const anchorCount of ANCHOR_COUNTS) {
  const anchors = benchAnchors(anchorCount)
  const kernel = createSimdKernel(anchors, CHUNK_BYTES)
  if (kernel === null) throw new Error('This platform has no wasm SIMD, so there is nothing to measure.')
  const twin = createTwin(anchors, CHUNK_BYTES)
  for (const [kind, chunks] of Object.entries(benchTexts(1e6 * Number(process.argv[2] ?? 64), anchors))) {
    const [found, expected] = [hitsIn(kernel, chunks), hitsIn(twin, chunks)]
    if (found.count !== expected.count || found.digest !== expected.digest)
      throw new Error(
        `${kind}, ${anchorCount} anchors: ${found.count} hits where the plain kernel has ${expected.count}`,
      )
    const { speed, share, bytes } = measured(kernel, counter, chunks)
    const perMegabyte = Math.round((found.count / bytes) * 1e6)
    row(kind, (bytes / 1e6).toFixed(0), anchorCount, perMegabyte, speed.toFixed(2), share.toFixed(3))
  }
}
