import { err, type Finding, notChecked, ok, type Result } from '../model/index.js'
import { builtinRules, OWN_SECRET } from '../rules/index.js'
import type { HistoryPlace } from '../sources/commits.js'
import { createReader, openTree } from '../sources/index.js'
import { engineFor, ruleDescriptions, ruleFinder } from './builtin-engine.js'
import { checkEndpoint } from './endpoint.js'
import { withCanaryAccounts } from './known-canaries.js'
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
  /** Epoch milliseconds. */
  readonly now: number
  /** As `ScanRequest.canaryAccounts`. */
  readonly canaryAccounts?: readonly string[]
  readonly onProgress?: (progress: Progress) => void
}

/** Checks the findings of an earlier report: each is found again in its file, index or commit, then asked about. */
export const runVerify = async (request: ReportRequest): Promise<Result<Outcome, RequestError>> => {
  const report = readReport(request.report)
  if (!report.ok) return err({ kind: 'bad-report', path: request.reportPath, detail: report.error })
  const endpoint = await checkEndpoint(request.verify)
  if (!endpoint.ok) return endpoint
  const place = await placeOf(request.cwd)
  if (!place.ok) return place
  const { root, gitDir } = place.value
  const clock = new StepClock()
  const reader = createReader({ cwd: root, gitDir })
  const parts = {
    engine: engineFor(builtinRules),
    ruleOf: ruleFinder(builtinRules),
    now: request.now,
    reader,
    root,
    archives: 'opened',
    objectIdOf: async (name: string) => (await commits()).objectIdOf(place.value, name),
  } as const
  try {
    const own = report.value.findings.filter(isOwnSecret)
    const others = report.value.findings.filter((finding) => !isOwnSecret(finding))
    const { findings: found, unread } = await clock.time('recover', () => recover(others, parts))
    const isFound = ({ values }: Finding): boolean => Object.keys(values).length > 0
    const known = withCanaryAccounts(found.filter(isFound), request.canaryAccounts ?? [], request.now)
    const answered = await clock.time('verify', () => verified(known, request))
    const findings = [...answered, ...found.filter((finding) => !isFound(finding)), ...own.map(unasked)]
    const tally = new Tally()
    for (const item of unread) tally.leave(item)
    const told = { findings, suppressed: [] }
    const result = tally.result('verify', told, ruleDescriptions(), clock.timings())
    return ok({ root, result })
  } finally {
    await reader.close()
  }
}

/** Whoever verifies may have other secrets than whoever scanned, and nobody could be asked about them anyway. */
const isOwnSecret = ({ ruleId }: Finding): boolean => ruleId === OWN_SECRET
const unasked = (finding: Finding): Finding => ({ ...finding, verification: notChecked('not-verifiable') })
/** The repository or the directory that a report's paths count from. */
const placeOf = async (cwd: string): Promise<Result<HistoryPlace, RequestError>> => {
  const tree = await openTree({ cwd, paths: [], include: [], exclude: [] })
  if (tree.ok) return ok({ root: tree.value.root })
  return tree.error.kind === 'bare-repository' ? (await commits()).placeOfHistory(cwd) : tree
}

/** Loaded where a report is verified only. */
const commits = () => import('../sources/commits.js')
