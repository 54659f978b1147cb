const LF = 0x0a

/**
 * Counts lines between places of a blob that is seen chunk by chunk. Places must come in order of offset. Counting
 * begins at the first place asked for: line numbers are relative, and a blob without candidates costs nothing.
 */
export class LineCounter {
  #line = 0
  #countedTo: number | null = null

  /** @param base offset of the chunk in the blob @param at offset in the blob, inside the chunk */
  lineAt(chunk: Uint8Array, base: number, at: number): number {
    if (this.#countedTo === null) this.#countedTo = at
    else if (at > this.#countedTo) this.#advance(chunk, base, at)
    return this.#line
  }

  /** Call when the bytes before `end` will not be seen again. */
  leave(chunk: Uint8Array, base: number, end: number): void {
    if (this.#countedTo !== null && end > this.#countedTo) this.#advance(chunk, base, end)
  }

  #advance(chunk: Uint8Array, base: number, to: number): void {
    let at = Math.max(0, (this.#countedTo ?? to) - base)
    const stop = to - base
    for (;;) {
      at = chunk.indexOf(LF, at)
      if (at < 0 || at >= stop) break
      this.#line++
      at++
    }
    this.#countedTo = to
  }
}
