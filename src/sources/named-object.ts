import { runGit } from './git.js'
import { callAt, type HistoryPlace } from './history-place.js'
import { isFullOid } from './revision.js'

/** The full id of what a name and its type mean (`refs/tags/v1^{tag}`, `<beginning of an id>^{blob}`); null where nothing does. */
export const objectIdOf = async (place: HistoryPlace, name: string): Promise<string | null> => {
  const answer = await runGit(callAt(place, ['rev-parse', '--verify', '--quiet', '--end-of-options', name]))
  const oid = answer.ok ? answer.value.stdout.toString('latin1').trim() : ''
  return isFullOid(oid) ? oid : null
}
