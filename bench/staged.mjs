// What a hook costs: `keysieve staged` on a commit of ten files, beside an empty Node process and the git commands that
// it runs. node bench/staged.mjs [rounds, 25 unless given]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessKeyId, secretAccessKey } from '../fixtures/credentials.mjs'
import { machine, median, ratio, runInTurn, table } from './runs.mjs'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const SOURCE = readFileSync(fileURLToPath(new URL('../src/cli/options.ts', import.meta.url)))

/** @returns a repository with ten staged files, and what git is asked about it */
const repository = (secret) => {
  const cwd = mkdtempSync(join(tmpdir(), 'keysieve-bench-'))
  const git = (...args) => spawnSync('git', args, { cwd, encoding: 'utf8' }).stdout
  git('init', '-q')
  for (let i = 0; i < 10; i++) writeFileSync(join(cwd, `file-${i}.ts`), SOURCE)
  if (secret) writeFileSync(join(cwd, 'file-9.ts'), secret)
  git('add', '.')
  writeFileSync(join(cwd, '.git', 'objects.txt'), git('ls-files', '-s').replace(/^\d+ (\w+).*$/gm, '$1'))
  return cwd
}

const clean = repository(null)
const leaking = repository(
  `const key = ['${accessKeyId('bench/hook')}', '${secretAccessKey('bench/hook')}']\n`,
)
const ends = (status) => (ended) => {
  if (ended.status !== status) throw new Error(`exit ${ended.status} instead of ${status}`)
}

const processes = {
  'node -e 0': { command: process.execPath, args: ['-e', '0'] },
  'git diff --cached': {
    command: 'git',
    args: ['diff', '--cached', '--raw', '-z', '--no-renames', '--no-abbrev'],
    cwd: clean,
  },
  'git cat-file --batch': {
    command: 'sh',
    args: ['-c', 'exec git cat-file --batch < .git/objects.txt'],
    cwd: clean,
  },
  'keysieve staged': { command: process.execPath, args: [CLI, 'staged'], cwd: clean, check: ends(0) },
  'keysieve staged, a key in it': {
    command: process.execPath,
    args: [CLI, 'staged'],
    cwd: leaking,
    check: ends(1),
  },
}
try {
  const times = runInTurn(processes, Number(process.argv[2] ?? 25))
  const [node, diff, contents] = [...times.values()].map(median)
  const base = node + diff + contents
  console.log(`${machine()}\nmedians of ${times.get('node -e 0').length} rounds in turn\n`)
  console.log(
    table([
      ['process', 'median', 'fastest', 'of node + git'],
      ...[...times].map(([name, all]) => [
        name,
        `${median(all).toFixed(1)} ms`,
        `${all[0].toFixed(1)} ms`,
        ratio(median(all), base),
      ]),
    ]),
  )
} finally {
  for (const cwd of [clean, leaking]) rmSync(cwd, { recursive: true, force: true })
}
