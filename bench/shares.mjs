// Where the time of a scan of the corpus goes, by the profiler: node bench/shares.mjs. One thread; V8's compiler and
// collector work beside it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { corpus } from './corpus.mjs'
import { machine, table } from './runs.mjs'
import { syntheticRules, variant } from './variant.mjs'

/** Each function counts for what it does itself; the first that fits. */
const STEPS = [
  [
    'walking',
    /^(readdir|walkDirectory|otherItemsOf|entriesOf|keyOf|compareText|placeIn|fileItem|isLost|Dirent|getDirents|lstat|itemsOf|directoryIn|openedAt)$/,
  ],
  [
    'opening and reading',
    /^(open|openSync|read|readSync|close|closeSync|fstat|fstatSync|fill|FileReader.*|getStatsFromBinding|Stats)$/,
  ],
  ['matching: kernel', /^(wasm-.*|scan|spill|close|clear|count|anchorAt|offsetAt|OrderedHits)$/],
  [
    'matching: windows and patterns',
    /^(RegExp: .*|windowsOf|runsIn|matchesIn|addMatches|latin1.*|startOf2?|endOf2?|takes|settle|#settle|OpenWindow|pieces)$/,
  ],
  [
    'judging and linking',
    /^(judge|link|entropy.*|assignedName|normalisedName|#take|placeAt|surroundings|of)$/,
  ],
  ['garbage collector', /^\(garbage collector\)$/],
  ['starting', /^(compile.*|require.*|\(program\)|run|evaluate|link.*|instantiate.*)$/],
]

const directory = corpus()
const cli = await variant('shares', { rules: syntheticRules(300), names: 'kept' })
const scratch = mkdtempSync(join(tmpdir(), 'keysieve-bench-'))
try {
  spawnSync(
    process.execPath,
    ['--cpu-prof', `--cpu-prof-dir=${scratch}`, cli, 'scan', directory, '--jobs', '1', '--no-blame'],
    { stdio: 'ignore' },
  )
  const [file] = readdirSync(scratch)
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(scratch, file), 'utf8'))
  const nameOf = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]))
  const spent = new Map()
  let total = 0
  for (const [index, sample] of samples.entries()) {
    const step = STEPS.find(([, names]) => names.test(nameOf.get(sample)))?.[0] ?? 'all else'
    spent.set(step, (spent.get(step) ?? 0) + timeDeltas[index])
    total += timeDeltas[index]
  }
  console.log(`${machine()}\none thread, 300 synthetic anchors more\n`)
  const rows = [...spent].sort(([, a], [, b]) => b - a)
  console.log(
    table([
      ['step', 'time', 'share'],
      ...rows.map(([step, us]) => [
        step,
        `${Math.round(us / 1000)} ms`,
        `${Math.round((100 * us) / total)} %`,
      ]),
    ]),
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
