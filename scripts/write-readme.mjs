// Writes the blocks of README.md that follow from the program; test/package/readme.test.ts compares them otherwise.
import { spawnSync } from 'node:child_process'

const vitest = ['node_modules/vitest/vitest.mjs', 'run', 'test/package/readme.test.ts']
const { status } = spawnSync(process.execPath, vitest, {
  stdio: 'inherit',
  env: { ...process.env, WRITE_README: '1' },
})
process.exitCode = status ?? 1
