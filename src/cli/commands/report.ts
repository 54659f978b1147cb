import { err, ok, type Result } from '../../model/index.js'
import { mergeReports, type ReportFile } from '../../pipeline/index.js'
import { performAndReport, readReportOptions, refused } from '../finish.js'
import type { Given, UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { reportUnreadable } from '../messages.js'
import { type OptionName, REPORT_OPTIONS } from '../options.js'
import { reportText } from '../report-file.js'
import type { Command } from './command.js'

const options = ['from', ...REPORT_OPTIONS] as const satisfies readonly OptionName[]

const run = async (
  [action, ...paths]: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readReportOptions(options, given, host.env)
  if (!read.ok) return read
  const values = read.value
  const named = reportsNamed(action, paths, values.from)
  if (!named.ok) return named
  const files: ReportFile[] = []
  for (const path of named.value) {
    const text = await reportText(path, host)
    if (!text.ok) return ok(refused(host, reportUnreadable(path, text.error)))
    files.push({ path, text: text.value })
  }
  return ok(await performAndReport(values, 'nothing', host, async () => mergeReports(files, host.cwd)))
}

const reportsNamed = (
  action: string | undefined,
  paths: readonly string[],
  from: string | null,
): Result<readonly string[], readonly UsageFault[]> => {
  const [first] = paths
  switch (action) {
    case 'convert':
      if (first !== undefined) return err([{ kind: 'extra-argument', argument: first }])
      return from === null ? err([{ kind: 'missing-argument', argument: '--from FILE' }]) : ok([from])
    case 'merge':
      if (from !== null) return err([{ kind: 'extra-argument', argument: '--from' }])
      return first === undefined ? err([{ kind: 'missing-argument', argument: 'FILE' }]) : ok(paths)
    case undefined:
      return err([{ kind: 'missing-argument', argument: 'convert or merge' }])
    default:
      return err([{ kind: 'extra-argument', argument: action }])
  }
}

export const reportCommand: Command = {
  name: 'report',
  args: 'convert --from FILE | merge FILE..',
  describe: 'Write an earlier report in another format, or several as one',
  details:
    'Reads json and jsonl reports; "-" is standard input. They hold no lines of files, so what shows lines elsewhere does without; jsonl holds findings only.\n' +
    'merge joins the reports of parts: the same finding at the same place counts once, what was looked at adds up, and what any of them could not read stays unread. The exit code is that of a scan with these findings.',
  options,
  examples: [
    { line: 'keysieve scan . --output json=report.json', says: 'first: make the report' },
    { line: 'keysieve report convert --from report.json --format html', says: 'later: a page to send on' },
    { line: 'keysieve report merge a.json b.json --format sarif', says: 'parts of one repository' },
  ],
  run,
}
