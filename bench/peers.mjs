// keysieve beside the other scanners that are on this machine, on the same corpus in the same run. Those that are not
// on PATH (or in the folder named by PEERS) are left out. node bench/peers.mjs [rounds, 3 unless given]
import { spawnSync } from 'node:child_process'
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CACHE, corpus } from './corpus.mjs'
import { machine, median, ratio, runInTurn, seconds, table } from './runs.mjs'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
/**
 * The corpus where no peer leaves it out by habit: outside of a repository that ignores it, and without a directory
 * called node_modules. Linked where the file system can.
 */
const neutralCorpus = () => {
  const source = corpus()
  const target = join(tmpdir(), 'keysieve-bench-peers')
  rmSync(target, { recursive: true, force: true })
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const from = join(entry.parentPath, entry.name)
    const to = join(target, relative(source, from).replaceAll('node_modules', 'modules'))
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, to, constants.COPYFILE_FICLONE)
  }
  return target
}
const directory = neutralCorpus()
const folders = [process.env.PEERS ?? join(CACHE, 'peers'), ...(process.env.PATH ?? '').split(delimiter)]
const found = (name) => folders.map((folder) => join(folder, name)).find(existsSync) ?? null

/** Each scans files and directories, offline, without verification, all its rules on. */
const PEERS = {
  gitleaks: ['dir', '--no-banner', '--exit-code', '0', directory],
  betterleaks: ['dir', '--no-banner', '--exit-code', '0', directory],
  ripsecrets: ['--strict-ignore', directory],
  'detect-secrets': ['scan', '--all-files', '--no-verify', directory],
  secretlint: ['--no-color', `${directory}/**/*`],
  trufflehog: ['filesystem', '--no-update', '--no-verification', '--json', directory],
}

const processes = {
  'find … | xargs cat': {
    command: 'sh',
    args: ['-c', `find "${directory}" -type f -print0 | xargs -0 cat >/dev/null`],
  },
  keysieve: { command: process.execPath, args: [CLI, 'scan', directory, '--no-blame', '--format', 'jsonl'] },
}
for (const [name, args] of Object.entries(PEERS)) {
  const command = found(name)
  if (command !== null) processes[name] = { command, args, cwd: directory }
}
const times = runInTurn(processes, Number(process.argv[2] ?? 3))
const keysieve = median(times.get('keysieve'))

const peakOf = ({ command, args, cwd }) => {
  const file = join(CACHE, 'peak')
  rmSync(file, { force: true })
  const { status } = spawnSync('/usr/bin/time', ['-f', '%M', '-o', file, command, ...args], {
    cwd,
    stdio: 'ignore',
  })
  return status === null || !existsSync(file)
    ? '?'
    : `${Math.round(Number(readFileSync(file, 'utf8').trim().split('\n').at(-1)) / 1024)} MB`
}

console.log(`${machine()}\nmedians of ${times.get('keysieve').length} rounds in turn\n`)
console.log(
  table([
    ['scanner', 'median', 'of keysieve', 'peak memory'],
    ...[...times].map(([name, all]) => [
      name,
      seconds(median(all)),
      ratio(median(all), keysieve),
      peakOf(processes[name]),
    ]),
  ]),
)
rmSync(directory, { recursive: true, force: true })
