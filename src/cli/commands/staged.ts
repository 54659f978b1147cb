import { err, ok, type Result } from '../../model/index.js'
import { readReportOptions } from '../finish.js'
import type { Given, UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { DETECTION_OPTIONS, type OptionName, REPORT_OPTIONS } from '../options.js'
import type { Command } from './command.js'
import { ownSecretsOf, performScan } from './detection.js'

const options = [
  'whole-file',
  'no-own-secrets',
  ...DETECTION_OPTIONS,
  ...REPORT_OPTIONS,
] as const satisfies readonly OptionName[]

/** The hook's command: it is also called by `main.ts` without yargs, so nothing slow may be imported here. */
export const runStaged = async (
  args: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readReportOptions(options, given, host.env)
  if (!read.ok) return read
  const values = read.value
  const [extra] = args
  if (extra !== undefined) return err([{ kind: 'extra-argument', argument: extra }])
  const target = { kind: 'staged', scope: values['whole-file'] } as const
  const ownSecrets = ownSecretsOf(values['no-own-secrets'], host)
  return ok(await performScan(values, 'none', host, () => target, ownSecrets))
}

export const stagedCommand: Command = {
  name: 'staged',
  args: '',
  describe: 'Scan what the next commit would add; the command for a pre-commit hook',
  details:
    'Reads the index, not the working tree. A clean commit prints nothing; a secret in an added line makes it exit with 1, so that git refuses the commit.\n' +
    'It also looks for the secrets that you keep on this machine: those of your AWS profiles, of environment variables whose names say so, and of .env files that git ignores. They stay in memory.',
  options,
  examples: [
    { line: 'keysieve staged', says: 'in .husky/pre-commit or .git/hooks/pre-commit' },
    { line: 'keysieve staged --whole-file', says: 'also what stood in the staged files before' },
  ],
  run: runStaged,
}
