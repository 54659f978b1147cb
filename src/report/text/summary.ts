import { type Finding, SEVERITIES } from '../../model/index.js'
import { printable } from '../printable.js'
import { countsByReason, skipWord } from '../reason-words.js'
import { ANSWERS, answerOf } from '../verification-words.js'
import { NO_LEAD, prose } from './flow.js'
import type { Page } from './page.js'
import { contentPlace, placeOf } from './place.js'
import { counted, grouped, lasted, sized } from './quantity.js'
import { unreadLines } from './unread-lines.js'

/** The end of a report: how much was found in how much, what was not read, what was left out on purpose. */
export const summary = (page: Page): string =>
  [
    prose(result(page), page.columns, NO_LEAD),
    unreadLines(page),
    remarks(page),
    verboseLists(page),
    timings(page),
  ].join('')

const result = (page: Page): string => {
  const { mode, findings, counts, unread } = page.result
  if (mode === 'verify') return `${answers(findings)}${time(page)}.`
  const files = counted(counts.files, mode === 'history' ? 'version' : 'file')
  if (mode === 'report' && counts.files === 0) return `${told(page)} in this report.`
  const much = `${sized(counts.bytes)}${time(page)}`
  if (findings.length > 0) return `${told(page)} in ${files}, ${much}`
  if (counts.files === 0) return 'No files were scanned.'
  return unread.length > 0
    ? `No secrets in the ${files} that could be read, ${much}.`
    : `No secrets in ${files}, ${much}.`
}

const told = (page: Page): string => {
  const { findings } = page.result
  return findings.length === 0
    ? 'No findings'
    : `${counted(findings.length, 'finding')} (${severities(page)})`
}

const time = ({ result: { timings } }: Page): string =>
  timings.total === undefined ? '' : `, ${lasted(timings.total)}`

const severities = ({ result: { counts } }: Page): string =>
  SEVERITIES.toReversed()
    .filter((severity) => counts.findings[severity] > 0)
    .map((severity) => `${grouped(counts.findings[severity])} ${severity}`)
    .join(', ')

const answers = (findings: readonly Finding[]): string => {
  if (findings.length === 0) return 'No findings to verify'
  const each = ANSWERS.map((answer) => ({
    answer,
    count: findings.filter(({ verification }) => answerOf(verification) === answer).length,
  }))
  const said = each.filter(({ count }) => count > 0).map(({ answer, count }) => `${grouped(count)} ${answer}`)
  return `${counted(findings.length, 'finding')} (${said.join(', ')})`
}

const remarks = ({ result: { counts, skipped }, options, columns }: Page): string => {
  const sentences = [
    skipped.length === 0 || options.detail === 'verbose' ? '' : `${skips(skipped)}.`,
    counts.known === 0 ? '' : `${grouped(counts.known)} more known to be clean (--cache).`,
    counts.suppressed === 0 ? '' : `${grouped(counts.suppressed)} allowed by a comment.`,
    counts.examples === 0 ? '' : `${counted(counts.examples, 'documented example value')} ignored.`,
  ].filter((sentence) => sentence !== '')
  return sentences.length === 0 ? '' : prose(sentences.join(' '), columns, NO_LEAD)
}

const skips = (skipped: Page['result']['skipped']): string => {
  const counts = countsByReason(skipped, skipWord)
  const reasons =
    counts.length === 1 ? [counts[0]?.[0]] : counts.map(([word, count]) => `${word} ${grouped(count)}`)
  return `${grouped(skipped.length)} skipped (${reasons.join(', ')}; --verbose lists them)`
}

/** Everything by its name. */
const verboseLists = (page: Page): string => {
  const { skipped, suppressed } = page.result
  if (page.options.detail !== 'verbose') return ''
  const skips = skipped.map((one) => `  ${contentPlace(one, page)}   ${skipWord(one.reason)}\n`)
  const allowed = suppressed.map(
    (finding) => `  ${placeOf(finding, page)}   ${printable(`${finding.ruleId}${allowedFor(finding)}`)}\n`,
  )
  return [
    ...(skips.length === 0 ? [] : [`${grouped(skips.length)} skipped:\n`, ...skips]),
    ...(allowed.length === 0 ? [] : ['Allowed:\n', ...allowed]),
  ].join('')
}

const allowedFor = ({ suppressed }: Finding): string =>
  suppressed?.reason ? `: ${suppressed.reason}` : ', no reason given'

const timings = ({ result, options, columns }: Page): string => {
  if (options.timings === 'hidden') return ''
  // A step that was not asked for takes no time, and has nothing to tell.
  const steps = Object.entries(result.timings)
    .map(([step, ms]) => [step, Math.round(ms)] as const)
    .filter(([, ms]) => ms > 0)
    .map(([step, ms]) => `${step} ${grouped(ms)} ms`)
  return steps.length === 0 ? '' : prose(`Timings: ${steps.join(', ')}.`, columns, NO_LEAD)
}
