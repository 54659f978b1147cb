// What the AWS rules and the decoding of hidden text cost: a scan of the corpus with and without them, in one run. The
// anchors of other providers are there in both.
// node bench/aws-cost.mjs [rounds, 7 unless given] [options of scan, --no-archives]
import { corpus } from './corpus.mjs'
import { machine, median, ratio, runInTurn, seconds, table } from './runs.mjs'
import { syntheticRules, variant } from './variant.mjs'

const SYNTHETIC = 300
const [rounds = '7', ...options] = process.argv.slice(2)
const directory = corpus()
const rules = syntheticRules(SYNTHETIC)

const scan = (cli, found, ...threads) => ({
  command: process.execPath,
  args: [cli, 'scan', directory, ...threads, '--format', 'jsonl', '--no-blame', ...options],
  check: ({ status, stdout }) => {
    const findings = stdout.split('\n').filter(Boolean).length
    if (status > 1 || findings > 0 !== found) throw new Error(`exit ${status}, ${findings} findings`)
  },
})

const without = await variant('without-aws', { rules, without: 'AWS' })
const whole = await variant('with-aws', { rules })
const times = runInTurn(
  {
    'without AWS rules': scan(without, false),
    'with them': scan(whole, true),
    'without, --jobs 1': scan(without, false, '--jobs', '1'),
    'with them, --jobs 1': scan(whole, true, '--jobs', '1'),
  },
  Number(rounds),
)
const medians = [...times.values()].map(median)
console.log(`${machine()}\n${SYNTHETIC} synthetic anchors in all\n`)
console.log(
  table([
    ['scan', 'median', 'fastest', 'of the one before'],
    ...[...times].map(([name, all], index) => [
      name,
      seconds(median(all)),
      seconds(all[0]),
      index % 2 === 0 ? '' : ratio(medians[index], medians[index - 1]),
    ]),
  ]),
)
