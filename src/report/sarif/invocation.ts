import type { ScanResult, Unread } from '../../model/index.js'
import { countsByReason, skipWord, unreadWord } from '../reason-words.js'
import { artifactUri } from './artifact-uri.js'
import { inMessage } from './plain-text.js'

/** GitHub shows so many results of a run, the most severe first. */
const MOST_SHOWN = 5_000

/** How the run went: what was not read is told here, and makes it an unsuccessful one. */
export const sarifInvocation = (result: ScanResult, leftOut: number): unknown => ({
  executionSuccessful: result.unread.length === 0,
  toolExecutionNotifications: [
    ...result.unread.map(unreadNotification),
    ...(result.skipped.length === 0 ? [] : [skippedNotification(result)]),
    ...(leftOut === 0 ? [] : [leftOutNotification(leftOut, result.findings.length)]),
    ...(result.findings.length <= MOST_SHOWN ? [] : [notShownNotification(result.findings.length)]),
  ],
})

const unreadNotification = ({ path, container, reason, detail }: Unread): unknown => ({
  level: 'warning',
  message: {
    text: inMessage(
      `Could not be read${memberOf(container)}: ${unreadWord(reason)}${detail === '' ? '' : ` (${detail})`}.`,
    ),
  },
  locations: [{ physicalLocation: { artifactLocation: { uri: artifactUri(path) } } }],
})

const memberOf = (container: Unread['container']): string =>
  container === undefined ? '' : ` (${container.join(' > ')})`

const skippedNotification = ({ skipped }: ScanResult): unknown => ({
  level: 'note',
  message: {
    text: `Left out on purpose: ${countsByReason(skipped, skipWord)
      .map(([word, count]) => `${word} ${count}`)
      .join(', ')}.`,
  },
})

const notShownNotification = (all: number): unknown => ({
  level: 'note',
  message: { text: `GitHub shows the ${MOST_SHOWN} most severe of ${all} findings.` },
})

const leftOutNotification = (leftOut: number, all: number): unknown => ({
  level: 'warning',
  message: {
    text: `${leftOut} of ${all} findings are not in this file, because GitHub takes no more of them; the most severe ones are.`,
  },
})
