// The whole corpus through the wasm kernel and through the plain one: the reports must be equal byte for byte.
// node bench/same-findings.mjs
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { corpus, PLANTED } from './corpus.mjs'
import { syntheticRules, variant } from './variant.mjs'

const directory = corpus()
const rules = syntheticRules(300)
const reports = []
for (const kernel of ['simd', 'plain']) {
  const cli = await variant(`same-${kernel}`, { rules, kernel })
  const { stdout } = spawnSync(
    process.execPath,
    [cli, 'scan', directory, '--format', 'jsonl', '--no-blame', '--min-confidence', 'low'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  )
  const findings = stdout.split('\n').length - 1
  console.log(
    `${kernel}: ${findings} findings, sha256 ${createHash('sha256').update(stdout).digest('hex').slice(0, 16)}`,
  )
  reports.push(stdout)
}
if (reports[0] !== reports[1] || reports[0].split('\n').length - 1 < PLANTED.length) {
  console.error('the two reports differ, or lack what was planted')
  process.exitCode = 1
}
