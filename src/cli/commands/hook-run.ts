import { frameworkTarget } from '../../hook/index.js'
import { err, ok, type Result } from '../../model/index.js'
import { preparePush, type RequestError, type ScanTarget } from '../../pipeline/index.js'
import { readReportOptions } from '../finish.js'
import type { Given, UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { DETECTION_OPTIONS, type OptionName, REPORT_OPTIONS } from '../options.js'
import { readInput } from '../stdin.js'
import type { Command } from './command.js'
import { ownSecretsOf, performScan } from './detection.js'

const options = [
  'whole-file',
  'no-own-secrets',
  ...DETECTION_OPTIONS,
  ...REPORT_OPTIONS,
] as const satisfies readonly OptionName[]

const run = async (
  args: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readReportOptions(options, given, host.env)
  if (!read.ok) return read
  const values = read.value
  const asked = targetOf(args, values['whole-file'], host)
  if (!asked.ok) return asked
  // What a push brings was looked at for one's own secrets when it was committed.
  const ownSecrets = args[0] === 'pre-commit' ? ownSecretsOf(values['no-own-secrets'], host) : null
  return ok(await performScan(values, 'none', host, asked.value, ownSecrets))
}

type Target = () => Promise<Result<ScanTarget, RequestError>>

const targetOf = (
  [hook, remote, _url, extra]: readonly string[],
  scope: 'added-lines' | 'whole-file',
  host: Host,
): Result<Target, readonly UsageFault[]> => {
  switch (hook) {
    case undefined:
      return err([{ kind: 'missing-argument', argument: 'The hook (pre-commit or pre-push)' }])
    case 'pre-commit':
      if (remote !== undefined) return err([{ kind: 'extra-argument', argument: remote }])
      return ok(() => frameworkTarget(host.cwd, host.env, scope))
    case 'pre-push':
      if (remote === undefined)
        return err([{ kind: 'missing-argument', argument: 'The remote ("$1" in a hook)' }])
      if (extra !== undefined) return err([{ kind: 'extra-argument', argument: extra }])
      return ok(async () => preparePush(remote, await readInput(host.stdin)))
    default:
      return err([{ kind: 'extra-argument', argument: hook }])
  }
}

export const hookRunCommand: Command = {
  name: 'hook run',
  args: 'pre-commit | pre-push <remote> [url]',
  describe: 'Scan what a hook is there for: what a push brings that the remote does not have, or a commit',
  details:
    'pre-push reads the refs that git writes to the hook\'s standard input. pre-commit is "keysieve staged", and for the pre-commit framework also what it asks for by its variables. Clean commits print nothing; a secret makes it exit with 1, so that git refuses.',
  options,
  examples: [
    { line: 'keysieve hook run pre-push "$@"', says: 'in .husky/pre-push or .git/hooks/pre-push' },
    { line: 'keysieve hook run pre-commit', says: 'in .pre-commit-config.yaml' },
  ],
  run,
}
