import { setTimeout as pause } from 'node:timers/promises'
import { err, ok, type Result } from '../model/index.js'
import { faultOf, type IamFault } from './iam-fault.js'

export type Answer<T> = Result<T, IamFault>

export interface Call<T> {
  /** As IAM policies name it: `iam:UpdateAccessKey`. */
  readonly action: string
  readonly host: string
  /** `once`: must not be done a second time where the first may have gone through. */
  readonly effect: 'harmless' | 'once'
  readonly send: (signal: AbortSignal) => Promise<T>
}

export interface Patience {
  /** For one call: all attempts and pauses together, milliseconds. */
  readonly timeoutMs: number
  /** Before the first repeated attempt; doubles with each. */
  readonly pauseMs: number
}

const MOST_ATTEMPTS = 4

/** One call with retries, ended by its time limit. Never rejects. */
export const callAws = async <T>(call: Call<T>, { timeoutMs, pauseMs }: Patience): Promise<Answer<T>> => {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), timeoutMs)
  try {
    let corrected = false
    for (let attempt = 1; ; attempt++) {
      const { answer, next } = await attemptOf(call, deadline.signal, timeoutMs)
      if (next === 'again-with-its-clock' && !corrected) {
        corrected = true
        continue
      }
      const again = next === 'again' || (next === 'again-if-harmless' && call.effect === 'harmless')
      if (!again || attempt >= MOST_ATTEMPTS) return answer
      await rest(pauseMs * 2 ** (attempt - 1), deadline.signal)
      if (deadline.signal.aborted) return answer
    }
  } finally {
    clearTimeout(timer)
  }
}

interface Attempt<T> {
  readonly answer: Answer<T>
  readonly next: ReturnType<typeof faultOf>['next']
}

const attemptOf = async <T>(call: Call<T>, signal: AbortSignal, timeoutMs: number): Promise<Attempt<T>> => {
  try {
    return { answer: ok(await call.send(signal)), next: 'done' }
  } catch (error) {
    if (signal.aborted) {
      const detail = `${call.host} did not answer ${call.action} within ${timeoutMs} ms.`
      return { answer: err({ kind: 'unreachable', detail }), next: 'done' }
    }
    const { fault, next } = faultOf(error, call.host, call.action)
    return { answer: err(fault), next }
  }
}

/** A pause that an ended signal cuts short without an error. */
const rest = async (ms: number, signal: AbortSignal): Promise<void> => {
  await pause(ms, undefined, { signal }).catch(() => undefined)
}
