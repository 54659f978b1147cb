import { err, type Finding, ok, type Result } from '../model/index.js'
import { builtinRules } from '../rules/index.js'
import { createReader, openTree } from '../sources/index.js'
import { describeRules, engineFor, ruleFinder } from './builtin-engine.js'
import { checkEndpoint } from './endpoint.js'
import { readReport } from './read-report.js'
import { recover } from './recover.js'
import type { Outcome, Progress, RequestError, VerifyRequest } from './request.js'
import { StepClock, Tally } from './tally.js'
import { verified } from './verified.js'

export interface ReportRequest {
  /** Absolute; the report's paths are relative to its repository's top level, or to itself outside git. */
  readonly cwd: string
  /** Text of a `json` or `jsonl` report. */
  readonly report: string
  /** For messages. */
  readonly reportPath: string
  readonly verify: VerifyRequest
  readonly onProgress?: (progress: Progress) => void
}

/** Checks the findings of an earlier report: each is found again in its file, index or commit, then asked about. */
export const runVerify = async (request: ReportRequest): Promise<Result<Outcome, RequestError>> => {
  const report = readReport(request.report)
  if (!report.ok) return err({ kind: 'bad-report', path: request.reportPath, detail: report.error })
  const endpoint = await checkEndpoint(request.verify)
  if (!endpoint.ok) return endpoint
  const opened = await openTree({ cwd: request.cwd, paths: [], include: [], exclude: [] })
  if (!opened.ok) return opened
  const { root } = opened.value
  const clock = new StepClock()
  const reader = createReader({ cwd: root })
  const parts = { engine: engineFor(builtinRules), ruleOf: ruleFinder(builtinRules), reader, root }
  try {
    const { findings: found, unread } = await clock.time('recover', () =>
      recover(report.value.findings, parts),
    )
    const isFound = ({ values }: Finding): boolean => Object.keys(values).length > 0
    const answered = await clock.time('verify', () => verified(found.filter(isFound), request))
    const findings = [...answered, ...found.filter((finding) => !isFound(finding))]
    const tally = new Tally()
    for (const item of unread) tally.leave(item)
    const told = { findings, suppressed: [] }
    const result = tally.result('verify', told, describeRules(builtinRules), clock.timings())
    return ok({ root, result })
  } finally {
    await reader.close()
  }
}
