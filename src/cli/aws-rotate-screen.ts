import type { KeyPlaces } from '../pipeline/index.js'
import { isStillUsed, type KeyReport, type ListedKey, type NewKey } from '../remote/index.js'
import { continued, dayOf, lastUseWords, row } from './aws-words.js'
import { printable } from './printable.js'

const DAY_MS = 86_400_000
/** More places than these are counted. */
const MOST_PLACES = 20

export const stepLine = (step: string, user: string, replacement: ListedKey | null): string =>
  row(
    'Step',
    `${step}${replacement === null ? '' : `; the newer key of ${user} is ${replacement.accessKeyId}, made ${dayOf(replacement.createdAt)}`}`,
  )

export const dryRun = (would: string): string => row('Dry run', `Would ${would}. Nothing was changed.`)

export const createQuestion = (user: string): string => `\nMake a second access key for ${user}?`

export const showQuestion = (): string =>
  'Show its secret here, once? It stays in the scroll-back of this terminal (--write-to FILE avoids that).'

export const created = ({ accessKeyId }: NewKey, file: string | null): string =>
  row(
    'Done',
    `New key ${accessKeyId}.${file === null ? '' : ` It is in ${printable(file)}, which only you can read.`}`,
  )

/** @param shownPath a path as the reader's terminal resolves it */
export const placesText = (
  { places, unread }: KeyPlaces,
  accessKeyId: string,
  shownPath: (path: string) => string,
): string => {
  const shown = places.slice(0, MOST_PLACES).map(({ path, line }) => `${printable(shownPath(path))}:${line}`)
  const more = places.length - shown.length
  return [
    places.length === 0
      ? row('Replace', `${accessKeyId} stands in no file below here; look where it is deployed.`)
      : row('Replace', 'The old key stands in:'),
    ...shown.map(continued),
    more > 0 ? continued(`and in ${more} more places`) : '',
    unread > 0 ? continued(`${unread} files could not be read; see:  keysieve scan`) : '',
  ].join('')
}

export const afterCreate = (accessKeyId: string): string =>
  row('Next', 'Give the new key to everything that uses the old one. A role without any key is better.') +
  continued(`keysieve aws rotate ${accessKeyId} --step deactivate   when the new one is in use`)

/** What speaks against switching the old key off; empty where nothing does. */
export const deactivateDoubts = (report: KeyReport, replacement: ListedKey | null, now: number): string => {
  if (replacement === null) return row('Mind', 'Its user has no newer key: what needs a key stops working.')
  return isStillUsed(report, replacement)
    ? row('Mind', `Still used after the new key was made: ${lastUseWords(report.lastUse, now)}.`)
    : ''
}

export const deactivateQuestion = (): string => '\nDeactivate the old key? It can be switched on again.'

export const afterDeactivate = ({ accessKeyId, user }: KeyReport): string =>
  [
    row('Next', 'Wait until you would have noticed that something misses it: a day, a week for rare jobs.'),
    continued(`keysieve aws last-used ${accessKeyId}   its last use must not move`),
    continued(`keysieve aws rotate ${accessKeyId} --step delete   then`),
    row(
      'Undo',
      `aws iam update-access-key --user-name ${user} --access-key-id ${accessKeyId} --status Active`,
    ),
  ].join('')

/** AWS's record of a use lags behind by minutes to hours. */
export const deleteDoubts = ({ lastUse }: KeyReport, now: number): string =>
  typeof lastUse === 'object' && now - lastUse.at.getTime() < DAY_MS
    ? row('Mind', 'Used within the last day: what used it may not have been noticed missing yet.')
    : ''

export const deleteQuestion = (): string => "\nDelete the old key? This can't be undone."

export const deleted = (accessKeyId: string): string =>
  row('Done', `${accessKeyId} is deleted.`) +
  row('Next', 'Take it out of the files and, if you need to, out of the history.')
