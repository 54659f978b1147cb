/** The last second that has four digits for its year. */
const LAST_MS = 253_402_300_799_000

/** @param ms since 1970, UTC @returns ISO 8601 to the second; null for no time, or one that nobody writes so */
export const isoTime = (ms: number | null): string | null =>
  ms === null || !(ms > 0 && ms <= LAST_MS) ? null : `${new Date(ms).toISOString().slice(0, 19)}Z`
