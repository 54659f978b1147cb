import type { Finding, RuleDescription, ScanResult } from '../model/index.js'
import { accountOf, titleOf } from './credential-words.js'
import {
  answerWords,
  commitOf,
  fileOf,
  headingOf,
  introductionOf,
  introductionWords,
  isInMessage,
  reasonsOf,
  relatedWords,
  shortId,
} from './finding-words.js'
import { codeInMarkdown, inMarkdownLine } from './markdown-text.js'
import { countsByReason, skipWord, unreadWord } from './reason-words.js'
import type { RenderOptions } from './render-options.js'
import { WORST_FIRST, worstFirst } from './severity-order.js'
import { documentationOf } from './web-address.js'

/** GitHub drops a step's summary of more than 1 MiB whole; a step may hold a little more than ours. */
const MOST_BYTES = 1_000_000
/** What the table may take, so that the findings' own parts have room as well. */
const TABLE_BYTES = 600_000
const MOST_NAMED = 50
const MOST_PLACES = 5

type Rules = ReadonlyMap<string, RuleDescription>

/** The step summary of a workflow: a table, most severe first, then what was not read, then a folded part a finding. */
export function* renderMarkdown(result: ScanResult, options: RenderOptions): Generator<string> {
  const rules: Rules = new Map(result.rules.map((rule) => [rule.id, rule]))
  const findings = worstFirst(result.findings)
  const page = new Budget()
  yield page.taken(`## keysieve: ${verdictOf(result)}\n\n`)
  const end = endOf(result)
  if (findings.length > 0) {
    yield page.taken('| severity | what | where | account | first seen |\n|---|---|---|---|---|\n')
    yield* page.fitting(findings, (finding) => rowOf(finding, rules, options), TABLE_BYTES, 'in the table')
    yield page.taken('\n')
  }
  yield page.taken(end)
  yield* page.fitting(findings, (finding) => foldedPart(finding, rules), MOST_BYTES, 'told in full')
}

/** Counts bytes, and stops before a limit. */
class Budget {
  #bytes = 0

  taken(text: string): string {
    this.#bytes += Buffer.byteLength(text)
    return text
  }

  /** As many as fit, and a line that says how many did not. */
  *fitting(
    findings: readonly Finding[],
    textOf: (finding: Finding) => string,
    limit: number,
    what: string,
  ): Generator<string> {
    for (const [index, finding] of findings.entries()) {
      const text = textOf(finding)
      if (this.#bytes + Buffer.byteLength(text) > limit) {
        yield this.taken(leftOut(findings.length - index, findings.length, what))
        return
      }
      yield this.taken(text)
    }
  }
}

const leftOut = (count: number, all: number, what: string): string =>
  `\n**${count} of ${all} findings are not ${what}**, because GitHub shows at most 1 MiB here; the most severe ones are.\n\n`

const verdictOf = ({ findings, unread, counts }: ScanResult): string => {
  if (findings.length > 0) {
    const each = WORST_FIRST.map((severity) => [severity, counts.findings[severity]] as const)
    const told = each.filter(([, count]) => count > 0).map(([severity, count]) => `${count} ${severity}`)
    return `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} (${told.join(', ')})`
  }
  return unread.length > 0 ? 'no secrets in what could be read' : 'no secrets'
}

const rowOf = (finding: Finding, rules: Rules, { sourceUrl }: RenderOptions): string => {
  const title = inMarkdownLine(titleOf(finding, rules.get(finding.ruleId)))
  const account = accountOf(finding)
  const by = introductionOf(finding)
  const commit = commitOf(finding)
  const seen = [by?.date.slice(0, 10), by?.author].filter((part) => part !== undefined && part !== '')
  return `| ${[
    finding.severity,
    `${title}<br>${codeInMarkdown(finding.ruleId)}`,
    linkedPlace(finding, sourceUrl) +
      (commit === null ? '' : `<br>commit ${inMarkdownLine(shortId(commit))}`),
    account === null ? '' : inMarkdownLine(account),
    inMarkdownLine(seen.join(', ')),
  ].join(' | ')} |\n`
}

/** What `sourceUrl` gives is percent-encoded, but for what a Markdown link could end at. */
const linkedPlace = (finding: Finding, sourceUrl: RenderOptions['sourceUrl']): string => {
  const place = codeInMarkdown(`${fileOf(finding)}:${finding.region.startLine}`)
  const url = isInMessage(finding) ? null : (sourceUrl?.(finding) ?? null)
  return url === null || /[\s<>|`"\\]/.test(url)
    ? place
    : `<a href="${url.replaceAll('&', '&amp;')}">${place}</a>`
}

const foldedPart = (finding: Finding, rules: Rules): string => {
  const rule = rules.get(finding.ruleId)
  const docs = rule === undefined ? null : documentationOf(rule)
  const places = finding.related.slice(0, MOST_PLACES).map(relatedWords).join('; ')
  return `${[
    `<details><summary>${finding.severity}: ${inMarkdownLine(headingOf(finding, rule))}, ${codeInMarkdown(fileOf(finding))}</summary>\n\n`,
    bullet('Why', reasonsOf(finding, null).join('; ')),
    bullet('Who', introductionWords(finding) ?? ''),
    bullet('Verification', answerWords(finding, rule) ?? ''),
    bullet('Also', places),
    bullet('What to do now', finding.remedy),
    bullet('Then', rule?.remedy ?? ''),
    docs === null ? '' : `- <a href="${docs.replaceAll('&', '&amp;')}">Documentation</a>\n`,
    bullet('A false alarm', `is allowed by a comment on its line: keysieve:allow ${finding.ruleId} -- why`),
  ].join('')}\n</details>\n\n`
}

const bullet = (label: string, text: string): string =>
  text === '' ? '' : `- **${label}:** ${inMarkdownLine(text)}\n`

/** One line each for what was not scanned and what was left out on purpose. */
const endOf = ({ unread, skipped, counts }: ScanResult): string => {
  const named = unread
    .slice(0, MOST_NAMED)
    .map(({ path, reason }) => `${codeInMarkdown(path)} (${inMarkdownLine(unreadWord(reason))})`)
  const more = unread.length - named.length
  const lines = [
    unread.length === 0
      ? ''
      : `**${unread.length} not read, so nobody knows what they hold:** ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    skipped.length === 0
      ? ''
      : `Skipped on purpose: ${countsByReason(skipped, skipWord)
          .map(([word, count]) => `${word} ${count}`)
          .join(', ')}.`,
    counts.suppressed === 0 ? '' : `Allowed by a comment: ${counts.suppressed}.`,
  ].filter((line) => line !== '')
  return lines.map((line) => `${line}\n\n`).join('')
}
