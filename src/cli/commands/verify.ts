import { err, ok, type Result } from '../../model/index.js'
import { runVerify } from '../../pipeline/index.js'
import { performAndReport, readReportOptions, refused } from '../finish.js'
import type { Given, UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { reportUnreadable } from '../messages.js'
import { type OptionName, REPORT_OPTIONS, VERIFY_OPTIONS } from '../options.js'
import { reportText } from '../report-file.js'
import type { Command } from './command.js'
import { verifyRequest } from './verification.js'

const options = [...VERIFY_OPTIONS, ...REPORT_OPTIONS] as const satisfies readonly OptionName[]

const run = async (
  args: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readReportOptions(options, given, host.env)
  if (!read.ok) return read
  const values = read.value
  const [path, extra] = args
  if (path === undefined) return err([{ kind: 'missing-argument', argument: 'REPORT' }])
  if (extra !== undefined) return err([{ kind: 'extra-argument', argument: extra }])
  const report = await reportText(path, host)
  if (!report.ok) return ok(refused(host, reportUnreadable(path, report.error)))
  return ok(
    await performAndReport(values, 'verification', host, (progress) =>
      runVerify({
        now: host.clock(),
        cwd: host.cwd,
        report: report.value,
        reportPath: path,
        verify: verifyRequest(values, host.env),
        canaryAccounts: values['canary-accounts'],
        onProgress: progress.show,
      }),
    ),
  )
}

export const verifyCommand: Command = {
  name: 'verify',
  args: 'REPORT',
  describe: 'Ask AWS whether the credentials of an earlier report still work',
  details:
    'REPORT is a json or jsonl report. It holds no secrets, so each one is read again from its file; the answer comes from STS GetCallerIdentity, which changes nothing.',
  options,
  examples: [
    { line: 'keysieve scan . --output json=report.json', says: 'first: make the report' },
    { line: 'keysieve verify report.json', says: 'later: is it fixed?' },
  ],
  run,
}
