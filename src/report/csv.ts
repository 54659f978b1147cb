import type { Finding, RuleDescription, ScanResult } from '../model/index.js'
import { accountOf, keyIdOf, titleOf } from './credential-words.js'
import { answerWords, commitOf, introductionOf, relatedWords } from './finding-words.js'
import { printable } from './printable.js'

type Column = readonly [
  name: string,
  cellOf: (finding: Finding, rule: RuleDescription | undefined) => unknown,
]

/** In this order; new ones come last, since spreadsheets and scripts count columns. */
const COLUMNS: readonly Column[] = [
  ['severity', ({ severity }) => severity],
  ['confidence', ({ confidence }) => confidence],
  ['rule', ({ ruleId }) => ruleId],
  ['title', titleOf],
  ['path', ({ path }) => path],
  ['container', ({ container }) => container?.join('!')],
  ['line', ({ region }) => region.startLine],
  ['column', ({ region }) => region.startColumn],
  ['end line', ({ region }) => region.endLine],
  ['end column', ({ region }) => region.endColumn],
  ['commit', commitOf],
  ['author', (finding) => introductionOf(finding)?.author],
  ['date', (finding) => introductionOf(finding)?.date],
  ['in HEAD', ({ facts }) => facts.inHead],
  ['account', accountOf],
  ['key ID', keyIdOf],
  ['verification', answerWords],
  ['redacted', ({ redacted }) => redacted],
  ['fingerprint', ({ fingerprint }) => fingerprint],
  ['other places', ({ related }) => related.map(relatedWords).join('; ')],
  ['remedy', ({ remedy }) => remedy],
]

/**
 * Findings as a table for spreadsheets: a line with the columns' names, then a line a finding. Fields and CR LF line ends
 * as RFC 4180 has them, UTF-8 without a byte order mark. Findings only; what was not read is in other formats.
 */
export function* renderCsv({ findings, rules }: ScanResult): Generator<string> {
  const known = new Map(rules.map((rule) => [rule.id, rule]))
  yield record(COLUMNS.map(([name]) => name))
  for (const finding of findings)
    yield record(COLUMNS.map(([, cellOf]) => cellOf(finding, known.get(finding.ruleId))))
}

const record = (values: readonly unknown[]): string => `${values.map(fieldOf).join(',')}\r\n`

const fieldOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  const text = harmless(printable(String(value)))
  return /[",]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * What begins like a formula runs as one where a spreadsheet opens the file (OWASP, "CSV Injection"); behind an apostrophe
 * it is text. Tabs and line breaks, which begin one as well, are spelt out already; some programs skip blanks before it.
 */
const harmless = (text: string): string => (/^\s*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text)
