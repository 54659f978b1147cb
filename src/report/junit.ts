import {
  type Finding,
  isAtLeastSeverity,
  type RuleDescription,
  type ScanResult,
  type Unread,
} from '../model/index.js'
import { titleOf } from './credential-words.js'
import {
  answerWords,
  fileOf,
  headingOf,
  introductionWords,
  isInMessage,
  reasonsOf,
  relatedWords,
  shortId,
} from './finding-words.js'
import { inMarkup } from './markup.js'
import { unreadWord } from './reason-words.js'
import type { RenderOptions } from './render-options.js'

/** All findings of one file, or of one version of it: a test case. */
interface Case {
  readonly name: string
  readonly file: string | null
  readonly findings: readonly [Finding, ...Finding[]]
}

const MOST_PLACES = 5

/**
 * JUnit XML for the test pages of CI servers: a test case a file, which fails where it holds a finding at or above
 * `--fail-on` and passes with its findings as output below that; an error for what was not read. One failure a case and one
 * passing case for a clean result, since some servers show the first failure alone and complain of a report without cases.
 */
export function* renderJunit(result: ScanResult, { failOn = 'medium' }: RenderOptions): Generator<string> {
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]))
  const cases = casesOf(result.findings)
  const isFailed = ({ findings }: Case): boolean =>
    failOn !== 'none' && findings.some(({ severity }) => isAtLeastSeverity(severity, failOn))
  const isEmpty = cases.length + result.unread.length === 0
  const seconds = ((result.timings.total ?? 0) / 1000).toFixed(3)
  const tests = isEmpty ? 1 : cases.length + result.unread.length
  const counts = `tests="${tests}" failures="${cases.filter(isFailed).length}" errors="${result.unread.length}"`
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="keysieve" ${counts} time="${seconds}">\n`
  yield `<testsuite name="keysieve" ${counts} skipped="0" time="${seconds}">\n`
  for (const one of cases) yield caseElement(one, isFailed(one) ? 'failed' : 'passed', rules)
  for (const unread of result.unread) yield errorElement(unread)
  if (isEmpty) yield '<testcase classname="keysieve" name="no secrets" time="0"/>\n'
  yield '</testsuite>\n</testsuites>\n'
}

/** Findings are sorted by path and commit, so those of one file stand together. */
const casesOf = (findings: readonly Finding[]): readonly Case[] => {
  const cases = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const name = caseName(finding)
    const known = cases.get(name)
    if (known === undefined) cases.set(name, [finding])
    else known.push(finding)
  }
  return [...cases].map(([name, [first, ...others]]) => ({
    name,
    file: isInMessage(first) ? null : first.path,
    findings: [first, ...others],
  }))
}

/** The name is what a server follows a test by from run to run, so no line stands in it. */
const caseName = (finding: Finding): string => {
  const { commit } = finding.origin
  return `${fileOf(finding)}${commit === null || isInMessage(finding) ? '' : ` (commit ${shortId(commit)})`}`
}

type Rules = ReadonlyMap<string, RuleDescription>

const caseElement = ({ name, file, findings }: Case, outcome: 'failed' | 'passed', rules: Rules): string => {
  const [first] = findings
  const where = file === null ? '' : ` file="${inMarkup(file)}"`
  const text = findings.map((finding) => paragraphOf(finding, rules.get(finding.ruleId))).join('\n\n')
  const told =
    outcome === 'failed'
      ? `<failure type="${inMarkup(first.ruleId)}" message="${inMarkup(messageOf(findings, rules))}">\n${text}\n</failure>`
      : `<system-out>\n${text}\n</system-out>`
  return `<testcase classname="keysieve" name="${inMarkup(name)}"${where} time="0">\n${told}\n</testcase>\n`
}

/** `AWS access key (line 3)`, and how many more. */
const messageOf = ([first, ...others]: Case['findings'], rules: Rules): string => {
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return `${titleOf(first, rules.get(first.ruleId))} (line ${first.region.startLine})${more}`
}

const paragraphOf = (finding: Finding, rule: RuleDescription | undefined): string => {
  const { region, severity, ruleId, related } = finding
  return [
    `${severity}: ${headingOf(finding, rule)} (${ruleId}), line ${region.startLine}, column ${region.startColumn}`,
    reasonsOf(finding, null).join('; '),
    introductionWords(finding) ?? '',
    answerWords(finding, rule) ?? '',
    related.slice(0, MOST_PLACES).map(relatedWords).join('; '),
    `what to do: ${finding.remedy}`,
  ]
    .filter((line) => line !== '')
    .map(inMarkup)
    .join('\n')
}

const errorElement = ({ path, reason, detail }: Unread): string => {
  const words = inMarkup(`${unreadWord(reason)}${detail === '' ? '' : ` (${detail})`}`)
  return `<testcase classname="keysieve.unread" name="${inMarkup(path)}" time="0">\n<error type="${inMarkup(reason)}" message="could not be read: ${words}">${inMarkup(path)} could not be read: ${words}</error>\n</testcase>\n`
}
