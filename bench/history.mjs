// A whole history, beside git's own way of showing it: node bench/history.mjs [rounds, 3 unless given] [repository]
// Without a repository the one of history-corpus.mjs is taken, whose planted secrets must all be found each time, each
// with its commit, path and author.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { historyCorpus } from './history-corpus.mjs'
import { machine, median, ratio, runInTurn, seconds, table } from './runs.mjs'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const [rounds = '3', repository] = process.argv.slice(2)
const { directory, planted } =
  repository === undefined ? await historyCorpus() : { directory: repository, planted: [] }
const scratch = mkdtempSync(join(tmpdir(), 'keysieve-bench-'))
const peaks = join(scratch, 'peaks')

const foundAll = ({ status, stdout }) => {
  const found = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  if (![0, 1, 3].includes(status)) throw new Error(`exit ${status}`)
  const told = found.map(({ path, origin }) => `${path} ${origin.commit} ${origin.author}`).sort()
  const wanted = planted.map(({ path, commit, author }) => `${path} ${commit} ${author}`).sort()
  if (planted.length > 0 && told.join('\n') !== wanted.join('\n'))
    throw new Error(`found\n${told.join('\n')}\ninstead of\n${wanted.join('\n')}`)
}

const scan = (...options) => ({
  command: process.execPath,
  args: [
    ...['--import', fileURLToPath(new URL('peak-memory.mjs', import.meta.url))],
    ...[CLI, 'history', '--format', 'jsonl', ...options],
  ],
  cwd: directory,
  env: { PEAK_MEMORY_FILE: peaks, XDG_CACHE_HOME: scratch },
  check: foundAll,
})

try {
  const times = runInTurn(
    {
      'git log -p -U0 --all': { command: 'git', args: ['log', '-p', '-U0', '--all'], cwd: directory },
      'keysieve history': scan(),
      'keysieve history --jobs 1': scan('--jobs', '1'),
      // The first round, which is not counted, fills the cache.
      'keysieve history --cache, again': scan('--cache'),
    },
    Number(rounds),
  )
  const [log, first] = [...times.values()].map(median)
  console.log(`${machine()}\nmedians of ${rounds} rounds in turn, each after one that is not counted\n`)
  console.log(
    table([
      ['process', 'median', 'of git log -p', 'of history'],
      ...[...times].map(([name, all]) => [
        name,
        seconds(median(all)),
        ratio(median(all), log),
        ratio(median(all), first),
      ]),
    ]),
  )
  const most = Math.max(...readFileSync(peaks, 'utf8').split('\n').map(Number))
  console.log(
    `\npeak memory ${Math.round(most / 1024)} MB (the process with its threads; git's own processes apart)`,
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
