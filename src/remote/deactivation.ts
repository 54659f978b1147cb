import { setTimeout as pause } from 'node:timers/promises'
import { ok } from '../model/index.js'
import type { Iam, KeyOfUser } from './iam.js'
import type { Answer } from './iam-calls.js'

export interface Deactivation {
  /** IAM's changes take seconds to be seen everywhere: `accepted` was not seen in a list within the time for it. */
  readonly seen: 'listed-inactive' | 'accepted'
}

const MOST_LOOKS = 4
const BETWEEN_LOOKS_MS = 1_000

/** Sets the key inactive and looks whether it is. @param betweenMs between two looks */
export const deactivateKey = async (
  iam: Pick<Iam, 'deactivate' | 'keysOf'>,
  key: KeyOfUser,
  betweenMs = BETWEEN_LOOKS_MS,
): Promise<Answer<Deactivation>> => {
  const done = await iam.deactivate(key)
  if (!done.ok) return done
  for (let look = 1; look <= MOST_LOOKS; look++) {
    const listed = await iam.keysOf(key.user)
    // Who may change a key may not be allowed to list it, and a key that acted on itself can't ask any more.
    if (!listed.ok) break
    const status = listed.value.find(({ accessKeyId }) => accessKeyId === key.accessKeyId)?.status
    if (status === 'inactive') return ok({ seen: 'listed-inactive' })
    if (look < MOST_LOOKS) await pause(betweenMs)
  }
  return ok({ seen: 'accepted' })
}
