import type { BlobPlace } from '../model/index.js'

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const TAB = 0x09

/** A line longer than this is no section head and no lone bracket. */
const LONGEST_MARK = 100

/**
 * Counts lines, and the marks that part a text, between places of a blob that is seen chunk by chunk. Places must come
 * in order of offset. Counting begins at the first place asked for: numbers are relative, and a blob without candidates
 * costs nothing.
 */
export class LineCounter {
  #line = 0
  #section = 0
  #closing = 0
  #countedTo: number | null = null

  /** @param base offset of the chunk in the blob @param at offset in the blob, inside the chunk */
  placeAt(chunk: Uint8Array, base: number, at: number): BlobPlace {
    if (this.#countedTo === null) this.#countedTo = at
    else if (at > this.#countedTo) this.#advance(chunk, base, at)
    return { line: this.#line, section: this.#section, closing: this.#closing }
  }

  /** Call when the bytes before `end` will not be seen again. */
  leave(chunk: Uint8Array, base: number, end: number): void {
    if (this.#countedTo !== null && end > this.#countedTo) this.#advance(chunk, base, end)
  }

  #advance(chunk: Uint8Array, base: number, to: number): void {
    let at = Math.max(0, (this.#countedTo ?? to) - base)
    // Cut off here: where no line ends, each search would run to the end of the chunk.
    const counted = chunk.subarray(0, to - base)
    for (;;) {
      at = counted.indexOf(LF, at)
      if (at < 0) break
      this.#line++
      at++
      this.#mark(chunk, at)
    }
    this.#countedTo = to
  }

  /** @param start where a line begins */
  #mark(chunk: Uint8Array, start: number): void {
    let at = start
    while (isBlank(chunk[at])) at++
    const first = chunk[at]
    if (first !== 0x5b && first !== 0x2d && !isCloser(first)) return
    const text = lineText(chunk, at)
    if (text === null) return
    if (/^(?:\[[^\]]+\]|---)$/.test(text)) this.#section++
    else if (/^[}\])]+[,;]*$/.test(text)) this.#closing++
  }
}

const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === TAB
const isCloser = (byte: number | undefined): boolean => byte === 0x7d || byte === 0x5d || byte === 0x29

/** The rest of a line without blanks at its end; null if it is long. */
const lineText = (chunk: Uint8Array, start: number): string | null => {
  const near = chunk.subarray(start, start + LONGEST_MARK + 1)
  const end = near.indexOf(LF)
  if (end < 0 && near.length > LONGEST_MARK) return null
  let stop = start + (end < 0 ? near.length : end)
  while (stop > start && (isBlank(chunk[stop - 1]) || chunk[stop - 1] === CR)) stop--
  return String.fromCharCode(...chunk.subarray(start, stop))
}
