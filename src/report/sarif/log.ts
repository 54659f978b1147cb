import { type Finding, type ScanResult, SEVERITIES, type Severity } from '../../model/index.js'
import { wellFormedJsonText } from '../json-text.js'
import { sarifInvocation } from './invocation.js'
import { type IndexedRule, sarifResult } from './result.js'
import { sarifRule } from './rule.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** GitHub refuses a file with more results in a run. */
const MOST_RESULTS = 25_000

/**
 * SARIF 2.1.0 as GitHub code scanning takes it: one run, one location a result, a result a line. Suppressed findings
 * are left out, since GitHub shows them as open alerts whatever SARIF says of them.
 */
export function* renderSarif(result: ScanResult, version: string): Generator<string> {
  const listed = listedFindings(result.findings)
  const leftOut = result.findings.length - listed.length
  const rules = new Map(result.rules.map((rule, index): [string, IndexedRule] => [rule.id, { rule, index }]))
  yield `{"$schema":${wellFormedJsonText(SCHEMA)},"version":"2.1.0","runs":[{\n`
  yield `"tool":${wellFormedJsonText({ driver: { name: 'keysieve', semanticVersion: version, rules: result.rules.map(sarifRule) } })},\n`
  // The part before the slash is GitHub's category; an upload replaces the earlier one of the same category.
  yield '"automationDetails":{"id":"keysieve/"},\n"columnKind":"utf16CodeUnits",\n'
  yield `"invocations":[${wellFormedJsonText(sarifInvocation(result, leftOut))}],\n"results":[`
  for (const [index, finding] of listed.entries()) {
    yield `${index === 0 ? '' : ','}\n${wellFormedJsonText(sarifResult(finding, rules.get(finding.ruleId)))}`
  }
  yield `${listed.length === 0 ? '' : '\n'}]}]}\n`
}

/** All, or as many of the most severe as fit, in their order. */
const listedFindings = (findings: readonly Finding[]): readonly Finding[] => {
  if (findings.length <= MOST_RESULTS) return findings
  const room = roomBySeverity(findings)
  return findings.filter(({ severity }) => {
    const left = room.get(severity) ?? 0
    room.set(severity, left - 1)
    return left > 0
  })
}

const roomBySeverity = (findings: readonly Finding[]): Map<Severity, number> => {
  const room = new Map<Severity, number>()
  let left = MOST_RESULTS
  for (const severity of SEVERITIES.toReversed()) {
    const taken = Math.min(left, findings.filter((finding) => finding.severity === severity).length)
    room.set(severity, taken)
    left -= taken
  }
  return room
}
