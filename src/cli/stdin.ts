import type { Readable } from 'node:stream'

/** Held whole in memory, so there is a limit; a file has none. */
const MOST_INPUT_BYTES = 64 << 20

export interface Input {
  readonly bytes: Uint8Array
  /** Whether more came than was taken. */
  readonly rest: 'none' | 'left'
}

/** What comes in, as bytes, up to a limit. */
export const readInput = async (stream: Readable, limit = MOST_INPUT_BYTES): Promise<Input> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    const room = limit - length
    chunks.push(bytes.subarray(0, room))
    length += Math.min(room, bytes.length)
    // Leaving the loop closes the stream: who still writes is told so by the system.
    if (bytes.length > room) return { bytes: Buffer.concat(chunks), rest: 'left' }
  }
  return { bytes: Buffer.concat(chunks), rest: 'none' }
}
