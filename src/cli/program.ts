import yargs, { type Argv } from 'yargs'
import { VERSION } from '../model/index.js'
import { AWS_COMMANDS, awsHelp } from './commands/aws.js'
import type { Command } from './commands/command.js'
import { explainCommand } from './commands/explain.js'
import { historyCommand } from './commands/history.js'
import { HOOK_COMMANDS, hookHelp } from './commands/hooks.js'
import { rangeCommand } from './commands/range.js'
import { reportCommand } from './commands/report.js'
import { scanCommand } from './commands/scan.js'
import { stagedCommand } from './commands/staged.js'
import { verifyCommand } from './commands/verify.js'
import type { Given, UsageFault } from './given.js'
import { helpPage } from './help-page.js'
import { HELP } from './help-text.js'
import type { ExitCode, Host } from './host.js'
import { usageMessage } from './messages.js'
import { OPTIONS } from './options.js'
import { print } from './stdout.js'
import { suggestionFor } from './suggestion.js'
import { widthOf } from './terminal.js'

const COMMANDS: readonly Command[] = [
  scanCommand,
  stagedCommand,
  rangeCommand,
  historyCommand,
  verifyCommand,
  reportCommand,
  explainCommand,
  ...HOOK_COMMANDS,
  ...AWS_COMMANDS,
]

/** Commands of two words: what the first alone says. */
const GROUPS: Readonly<Record<string, () => string>> = { aws: awsHelp, hook: hookHelp }

/** The whole command line except the hook's quick path. @param argv without node and script */
export const runProgram = async (argv: readonly string[], host: Host): Promise<ExitCode> => {
  const [first, second] = argv
  if (first === undefined) {
    host.stderr.write(HELP)
    return 2
  }
  if (first === 'help') return runProgram([...argv.slice(1), '--help'], host)
  if (first === '--help' || first === '-h') return printed(host, HELP)
  if (first === '--version') return printed(host, `${VERSION}\n`)
  const group = Object.hasOwn(GROUPS, first) ? GROUPS[first] : undefined
  if (group !== undefined && (second === '--help' || second === '-h')) return printed(host, group())
  if (group !== undefined && second === undefined) {
    host.stderr.write(group())
    return 2
  }
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, at) => argv[at] === word))
  if (command === undefined)
    return usage(host, [unknownCommand(group === undefined ? first : `${first} ${second}`)], '')
  const rest = argv.slice(command.name.split(' ').length)
  const parser = parserOf(command)
  // Parsing alone: no exit, no console, no package.json of the current directory, no environment.
  const parsed = await parser.parseAsync(withStandardInput(rest, command), {}, () => {})
  const { _: args, $0: _script, help, h: _h, ...options } = parsed
  if (help === true) return printed(host, helpPage(command, widthOf(host.stdout)))
  const outcome = await command.run(args.map(String), givenOf(options), host)
  return outcome.ok ? outcome.value : usage(host, outcome.error, command.name)
}

/**
 * yargs splits the line. Unknown options, missing and bad values are judged in `given.ts`, for the quick path and the
 * environment as well, so yargs neither applies defaults nor rejects anything itself.
 */
const parserOf = (command: Command): Argv => {
  const parser = yargs()
    .scriptName('keysieve')
    .locale('en')
    .help(false)
    .version(false)
    .exitProcess(false)
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .option('help', { alias: 'h', type: 'boolean' })
  for (const name of command.options)
    parser.option(name, { type: OPTIONS[name].value === null ? 'boolean' : 'string' })
  return parser
}

/** yargs takes a lone `-` behind an option for an argument; it is that option's value, standard input. */
const withStandardInput = (argv: readonly string[], { options }: Command): string[] => {
  const takesValue = (word: string | undefined): boolean =>
    options.some((name) => word === `--${name}` && OPTIONS[name].value !== null)
  return argv.flatMap((word, index) => {
    if (word === '-' && takesValue(argv[index - 1])) return []
    return argv[index + 1] === '-' && takesValue(word) ? [`${word}=-`] : [word]
  })
}

const givenOf = (options: Readonly<Record<string, unknown>>): Given =>
  Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)]),
  )

const unknownCommand = (typed: string): UsageFault =>
  typed.startsWith('-')
    ? { kind: 'no-command' }
    : {
        kind: 'unknown-command',
        command: typed,
        suggestion: suggestionFor(
          typed,
          COMMANDS.map((command) => command.name),
        ),
      }

const printed = async (host: Host, text: string): Promise<ExitCode> => {
  const { end } = await print(host.stdout, [text])
  return end === 'broke' ? 3 : 0
}

const usage = (host: Host, faults: readonly UsageFault[], command: string): ExitCode => {
  for (const fault of faults) host.stderr.write(usageMessage(fault, command))
  return 2
}
