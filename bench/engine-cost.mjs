// What the engine costs a byte, bytes already in memory: from 64 KB to 1 GB, on one line and on many.
// node bench/engine-cost.mjs
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { accessKeyId, secretAccessKey } from '../fixtures/credentials.mjs'
import { generateKernel } from '../scripts/generate-kernel.mjs'
import { generateRules } from '../scripts/generate-rules.mjs'
import { CACHE } from './corpus.mjs'
import { sourceTexts } from './kernel/corpus.mjs'
import { machine, median, ratio, table } from './runs.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SIZES = { '64 KB': 1 << 16, '1 MB': 1 << 20, '16 MB': 1 << 24, '256 MB': 1 << 28, '1 GB': 1 << 30 }
const BYTES_A_CASE = 1 << 28

await Promise.all([generateRules(), generateKernel()])
const outfile = join(CACHE, 'engine.mjs')
await build({
  absWorkingDir: ROOT,
  stdin: {
    contents:
      "export { engineFor } from './src/pipeline/builtin-engine.js'\nexport { scanBlob } from './src/pipeline/blob-scan.js'\nexport { builtinRules } from './src/rules/index.js'",
    resolveDir: ROOT,
  },
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
})
const { engineFor, scanBlob, builtinRules } = await import(pathToFileURL(outfile).href)
const engine = engineFor(builtinRules)

/** Real source over and over, with a credential every megabyte. */
const source = Buffer.concat([...sourceTexts(1 << 20)].map(({ bytes }) => bytes)).subarray(0, 1 << 20)
const oneLine = Buffer.from(source).map((byte) => (byte === 0x0a || byte === 0x0d ? 0x20 : byte))
const key = Buffer.from(`\n"${accessKeyId('cost')}", "${secretAccessKey('cost')}"\n`)
for (const text of [source, oneLine])
  text.set(text === source ? key : key.map((byte) => (byte === 0x0a ? 0x20 : byte)), 1000)

const reader = (text, size) => ({
  read: (_blob, into, at) => {
    const length = Math.min(into.length, size - at)
    for (let done = 0; done < length; ) {
      const from = (at + done) % text.length
      const piece = text.subarray(from, Math.min(text.length, from + length - done))
      into.set(piece, done)
      done += piece.length
    }
    return Math.max(0, length)
  },
  close: async () => {},
})
const blob = { path: 'x', origin: { kind: 'stdin' }, locator: { kind: 'bytes', bytes: new Uint8Array() } }

const cost = async (text, size) => {
  const times = []
  for (let run = 0; run < 5; run++) {
    const repeats = Math.max(1, Math.floor(BYTES_A_CASE / size / 5))
    const started = performance.now()
    for (let i = 0; i < repeats; i++) {
      const scanned = await scanBlob(engine, reader(text, size), blob, null)
      if (scanned.class !== 'scanned' || scanned.detections.length !== 1)
        throw new Error(`found ${scanned.detections?.length}`)
    }
    times.push(((performance.now() - started) * 1e6) / (repeats * size))
  }
  return median(times.sort((a, b) => a - b))
}

const rows = [['size', 'many lines, ns a byte', 'one line, ns a byte', 'of the cheapest']]
const costs = []
for (const [name, size] of Object.entries(SIZES))
  costs.push([name, await cost(source, size), await cost(oneLine, size)])
const cheapest = Math.min(...costs.flatMap(([, many, one]) => [many, one]))
for (const [name, many, one] of costs)
  rows.push([name, many.toFixed(2), one.toFixed(2), `${ratio(many, cheapest)}, ${ratio(one, cheapest)}`])
console.log(`${machine()}\n`)
console.log(table(rows))
