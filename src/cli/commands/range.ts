import { err, ok, type Result } from '../../model/index.js'
import { readReportOptions } from '../finish.js'
import type { Given, UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { DETECTION_OPTIONS, type OptionName, REPORT_OPTIONS } from '../options.js'
import type { Command } from './command.js'
import { performScan } from './detection.js'

const options = [
  'since-merge-base',
  'whole-file',
  ...DETECTION_OPTIONS,
  ...REPORT_OPTIONS,
] as const satisfies readonly OptionName[]

const run = async (
  [revisions, extra]: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readReportOptions(options, given, host.env)
  if (!read.ok) return read
  const values = read.value
  if (revisions === undefined) return err([{ kind: 'missing-argument', argument: 'BASE..HEAD' }])
  if (extra !== undefined) return err([{ kind: 'extra-argument', argument: extra }])
  const target = {
    kind: 'range',
    revisions,
    since: values['since-merge-base'],
    scope: values['whole-file'],
  } as const
  return ok(await performScan(values, 'none', host, () => target))
}

export const rangeCommand: Command = {
  name: 'range',
  args: '<base>..<head>',
  describe: 'Scan what commits brought in, each commit on its own',
  details:
    'What was added and removed again inside the range is found, with the commit that added it. A merge counts for what the merge itself brought in.\n' +
    'Nothing is fetched: where commits are missing, as in a shallow clone, the rest is scanned and the gap is told (exit 3).',
  options,
  examples: [
    { line: 'keysieve range main..HEAD', says: 'what this branch adds to main' },
    { line: 'keysieve range main...HEAD', says: 'since it left main' },
    { line: 'keysieve range HEAD', says: 'the last commit alone' },
    { line: 'keysieve range v1.0..v1.1 --format sarif', says: 'a report for code scanning' },
  ],
  run,
}
