import { findingBlock } from './finding-block.js'
import { flowed, NO_LEAD, prose, wordsOf } from './flow.js'
import { isStopped } from './hook-screen.js'
import type { Page } from './page.js'
import { counted } from './quantity.js'
import { summary } from './summary.js'
import { unreadLines } from './unread-lines.js'

/** What a pre-push hook says: nothing for clean commits, unless asked for; else what they hold and how to get it out. */
export function* pushScreen(page: Page): Generator<string> {
  const { result, options, columns } = page
  const { findings, unread } = result
  const isQuiet = options.detail === 'quiet'
  if (findings.length + unread.length > 0 && !isQuiet) yield `${prose(verdict(page), columns, NO_LEAD)}\n`
  for (const [index, finding] of findings.entries())
    yield `${index === 0 ? '' : '\n'}${findingBlock(finding, page)}`
  if (options.detail === 'verbose' || options.timings === 'shown') yield `\n${summary(page)}`
  else if (unread.length > 0) yield `${findings.length > 0 ? '\n' : ''}${unreadLines(page)}`
  if (isStopped(page) && !isQuiet) yield `\n${advice(page)}`
}

const verdict = (page: Page): string => {
  const { findings } = page.result
  if (!isStopped(page)) return 'keysieve lets this push through; what it brings is worth a look:'
  return findings.length > 0
    ? `keysieve stopped this push: its commits hold ${counted(findings.length, 'secret')}.`
    : 'keysieve stopped this push: not all of it could be read, so nobody knows what it brings.'
}

/** Nothing has left the machine yet: this is the last moment at which rewriting is enough. */
const advice = ({ result, columns }: Page): string =>
  [
    result.findings.length === 0
      ? ''
      : prose(
          'Nothing was pushed. A later commit that deletes the value leaves it in the history: change the commits themselves (git commit --amend, or git rebase -i), then push again.',
          columns,
          NO_LEAD,
        ),
    flowed([...wordsOf('Really push it anyway:'), ' git push --no-verify'], columns, NO_LEAD),
  ].join('')
