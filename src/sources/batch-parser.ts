/** What `git cat-file --batch` answers, in order: one `object` with its contents in pieces, or one `no-object`. */
export type BatchEvent =
  | { readonly kind: 'object'; readonly type: string; readonly size: number }
  | { readonly kind: 'no-object' }
  /** A view of the chunk that was pushed; never empty. */
  | { readonly kind: 'content'; readonly bytes: Uint8Array }
  /** Not this protocol: nothing that follows can be believed. */
  | { readonly kind: 'garbled' }

const LF = 0x0a

/**
 * `<oid> SP <type> SP <size> LF <contents> LF`, or `<what was asked> SP missing LF`. Chunks may end anywhere, inside the
 * header too. Contents are passed on as views: nothing grows with an object's size.
 */
export class BatchParser {
  #header = ''
  /** Bytes of contents that are still to come; -1 when the LF behind them was seen, too. */
  #left = -1

  push(chunk: Uint8Array): BatchEvent[] {
    const events: BatchEvent[] = []
    for (let at = 0; at < chunk.length; ) {
      if (this.#left > 0) at = this.#content(chunk, at, events)
      else if (this.#left === 0) {
        this.#left = -1
        at++
      } else at = this.#headerPart(chunk, at, events)
    }
    return events
  }

  #content(chunk: Uint8Array, at: number, events: BatchEvent[]): number {
    const bytes = chunk.subarray(at, at + this.#left)
    this.#left -= bytes.length
    events.push({ kind: 'content', bytes })
    return at + bytes.length
  }

  #headerPart(chunk: Uint8Array, at: number, events: BatchEvent[]): number {
    const end = chunk.indexOf(LF, at)
    const part = chunk.subarray(at, end < 0 ? chunk.length : end)
    this.#header += Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1')
    if (end < 0) return chunk.length
    const event = headerEvent(this.#header)
    if (event.kind === 'object') this.#left = event.size
    events.push(event)
    this.#header = ''
    return end + 1
  }
}

const headerEvent = (header: string): BatchEvent => {
  const [, type, size] = /^[0-9a-f]{40,64} ([a-z]+) (\d+)$/.exec(header) ?? []
  if (type !== undefined) return { kind: 'object', type, size: Number(size) }
  return / (missing|ambiguous|submodule)$/.test(header) ? { kind: 'no-object' } : { kind: 'garbled' }
}
