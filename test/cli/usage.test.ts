import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { allRules } from '../../src/pipeline/run-rules.js'
import { FORMATS as KNOWN } from '../../src/report/index.js'
import { emptyFolder, keysieve } from './keysieve.js'

const RULES = allRules.rules.map(({ id }) => id).join(', ')

const FORMATS = KNOWN.join(', ')
const SCAN = 'Nothing was scanned; see: keysieve scan --help\n'

it.each<[string, readonly string[], string]>([
  [
    'a misspelled command',
    ['sacn'],
    'keysieve: unknown command "sacn" (did you mean scan?). Nothing was scanned; see: keysieve --help\n',
  ],
  [
    'a command nothing is like',
    ['frobnicate'],
    'keysieve: unknown command "frobnicate". Nothing was scanned; see: keysieve --help\n',
  ],
  [
    'an option before any command',
    ['--quiet'],
    'keysieve: no command given. Nothing was scanned; see: keysieve --help\n',
  ],
  [
    'a misspelled option',
    ['scan', '--fromat', 'json'],
    `keysieve: unknown option --fromat (did you mean --format?). ${SCAN}`,
  ],
  ['an unknown letter', ['scan', '-x'], `keysieve: unknown option -x. ${SCAN}`],
  [
    'an option of another command',
    ['scan', '--whole-file'],
    `keysieve: unknown option --whole-file. ${SCAN}`,
  ],
  [
    'an unknown format',
    ['scan', '--format', 'serif'],
    `keysieve: --format: "serif" is not one of ${FORMATS} (did you mean sarif?). ${SCAN}`,
  ],
  ['a value left out', ['scan', '--format'], `keysieve: --format needs a value (FORMAT). ${SCAN}`],
  [
    'one value twice',
    ['scan', '--format', 'json', '--format', 'text'],
    `keysieve: --format was given more than once; it takes one value. ${SCAN}`,
  ],
  [
    'a size with a unit that is not known',
    ['scan', '--max-file-size', '10mb'],
    `keysieve: --max-file-size: "10mb" is not a size such as 500k, 10m or 1g. ${SCAN}`,
  ],
  [
    'an output without its file',
    ['scan', '--output', 'sarif'],
    `keysieve: --output: "sarif" is not FORMAT=FILE with FORMAT one of ${FORMATS}. ${SCAN}`,
  ],
  [
    'several faults, all told',
    ['scan', '--nope', '--fail-on', 'hgh'],
    `keysieve: unknown option --nope. ${SCAN}keysieve: --fail-on: "hgh" is not one of none, info, low, medium, high, critical (did you mean high?). ${SCAN}`,
  ],
  [
    'opposites',
    ['scan', '--quiet', '--verbose'],
    `keysieve: --quiet and --verbose exclude each other; keep one. ${SCAN}`,
  ],
  [
    'only-verified without verify',
    ['scan', '--only-verified'],
    `keysieve: --only-verified needs --verify; without it nothing is asked. ${SCAN}`,
  ],
  [
    'standard input beside paths',
    ['scan', '-', 'src'],
    `keysieve: standard input (-) and paths can't be scanned in one run; give "-" alone. ${SCAN}`,
  ],
  [
    'a path for staged, which has none',
    ['staged', 'src'],
    'keysieve: "src" is one argument too many. Nothing was scanned; see: keysieve staged --help\n',
  ],
  [
    'no report to verify',
    ['verify'],
    'keysieve: REPORT is missing. Nothing was scanned; see: keysieve verify --help\n',
  ],
  [
    'a report that is not there',
    ['verify', 'old.json'],
    'keysieve: no such report: old.json\n  Make one with:  keysieve scan . --output json=report.json  (exit 2)\n',
  ],
  [
    'control characters in what was typed',
    ['scan', '--fail-on', 'a\u001b[31mb'],
    `keysieve: --fail-on: "a\\u{1b}[31mb" is not one of none, info, low, medium, high, critical. ${SCAN}`,
  ],
  [
    'a rule that does not exist',
    ['explain', 'aws-acess-key'],
    `keysieve: there is no rule "aws-acess-key" (did you mean aws-access-key?).\n  Rules: ${RULES}. (exit 2)\n`,
  ],
])('%s is told, and nothing is scanned', async (_situation, args, message) => {
  expect(await keysieve(args, { cwd: emptyFolder() })).toEqual({ code: 2, out: '', err: message })
})

it.each<[string, Readonly<Record<string, string>>, string]>([
  [
    'a bad value',
    { KEYSIEVE_FAIL_ON: 'never' },
    'keysieve: KEYSIEVE_FAIL_ON: "never" is not one of none, info, low, medium, high, critical. ',
  ],
  [
    'a misspelled name',
    { KEYSIEVE_FIAL_ON: 'high' },
    'keysieve: the environment variable KEYSIEVE_FIAL_ON names no option (did you mean KEYSIEVE_FAIL_ON?). ',
  ],
])('%s in the environment is told, by the quick path too', async (_situation, env, message) => {
  const cwd = emptyFolder()
  const told = (command: string) => `${message}Nothing was scanned; see: keysieve ${command} --help\n`
  expect(await keysieve(['scan'], { cwd, env })).toEqual({ code: 2, out: '', err: told('scan') })
  expect(await keysieve(['staged'], { cwd, env })).toEqual({ code: 2, out: '', err: told('staged') })
})

it('no command at all shows the help as an error', async () => {
  const shown = await keysieve(['--help'], { cwd: emptyFolder() })
  expect(await keysieve([], { cwd: emptyFolder() })).toEqual({ code: 2, out: '', err: shown.out })
})

it.each<[string, readonly string[], string]>([
  [
    'is a directory',
    ['--output', 'json=.'],
    "keysieve: can't write .: it is a directory.\n  Name a file. Nothing was scanned. (exit 2)\n",
  ],
  [
    'has no directory to be in',
    ['--output', 'json=missing/report.json'],
    "keysieve: can't write missing/report.json: there is no directory missing.\n  Create it first. Nothing was scanned. (exit 2)\n",
  ],
  [
    'is named twice',
    ['--output', 'json=report', '--output', 'sarif=./report'],
    'keysieve: --output names ./report twice; one report would overwrite the other.\n  Nothing was scanned. (exit 2)\n',
  ],
])('an output that %s is told before scanning', async (_situation, args, message) => {
  const cwd = emptyFolder()
  expect(await keysieve(['scan', '.', ...args], { cwd })).toEqual({ code: 2, out: '', err: message })
  expect(readdirSync(cwd)).toEqual([])
})
