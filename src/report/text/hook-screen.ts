import { type Finding, isAtLeastSeverity } from '../../model/index.js'
import { answerOf } from '../verification-words.js'
import { excerptOf, markedLineOf } from './excerpt.js'
import { severityHeadline } from './finding-block.js'
import { nextLines, ownerLine } from './finding-lines.js'
import { NO_LEAD, prose } from './flow.js'
import { adviceLines, wayRound } from './hook-advice.js'
import type { Page } from './page.js'
import { placeOf } from './place.js'
import { counted } from './quantity.js'
import { summary } from './summary.js'
import { unreadLines, unreadList } from './unread-lines.js'
import { verificationLine } from './verification-lines.js'

/** Less room than this for a line of a file is no room. */
const LEAST_EXCERPT = 24

/**
 * What a commit hook says: nothing at all for a clean commit, unless asked for by --verbose or --timings; else what
 * was found and what to do about it.
 */
export function* hookScreen(page: Page): Generator<string> {
  const { result, options } = page
  const { findings, unread } = result
  if (findings.length > 0) yield* foundScreen(page)
  else if (unread.length > 0) yield unreadScreen(page)
  if (options.detail === 'verbose' || options.timings === 'shown') {
    yield `${findings.length + unread.length > 0 ? '\n' : ''}${summary(page)}`
  }
}

function* foundScreen(page: Page): Generator<string> {
  const { result, options, columns } = page
  const isQuiet = options.detail === 'quiet'
  if (!isQuiet) yield `${prose(verdict(page), columns, NO_LEAD)}\n`
  for (const [index, finding] of result.findings.entries()) {
    yield `${index === 0 ? '' : '\n'}${stagedBlock(finding, page)}`
  }
  // With --verbose the summary below tells it.
  const unread = options.detail === 'verbose' ? '' : unreadLines(page)
  if (unread !== '') yield `\n${unread}`
  if (!isQuiet && isStopped(page)) {
    yield `\n${adviceLines(page)}${wayRound('Really commit it anyway', page)}`
  }
}

const verdict = (page: Page): string => {
  const secrets = counted(page.result.findings.length, 'secret')
  return isStopped(page)
    ? `keysieve stopped this commit: it would add ${secrets}.`
    : 'keysieve lets this commit through; what it adds is worth a look:'
}

/** As the exit code will say: 1 for what is severe enough, 3 for what was left undecided. */
export const isStopped = ({ result, options: { failOn = 'medium' } }: Page): boolean =>
  result.unread.length > 0 ||
  result.findings.some(
    ({ severity, verification }) =>
      (failOn !== 'none' && isAtLeastSeverity(severity, failOn)) ||
      ['unknown', 'unreachable'].includes(answerOf(verification)),
  )

/** Denser than a scan's: whoever commits has just written the line. */
const stagedBlock = (finding: Finding, page: Page): string => {
  const place = placeOf(finding, page)
  const room = page.options.width - place.length - 5
  const line = markedLineOf(finding.excerpt, room)
  const isBeside = room >= LEAST_EXCERPT && line !== ''
  return [
    severityHeadline(finding, page),
    `  ${page.paint.place(place)}${isBeside ? `   ${line}` : ''}\n`,
    isBeside ? '' : excerptOf(finding.excerpt, page),
    ownerLine(finding, isBeside ? line : finding.excerpt.map(({ text }) => text).join('\n'), page),
    verificationLine(finding, page),
    // A refused commit gets its advice once, below all findings.
    isStopped(page) || page.options.detail === 'quiet' ? '' : nextLines(finding, page),
  ].join('')
}

const unreadScreen = (page: Page): string => {
  const { result, columns, options } = page
  const files = counted(result.unread.length, 'file')
  const what = `keysieve stopped this commit: ${files} could not be read, so nobody knows what the commit adds.`
  if (options.detail === 'quiet') return unreadLines(page)
  return [
    prose(what, columns, NO_LEAD),
    '\n',
    unreadList(result.unread, page),
    '\n',
    prose('Put that right, then commit again.', columns, NO_LEAD),
    wayRound('Commit it unchecked this once', page),
  ].join('')
}
