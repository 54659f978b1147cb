// keysieve beside the other scanners that are on this machine, on the same corpus in the same run. Those that are not
// on PATH (or in the folder named by PEERS, several parted like PATH) are left out.
// node bench/peers.mjs [rounds, 3 unless given] [megabytes, 250 unless given]
import { spawnSync } from 'node:child_process'
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CACHE, corpus, PLANTED, sizeOf } from './corpus.mjs'
import { machine, median, ratio, seconds, table } from './runs.mjs'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const BYTES = Number(process.argv[3] ?? 250) * 1e6
/** Slower than this is told as such: some peers take an hour for what others read in a second. */
const MOST_MS = 600_000

/**
 * A part of the corpus where no peer leaves it out by habit: outside of a repository that ignores it, and without a
 * directory called node_modules. Every so many files are taken, so that all kinds are there, and the planted ones.
 */
const neutralCorpus = () => {
  const source = corpus()
  const target = join(tmpdir(), 'keysieve-bench-peers')
  rmSync(target, { recursive: true, force: true })
  const share = BYTES / sizeOf(source).bytes
  let due = 0
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    due += share
    if (due < 1 && !PLANTED.some((one) => join(source, one) === join(entry.parentPath, entry.name))) continue
    due -= Math.floor(due)
    const from = join(entry.parentPath, entry.name)
    const to = join(target, relative(source, from).replaceAll('node_modules', 'modules'))
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, to, constants.COPYFILE_FICLONE)
  }
  return target
}
const directory = neutralCorpus()
const folders = [
  ...(process.env.PEERS ?? join(CACHE, 'peers')).split(delimiter),
  ...(process.env.PATH ?? '').split(delimiter),
]
const found = (name) => folders.map((folder) => join(folder, name)).find(existsSync) ?? null

const lines = (text) => text.split('\n').filter(Boolean)
const json = (text) => (text.trim() === '' ? [] : JSON.parse(text))
const SECRETLINT_RC = '.secretlintrc.json'

/** Each scans files and directories, offline, without verification, all its rules on; `count` is of its findings. */
const PEERS = {
  gitleaks: {
    args: [
      'dir',
      '--no-banner',
      '--exit-code',
      '0',
      '-f',
      'json',
      '-r',
      '/dev/stdout',
      '-l',
      'error',
      directory,
    ],
    count: (text) => json(text).length,
  },
  betterleaks: {
    args: [
      'dir',
      '--no-banner',
      '--exit-code',
      '0',
      '-f',
      'json',
      '-r',
      '/dev/stdout',
      '-l',
      'error',
      directory,
    ],
    count: (text) => json(text).length,
  },
  ripsecrets: { args: ['--strict-ignore', directory], count: (text) => lines(text).length },
  'detect-secrets': {
    args: ['scan', '--all-files', '--no-verify', directory],
    count: (text) => Object.values(json(text).results).flat().length,
  },
  secretlint: {
    args: [
      '--no-color',
      '--format',
      'json',
      '--secretlintrc',
      join(directory, SECRETLINT_RC),
      `${directory}/**/*`,
    ],
    count: (text) => json(text).flatMap(({ messages }) => messages).length,
  },
  trufflehog: {
    args: ['filesystem', '--no-update', '--no-verification', '--json', directory],
    count: (text) => lines(text).length,
  },
}
writeFileSync(
  join(directory, SECRETLINT_RC),
  '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}',
)

const processes = {
  'find … | xargs cat': {
    command: 'sh',
    args: ['-c', `find "${directory}" -type f -print0 | xargs -0 cat >/dev/null`],
    count: () => '',
  },
  keysieve: {
    command: process.execPath,
    args: [CLI, 'scan', directory, '--no-blame', '--format', 'jsonl'],
    count: (text) => lines(text).length,
  },
}
for (const [name, peer] of Object.entries(PEERS)) {
  const command = found(name)
  if (command !== null) processes[name] = { command, ...peer }
}

const PEAK = join(CACHE, 'peak')
const hasTime = existsSync('/usr/bin/time')

/** @returns {{took: number, peak: string, found: string | number} | null} null where it did not end in time */
const run = ({ command, args, count }) => {
  const [program, ...rest] = hasTime ? ['/usr/bin/time', '-f', '%M', '-o', PEAK, command] : [command]
  const started = performance.now()
  const { error, stdout } = spawnSync(program, [...rest, ...args], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    timeout: MOST_MS,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const took = performance.now() - started
  if (error) return null
  const peak = hasTime ? Number(lines(readFileSync(PEAK, 'utf8')).at(-1)) / 1024 : Number.NaN
  return { took, peak: `${Math.round(peak)} MB`, found: counted(count, stdout) }
}

const counted = (count, stdout) => {
  try {
    return count(stdout)
  } catch {
    return '?'
  }
}

const rounds = Number(process.argv[2] ?? 3)
const runs = new Map(Object.keys(processes).map((name) => [name, []]))
for (let round = 0; round <= rounds; round++) {
  for (const [name, one] of Object.entries(processes)) {
    const before = runs.get(name)
    // Who takes minutes is run once.
    if (before.length > 0 && (before.at(-1) === null || before.at(-1).took > 60_000)) continue
    before.push(run(one))
  }
}
const medianOf = (all) =>
  all.includes(null)
    ? null
    : median((all.length > 1 ? all.slice(1) : all).map(({ took }) => took).sort((a, b) => a - b))
const keysieve = medianOf(runs.get('keysieve'))
if (runs.get('keysieve').some((one) => one.found < PLANTED.length))
  throw new Error('keysieve did not report every planted credential')
const { files, bytes } = sizeOf(directory)
console.log(
  `${machine()}\n${files} files, ${Math.round(bytes / 1e6)} MB; medians of ${rounds} rounds in turn\n`,
)
console.log(
  table([
    ['scanner', 'median', 'of keysieve', 'peak memory', 'findings'],
    ...[...runs].map(([name, all]) => {
      const took = medianOf(all)
      if (took === null) return [name, `over ${MOST_MS / 1000} s`, '', '', '']
      const { peak, found: told } = all.at(-1)
      return [name, seconds(took), ratio(took, keysieve), peak, told]
    }),
  ]),
)
rmSync(directory, { recursive: true, force: true })
