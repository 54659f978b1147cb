// Runs the suite on every Node.js line that is supported; npm fetches the binaries as ordinary packages.
import { spawnSync } from 'node:child_process'

const LINES = ['20', '24', '26']

for (const line of LINES) {
  console.log(`\n=== Node.js ${line}`)
  const { status } = spawnSync('npx', ['-y', `node@${line}`, 'node_modules/vitest/vitest.mjs', 'run'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    process.exitCode = 1
    break
  }
}
