import { once } from 'node:events'
import { errorCode } from './error-code.js'
import type { Screen } from './host.js'
import { inPieces } from './output.js'

/** `closed`: the reader went away (`| head`), which is its right; anything else that fails is a broken report. */
type Printed = { readonly end: 'whole' | 'closed' } | { readonly end: 'broke'; readonly code: string }

/** Prints at the reader's pace and comes back when everything was handed over. */
export const print = async (screen: Screen, chunks: Iterable<string>): Promise<Printed> => {
  let failure: string | null = null
  const onError = (error: unknown): void => {
    failure ??= errorCode(error)
  }
  screen.on('error', onError)
  try {
    for (const piece of inPieces(chunks)) {
      if (failure !== null) break
      if (!screen.write(piece)) await roomIn(screen)
    }
    if (failure === null) await flushed(screen)
  } finally {
    // A late error (the reader leaves after the last write) must not become an uncaught one: the listener stays.
    screen.on('error', () => {})
    screen.off('error', onError)
  }
  if (failure === null) return { end: 'whole' }
  return failure === 'EPIPE' ? { end: 'closed' } : { end: 'broke', code: failure }
}

/** Waits for the stream to drain, or to fail. */
const roomIn = async (screen: Screen): Promise<void> => {
  const stop = new AbortController()
  const { signal } = stop
  await Promise.race([once(screen, 'drain', { signal }), once(screen, 'close', { signal })]).catch(() => {})
  stop.abort()
}

const flushed = (screen: Screen): Promise<void> => new Promise((resolve) => screen.write('', () => resolve()))
