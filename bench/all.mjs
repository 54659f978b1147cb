// Every benchmark, one after the other; docs/performance.md explains them. npm run bench
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const SCRIPTS = [
  'kernel/throughput.mjs',
  'tree.mjs',
  'staged.mjs',
  'engine-cost.mjs',
  'memory.mjs',
  'small-files.mjs',
  'shares.mjs',
  'history.mjs',
  'same-findings.mjs',
  'peers.mjs',
]

for (const script of SCRIPTS) {
  console.log(`\n## ${script}\n`)
  const path = fileURLToPath(new URL(script, import.meta.url))
  const { status } = spawnSync(process.execPath, [path], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
