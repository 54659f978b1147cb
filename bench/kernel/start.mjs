// What the first kernel of a process costs, tables and compilation included: the git hook pays for it at each commit.
// node bench/kernel/start.mjs
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { kernelBundle } from './kernel-bundle.mjs'

const RUNS = 15
const ANCHORS = fileURLToPath(new URL('./anchors.mjs', import.meta.url))

const PROGRAM = `
const [bundle, list, count] = process.argv.slice(1)
const { benchAnchors } = await import(list)
const anchors = benchAnchors(Number(count))
const start = performance.now()
const { createKernel } = await import(bundle)
const loaded = performance.now()
const kernel = createKernel(anchors, 1 << 20)
const made = performance.now()
kernel.scan(50_000)
console.log(JSON.stringify([loaded - start, made - loaded, performance.now() - made]))
`

const bundle = await kernelBundle()
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

console.log('| anchors | load module, ms | make kernel, ms | scan 50 kB, ms |\n| --: | --: | --: | --: |')
for (const count of [30, 300, 2000]) {
  const runs = Array.from({ length: RUNS }, () => {
    const args = ['--input-type=module', '-e', PROGRAM, bundle, ANCHORS, String(count)]
    return JSON.parse(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout)
  })
  const cells = [0, 1, 2].map((step) => median(runs.map((run) => run[step])).toFixed(2))
  console.log(`| ${count} | ${cells.join(' | ')} |`)
}
