import { HIDDEN } from '../model/index.js'
import { isPlainWord } from './plain-words.js'

const MOST_CHARACTERS = 100

/** From 12 characters on a run may be a secret, whatever rules there are. */
const RUN = /[A-Za-z0-9+/=_.~%-]{12,}/g

/**
 * A commit's author as reports may show it. Whoever commits chooses it, so it may be a secret; and a finding of another
 * thread has no values to look for. So every long run that is no words (two digits may follow them) is hidden.
 */
export const maskAuthor = (author: string): string => {
  const masked = author.replace(RUN, (run) => (isPlainWord(run.replace(/\d{1,2}$/, '')) ? run : HIDDEN))
  const characters = Array.from(masked)
  return characters.length <= MOST_CHARACTERS
    ? masked
    : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`
}
