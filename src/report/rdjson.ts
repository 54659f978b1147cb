import type { Finding, RuleDescription, ScanResult, Severity } from '../model/index.js'
import {
  answerWords,
  fileOf,
  headingOf,
  introductionWords,
  isInMessage,
  placeWords,
  reasonsOf,
  relatedWords,
} from './finding-words.js'
import { wellFormedJsonText } from './json-text.js'
import { inMarkdownLine } from './markdown-text.js'
import { documentationOf } from './web-address.js'

/**
 * reviewdog's diagnostic format as one document (reviewdog, proto/rdf/reviewdog.proto). Places are lines without columns:
 * columns are bytes of UTF-8 there, and a result counts UTF-16 units of lines that it does not hold.
 */
export function* renderRdjson(result: ScanResult): Generator<string> {
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]))
  yield '{"source":{"name":"keysieve"},"diagnostics":['
  for (const [index, finding] of result.findings.entries()) {
    const diagnostic = diagnosticOf(finding, rules.get(finding.ruleId))
    yield `${index === 0 ? '' : ','}\n${wellFormedJsonText(diagnostic)}`
  }
  yield `${result.findings.length === 0 ? '' : '\n'}]}\n`
}

const SEVERITIES: Readonly<Record<Severity, 'ERROR' | 'WARNING' | 'INFO'>> = {
  critical: 'ERROR',
  high: 'ERROR',
  medium: 'WARNING',
  low: 'INFO',
  info: 'INFO',
}

const diagnosticOf = (finding: Finding, rule: RuleDescription | undefined): unknown => {
  const docs = rule === undefined ? null : documentationOf(rule)
  return {
    message: messageOf(finding, rule),
    location: { path: fileOf(finding), ...rangeOf(finding) },
    severity: SEVERITIES[finding.severity],
    code: { value: finding.ruleId, ...(docs === null ? {} : { url: docs }) },
  }
}

/** A line of a message or of an archive's member is no line of a file. */
const rangeOf = (finding: Finding): object =>
  isInMessage(finding) || finding.container !== null
    ? {}
    : {
        range: {
          start: { line: Math.max(1, finding.region.startLine) },
          end: { line: Math.max(1, finding.region.endLine) },
        },
      }

/** reviewdog puts it into a comment, as Markdown: names from outside must stay names there. */
const messageOf = (finding: Finding, rule: RuleDescription | undefined): string =>
  [
    `${headingOf(finding, rule)}.`,
    finding.origin.commit === null ? '' : `${inMarkdownLine(placeWords(finding))}.`,
    phrase('Why', reasonsOf(finding, null).join('; ')),
    phrase('Verification', answerWords(finding, rule) ?? ''),
    phrase('Who', inMarkdownLine(introductionWords(finding) ?? '')),
    phrase('See also', inMarkdownLine(finding.related.slice(0, MOST_PLACES).map(relatedWords).join(', '))),
    finding.remedy,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')

const MOST_PLACES = 5

const phrase = (label: string, text: string): string =>
  text === '' ? '' : `${label}: ${text}${text.endsWith('.') ? '' : '.'}`
