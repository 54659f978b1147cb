import { err, ok, type Result } from '../../model/index.js'
import { preparePush } from '../../pipeline/index.js'
import { readReportOptions } from '../finish.js'
import type { Given, UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { DETECTION_OPTIONS, type OptionName, REPORT_OPTIONS } from '../options.js'
import { readInput } from '../stdin.js'
import type { Command } from './command.js'
import { performScan } from './detection.js'

const options = [...DETECTION_OPTIONS, ...REPORT_OPTIONS] as const satisfies readonly OptionName[]

const run = async (
  [action, hook, remote, _url, extra]: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readReportOptions(options, given, host.env)
  if (!read.ok) return read
  const values = read.value
  if (action === undefined || hook === undefined)
    return err([{ kind: 'missing-argument', argument: 'run pre-push' }])
  if (action !== 'run') return err([{ kind: 'extra-argument', argument: action }])
  if (hook !== 'pre-push') return err([{ kind: 'extra-argument', argument: hook }])
  if (remote === undefined)
    return err([{ kind: 'missing-argument', argument: 'The remote ("$1" in a hook)' }])
  if (extra !== undefined) return err([{ kind: 'extra-argument', argument: extra }])
  return ok(
    await performScan(values, 'none', host, async () => preparePush(remote, await readInput(host.stdin))),
  )
}

export const hookCommand: Command = {
  name: 'hook',
  args: 'run pre-push <remote> [url]',
  describe: 'Scan what a push brings that the remote does not have; the command for a pre-push hook',
  details:
    "Reads the refs that git writes to the hook's standard input. Clean commits print nothing; a secret makes it exit with 1, so that git refuses the push.",
  options,
  examples: [{ line: 'keysieve hook run pre-push "$@"', says: 'in .husky/pre-push or .git/hooks/pre-push' }],
  run,
}
