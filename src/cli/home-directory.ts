import { homedir } from 'node:os'

/** Absolute, as HOME or USERPROFILE say; null where the person has none. */
export const homeOrNull = (): string | null => {
  try {
    return homedir() || null
  } catch {
    return null
  }
}
