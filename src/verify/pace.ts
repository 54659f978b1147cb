import { setTimeout as pause } from 'node:timers/promises'

/** Lets callers through one at a time, at least an interval apart. */
export interface Pace {
  /** Resolves when it is this caller's turn, or as soon as the signal ends the waiting. */
  turn(signal: AbortSignal): Promise<void>
}

export const createPace = (intervalMs: number): Pace => {
  let nextAt = 0
  return {
    turn: async (signal) => {
      const now = performance.now()
      const at = Math.max(now, nextAt)
      nextAt = at + intervalMs
      await rest(at - now, signal)
    },
  }
}

/** A pause that an ended signal cuts short without an error. */
export const rest = async (ms: number, signal: AbortSignal): Promise<void> => {
  if (ms > 0) await pause(ms, undefined, { signal }).catch(() => undefined)
}
