// What the AWS rules and the decoding of hidden text cost: a scan of the corpus with and without them, one thread, in one
// run. The anchors of other providers are there in both. node bench/aws-cost.mjs [rounds, 7 unless given]
import { corpus } from './corpus.mjs'
import { machine, median, ratio, runInTurn, seconds, table } from './runs.mjs'
import { syntheticRules, variant } from './variant.mjs'

const SYNTHETIC = 300
const directory = corpus()
const rules = syntheticRules(SYNTHETIC)

const scan = (cli, found) => ({
  command: process.execPath,
  args: [cli, 'scan', directory, '--jobs', '1', '--format', 'jsonl', '--no-blame'],
  check: ({ status, stdout }) => {
    const findings = stdout.split('\n').filter(Boolean).length
    if (status > 1 || findings > 0 !== found) throw new Error(`exit ${status}, ${findings} findings`)
  },
})

const processes = {
  'without AWS rules': scan(await variant('without-aws', { rules, without: 'AWS' }), false),
  'with them': scan(await variant('with-aws', { rules }), true),
}
const times = runInTurn(processes, Number(process.argv[2] ?? 7))
const [without] = [...times.values()].map(median)
console.log(`${machine()}\none thread, ${SYNTHETIC} synthetic anchors in both\n`)
console.log(
  table([
    ['scan', 'median', 'fastest', 'of the first'],
    ...[...times].map(([name, all]) => [
      name,
      seconds(median(all)),
      seconds(all[0]),
      ratio(median(all), without),
    ]),
  ]),
)
