import { type Finding, type ScanResult, unreachable } from '../../model/index.js'
import { saysNothing } from '../format.js'
import type { RenderOptions } from '../render-options.js'
import { ANSWERS, answerOf } from '../verification-words.js'
import { answerBlock, findingBlock } from './finding-block.js'
import { hookScreen } from './hook-screen.js'
import { type Page, pageOf } from './page.js'
import { pushScreen } from './push-screen.js'
import { summary } from './summary.js'
import { unreadLines } from './unread-lines.js'

/** The report for people: findings, then one summary. A chunk a finding. */
export const renderText = (result: ScanResult, options: RenderOptions): Iterable<string> => {
  if (saysNothing(result, options)) return []
  const page = pageOf(result, options)
  switch (result.mode) {
    case 'scan':
    case 'range':
    case 'history':
    case 'report':
      return report(result.findings, findingBlock, page)
    case 'staged':
      return hookScreen(page)
    case 'pre-push':
      return pushScreen(page)
    case 'verify':
      return report(byAnswer(result.findings), answerBlock, page)
    default:
      return unreachable(result.mode)
  }
}

function* report(
  findings: readonly Finding[],
  blockOf: (finding: Finding, page: Page) => string,
  page: Page,
): Generator<string> {
  for (const [index, finding] of findings.entries())
    yield `${index === 0 ? '' : '\n'}${blockOf(finding, page)}`
  const end = page.options.detail === 'quiet' ? unreadLines(page) : summary(page)
  if (end !== '') yield `${findings.length === 0 ? '' : '\n'}${end}`
}

/** Live keys first; in their order among equals. */
const byAnswer = (findings: readonly Finding[]): readonly Finding[] =>
  ANSWERS.flatMap((answer) => findings.filter(({ verification }) => answerOf(verification) === answer))
