import type { Unread } from '../../model/index.js'
import { printable } from '../printable.js'
import { countsByReason, unreadWord } from '../reason-words.js'
import { flowed, listed, NO_LEAD, wordsOf } from './flow.js'
import type { Page } from './page.js'
import { contentPlace } from './place.js'
import { counted } from './quantity.js'

const MOST_NAMED = 5

/** What could not be read: counted by reason, the first five by name; each on its own line with --verbose. */
export const unreadLines = (page: Page): string => {
  const { result, options } = page
  const gaps = result.unread.filter(({ reason }) => GAPS.has(reason))
  const unread = result.unread.filter(({ reason }) => !GAPS.has(reason))
  const files = unread.length === 0 ? '' : unreadFiles(unread, page)
  return `${gaps
    .slice(0, options.detail === 'verbose' ? gaps.length : MOST_NAMED)
    .map((gap) => gapLine(gap, page))
    .join('')}${files}`
}

/** What is no file that could not be read, in words of its own. */
const GAPS: ReadonlyMap<Unread['reason'], string> = new Map([
  ['commits-missing', 'Not all commits are here'],
  ['not-verified', 'Not verified'],
])

/** What to do about it is said at once: where commits are missing, this is what the reader came for. */
const gapLine = ({ path, reason, detail }: Unread, page: Page): string => {
  const told = GAPS.get(reason) ?? ''
  const line = flowed(wordsOf(`${told} (${printable(path)}): ${printable(detail)}.`), page.columns, NO_LEAD)
  return line.replace(told, page.paint.warning)
}

const unreadFiles = (unread: readonly Unread[], page: Page): string => {
  const { options, paint } = page
  const told = `${counted(unread.length, 'file')} could not be read`
  if (options.detail === 'verbose') return `${paint.warning(`${told}:`)}\n${unreadList(unread, page)}`
  const words = [...wordsOf(`${told} (${reasons(unread)}):`), ...names(unread, page)]
  return flowed(words, page.columns, NO_LEAD).replace(told, paint.warning)
}

/** One line a file, with the system's own word for what went wrong. */
export const unreadList = (unread: readonly Unread[], page: Page): string =>
  unread.map((one) => `  ${contentPlace(one, page)}   ${unreadReason(one)}\n`).join('')

const unreadReason = ({ reason, detail }: Unread): string =>
  `${unreadWord(reason)}${detail === '' ? '' : ` (${printable(detail)})`}`

const reasons = (unread: readonly Unread[]): string => {
  const counts = countsByReason(unread, unreadWord)
  return counts.length === 1
    ? (counts[0]?.[0] ?? '')
    : counts.map(([word, count]) => `${word} ${count}`).join(', ')
}

const names = (unread: readonly Unread[], page: Page): readonly string[] => {
  const named = unread.slice(0, MOST_NAMED).map((one) => contentPlace(one, page))
  const more = unread.length - named.length
  if (more === 0) return listed(named, '.')
  return [...listed(named, ''), ...wordsOf(`and ${more} more; --verbose names all.`)]
}
