import type { RuleDescription, ScanResult, Skipped } from '../../model/index.js'
import { inMarkup } from '../markup.js'
import { countsByReason, skipWord, unreadWord } from '../reason-words.js'
import { counted, grouped } from '../text/quantity.js'
import { documentationOf } from '../web-address.js'
import { ruleAnchor } from './finding-article.js'
import { sentencesOf } from './sentences.js'

/** Of each reason; the rest is counted. What was not read is named to the last. */
const MOST_SKIPPED = 500

/** The steps of each rule that something was found by, for the long way after the first reaction. */
export function* ruleStories(result: ScanResult): Generator<string> {
  const found = new Set(result.findings.map(({ ruleId }) => ruleId))
  const rules = result.rules.filter(({ id }) => found.has(id))
  if (rules.length === 0) return
  yield '<h2>What to do</h2>\n'
  for (const rule of rules) yield ruleStory(rule)
}

const ruleStory = (rule: RuleDescription): string => {
  const docs = documentationOf(rule)
  const link =
    docs === null ? '' : `<p><a href="${inMarkup(docs)}" rel="noreferrer noopener">Documentation</a></p>\n`
  return [
    `<details id="${ruleAnchor(rule.id)}" open>\n<summary>${inMarkup(rule.name)}</summary>\n`,
    `<p>${inMarkup(rule.description)}</p>\n<ol>\n`,
    ...sentencesOf(rule.remedy).map((sentence) => `<li>${inMarkup(sentence)}</li>\n`),
    `</ol>\n${link}<p class="quiet">A false alarm is allowed by a comment on its line: <code>keysieve:allow ${inMarkup(rule.id)} -- why</code></p>\n</details>\n`,
  ].join('')
}

/** What should have been read and was not: nobody knows what it holds, so it stands open. */
export function* unreadList({ unread }: ScanResult): Generator<string> {
  if (unread.length === 0) return
  yield `<h2 id="unread">Not read</h2>\n<details class="warning" open>\n<summary>${counted(unread.length, 'item')} could not be read</summary>\n<ul>\n`
  for (const { path, reason, detail } of unread) {
    const words = `${unreadWord(reason)}${detail === '' ? '' : ` (${detail})`}`
    yield `<li><code>${inMarkup(path)}</code> ${inMarkup(words)}</li>\n`
  }
  yield '</ul>\n</details>\n'
}

export function* skippedList({ skipped }: ScanResult): Generator<string> {
  if (skipped.length === 0) return
  yield '<h2>Skipped on purpose</h2>\n'
  for (const [word, count] of countsByReason(skipped, skipWord)) {
    const paths = skipped.filter(({ reason }) => skipWord(reason) === word)
    yield `<details>\n<summary>${inMarkup(word)} (${grouped(count)})</summary>\n<ul>\n`
    yield* names(paths)
    yield '</ul>\n</details>\n'
  }
}

function* names(paths: readonly Skipped[]): Generator<string> {
  for (const { path } of paths.slice(0, MOST_SKIPPED)) yield `<li><code>${inMarkup(path)}</code></li>\n`
  const more = paths.length - MOST_SKIPPED
  if (more > 0) yield `<li>and ${grouped(more)} more</li>\n`
}
