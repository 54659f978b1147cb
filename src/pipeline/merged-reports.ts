import {
  type Counts,
  compareFindings,
  compareText,
  err,
  type Finding,
  ok,
  type Result,
  type ScanResult,
  SEVERITIES,
  type Severity,
  type Timings,
} from '../model/index.js'
import { ruleDescriptions } from './builtin-engine.js'
import { type EarlierReport, readReport } from './read-report.js'
import type { Outcome, RequestError } from './request.js'

export interface ReportFile {
  /** As given, for messages. */
  readonly path: string
  /** Text of a `json` or `jsonl` report. */
  readonly text: string
}

/**
 * One result out of earlier reports, each of a part of the whole: what is in several of them counts once, what was looked at
 * adds up. A single report comes back as it was.
 * @param cwd absolute; what the findings' paths are taken to be relative to
 */
export const mergeReports = (files: readonly ReportFile[], cwd: string): Result<Outcome, RequestError> => {
  const reports: EarlierReport[] = []
  for (const { path, text } of files) {
    const report = readReport(text)
    if (!report.ok) return err({ kind: 'bad-report', path, detail: report.error })
    reports.push(report.value)
  }
  return ok({ root: cwd, result: merged(reports) })
}

const merged = (reports: readonly EarlierReport[]): ScanResult => {
  const findings = onceEach(reports.flatMap((report) => report.findings))
  const reported = new Set(findings.map(identityOf))
  // Who scanned with one configuration allowed what another one reports: that it is reported counts.
  const suppressed = onceEach(reports.flatMap((report) => report.suppressed)).filter(
    (finding) => !reported.has(identityOf(finding)),
  )
  const unread = uniqueBy(
    reports.flatMap((report) => report.unread),
    ({ path, reason, detail }) => JSON.stringify([path, reason, detail]),
  )
  const skipped = uniqueBy(
    reports.flatMap((report) => report.skipped),
    ({ path, reason }) => JSON.stringify([path, reason]),
  )
  const sum = (key: keyof EarlierReport['counts']): number =>
    reports.reduce((total, { counts }) => total + counts[key], 0)
  return {
    mode: 'report',
    findings,
    suppressed,
    unread: [...unread].sort(byPath),
    skipped: [...skipped].sort(byPath),
    counts: {
      files: sum('files'),
      bytes: sum('bytes'),
      findings: bySeverity(findings),
      suppressed: suppressed.length,
      examples: sum('examples'),
      known: sum('known'),
      unread: unread.length,
      skipped: skipped.length,
    },
    timings: summed(reports.map((report) => report.timings)),
    rules: ruleDescriptions(),
  }
}

/** The same credential at the same place: of a file, or of a commit's version of it. */
const identityOf = ({ fingerprint, path, container, origin }: Finding): string =>
  JSON.stringify([fingerprint, path, container, origin.commit])

/** Of several entries of one finding the one that knows most. */
const onceEach = (findings: readonly Finding[]): readonly Finding[] => {
  const kept = new Map<string, Finding>()
  for (const finding of findings) {
    const identity = identityOf(finding)
    const known = kept.get(identity)
    if (known === undefined || knowledgeOf(finding) > knowledgeOf(known)) kept.set(identity, finding)
  }
  return [...kept.values()].sort(compareFindings)
}

const knowledgeOf = ({ verification, origin }: Finding): number =>
  (verification.status === 'not-checked' ? 0 : 2) + (origin.introduced === null ? 0 : 1)

const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
]

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  compareText(a.path, b.path)

const bySeverity = (findings: readonly Finding[]): Counts['findings'] => {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>
  for (const { severity } of findings) counts[severity]++
  return counts
}

const summed = (all: readonly Timings[]): Timings => {
  const sums = new Map<string, number>()
  for (const timings of all) {
    for (const [step, ms] of Object.entries(timings))
      sums.set(step, Math.round(((sums.get(step) ?? 0) + ms) * 10) / 10)
  }
  return Object.fromEntries(sums)
}
