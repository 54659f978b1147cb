import type { Rewrite } from './rewrite.js'

/** A range of indices, half-open. */
interface Range {
  readonly start: number
  readonly end: number
}

/**
 * A text with its encoded stretches decoded in place, so that names, lines and neighbours are what a person would see.
 * One character is one byte (latin1).
 */
export interface DecodedText {
  readonly text: string
  /** What was decoded, in order, as ranges of `text`; empty ones are where something was left out. */
  readonly rewritten: readonly Range[]
  /** Where a range of `text` stands in the source. */
  sourceOf(range: Range): Range
}

/** The text as it stands: nothing decoded yet. @param offset of its first character in the source */
export const plainText = (text: string, offset: number): DecodedText => ({
  text,
  rewritten: [],
  sourceOf: ({ start, end }) => ({ start: start + offset, end: end + offset }),
})

/** @param rewrites of `before.text`, in order and apart */
export const decodedText = (before: DecodedText, rewrites: readonly Rewrite[]): DecodedText => {
  if (rewrites.length === 0) return before
  const layout = new Layout(before)
  for (const rewrite of rewrites) layout.put(rewrite)
  return layout.finished()
}

/** Lays kept and rewritten stretches one behind the other. */
class Layout {
  readonly #before: DecodedText
  readonly #pieces: string[] = []
  readonly #from: Uint32Array
  readonly #to: Uint32Array
  readonly #rewritten: Range[] = []
  #length = 0
  #taken = 0
  /** How many of the ranges decoded before lie behind. */
  #known = 0

  constructor(before: DecodedText) {
    this.#before = before
    // Nothing decodes to more characters than it is written with.
    this.#from = new Uint32Array(before.text.length)
    this.#to = new Uint32Array(before.text.length)
  }

  put(rewrite: Rewrite): void {
    this.#keepTo(rewrite.start)
    const start = this.#length
    for (let i = 0; i < rewrite.text.length; i++) {
      this.#from[this.#length] = rewrite.from[i] as number
      this.#to[this.#length++] = rewrite.to[i] as number
    }
    this.#pieces.push(rewrite.text)
    this.#rewritten.push({ start, end: this.#length })
    this.#taken = rewrite.end
  }

  finished(): DecodedText {
    this.#keepTo(this.#before.text.length)
    const [from, to, before] = [this.#from, this.#to, this.#before]
    return {
      text: this.#pieces.join(''),
      rewritten: this.#rewritten,
      sourceOf: ({ start, end }) =>
        before.sourceOf({ start: from[start] as number, end: to[Math.max(start, end - 1)] as number }),
    }
  }

  #keepTo(end: number): void {
    if (end > this.#taken) this.#pieces.push(this.#before.text.slice(this.#taken, end))
    this.#keepRewritten(end)
    for (let at = this.#taken; at < end; at++) {
      this.#from[this.#length] = at
      this.#to[this.#length++] = at + 1
    }
    this.#taken = end
  }

  /** What was decoded before stays decoded where it is kept. */
  #keepRewritten(end: number): void {
    const shift = this.#length - this.#taken
    for (; this.#known < this.#before.rewritten.length; this.#known++) {
      const range = this.#before.rewritten[this.#known] as Range
      if (range.start >= end) return
      if (range.start >= this.#taken)
        this.#rewritten.push({ start: range.start + shift, end: Math.min(range.end, end) + shift })
    }
  }
}

/** Whether a range of the decoded text holds, or borders on, something that was decoded. */
export const touchesRewritten = ({ rewritten }: DecodedText, { start, end }: Range): boolean => {
  let low = 0
  let high = rewritten.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rewritten[middle] as Range).end < start) low = middle + 1
    else high = middle
  }
  const first = rewritten[low]
  return first !== undefined && first.start <= end
}
