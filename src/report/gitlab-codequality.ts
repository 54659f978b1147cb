import type { Finding, RuleDescription, ScanResult, Severity } from '../model/index.js'
import { fileOf, headingOf, introductionWords } from './finding-words.js'
import { wellFormedJsonText } from './json-text.js'
import { placeDigest } from './place-digest.js'

const SEVERITIES: Readonly<Record<Severity, 'blocker' | 'critical' | 'major' | 'minor' | 'info'>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
}

/**
 * GitLab's Code Quality report, which is a part of Code Climate's format (docs.gitlab.com, "Code Quality", report format):
 * shown in merge requests of every tier. GitLab shows one issue for each fingerprint, so it counts the place in.
 */
export function* renderGitlabCodeQuality(result: ScanResult): Generator<string> {
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]))
  yield '['
  for (const [index, finding] of result.findings.entries())
    yield `${index === 0 ? '' : ','}\n${wellFormedJsonText(issueOf(finding, rules.get(finding.ruleId)))}`
  yield `${result.findings.length === 0 ? '' : '\n'}]\n`
}

const issueOf = (finding: Finding, rule: RuleDescription | undefined): unknown => ({
  type: 'issue',
  check_name: `keysieve/${finding.ruleId}`,
  description: descriptionOf(finding, rule),
  categories: ['Security'],
  severity: SEVERITIES[finding.severity],
  fingerprint: placeDigest(finding),
  location: {
    path: fileOf(finding),
    lines: { begin: Math.max(1, finding.region.startLine), end: Math.max(1, finding.region.endLine) },
  },
})

/** One line: the widget shows no more. */
const descriptionOf = (finding: Finding, rule: RuleDescription | undefined): string => {
  const added = introductionWords(finding)
  return `${headingOf(finding, rule)}${added === null ? '' : `, ${added}`}. ${finding.remedy}`
}
