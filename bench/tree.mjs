// A scan of the whole corpus beside reading it with cat, in one run. cat unpacks nothing, so what it is compared with
// doesn't either; a scan that does is told beside it.
// node bench/tree.mjs [rounds, 7 unless given]
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { corpus, PLANTED, sizeOf } from './corpus.mjs'
import { machine, median, ratio, runInTurn, seconds, table } from './runs.mjs'
import { syntheticRules, variant } from './variant.mjs'

const SYNTHETIC = 300

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const directory = corpus()

/** A fast run that finds nothing does not count. */
const foundAll = ({ status, stdout }) => {
  const found = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const paths = found.map(({ path }) => path.split('corpus/').at(-1)).sort()
  if (status !== 1 || paths.join() !== [...PLANTED].sort().join())
    throw new Error(`exit ${status}, found [${paths}] instead of the planted credentials`)
}

const scan = (cli, ...options) => ({
  command: process.execPath,
  args: [cli, 'scan', directory, '--format', 'jsonl', '--no-blame', ...options],
  check: foundAll,
})

const more = await variant('synthetic', { rules: syntheticRules(SYNTHETIC) })
const processes = {
  'find … | xargs cat': {
    command: 'sh',
    args: ['-c', `find "${directory}" -type f -print0 | xargs -0 cat >/dev/null`],
  },
  'keysieve scan --no-archives': scan(CLI, '--no-archives'),
  [`the same, ${SYNTHETIC} anchors more`]: scan(more, '--no-archives'),
  'the same, --jobs 1': scan(CLI, '--no-archives', '--jobs', '1'),
  'keysieve scan': scan(CLI),
}

const times = runInTurn(processes, Number(process.argv[2] ?? 7))
const [cat] = [...times.values()].map(median)
const { files, bytes } = sizeOf(directory)
console.log(
  `${machine()}\n${files} files, ${Math.round(bytes / 1e6)} MB; medians of ${times.values().next().value.length} rounds in turn\n`,
)
console.log(
  table([
    ['process', 'median', 'fastest', 'of cat'],
    ...[...times].map(([name, all]) => [
      name,
      seconds(median(all)),
      seconds(all[0]),
      ratio(median(all), cat),
    ]),
  ]),
)
const two = median(times.get('keysieve scan --no-archives'))
console.log(`\ntwo threads are ${ratio(median(times.get('the same, --jobs 1')), two)} × as fast as one`)

const timings = spawnSync(
  process.execPath,
  [CLI, 'scan', directory, '--jobs', '1', '--timings', '--no-blame'],
  { encoding: 'utf8' },
)
console.log(
  timings.stdout
    .split('\n')
    .filter((line) => line.startsWith('Timings'))
    .join('\n'),
)
