import type { Span } from '../model/index.js'
import type { Content } from './content.js'

/** 1-based, both ends included. */
export interface Lines {
  readonly first: number
  readonly last: number
}

/** More than these are told as one that holds them all: whoever asks what a change touched then hears of too much. */
const MOST_RANGES = 1_000

const LF = 0x0a

/**
 * On which lines offsets of a blob stand, and where those begin; in one pass and 24 bytes an offset, for places that are
 * too many for a `Position` each.
 */
export class LineNumbers {
  readonly #offsets: Float64Array
  readonly #lines: Float64Array
  readonly #starts: Float64Array

  private constructor(offsets: Float64Array) {
    this.#offsets = offsets
    this.#lines = new Float64Array(offsets.length)
    this.#starts = new Float64Array(offsets.length)
  }

  static async of(content: Content, spans: Iterable<Span>): Promise<LineNumbers> {
    const numbers = new LineNumbers(sortedOffsets(spans))
    if (numbers.#offsets.length > 0) await numbers.#fill(content)
    return numbers
  }

  lineAt(offset: number): number {
    return this.#lines[this.#indexOf(offset)] ?? 1
  }

  lineStartAt(offset: number): number {
    return this.#starts[this.#indexOf(offset)] ?? 0
  }

  /** The lines of these places, joined where they touch. */
  rangesOf(spans: readonly Span[]): readonly Lines[] {
    const ranges: { first: number; last: number }[] = []
    for (const span of [...spans].sort((a, b) => a.start - b.start)) {
      const [first, last] = [this.lineAt(span.start), this.lineAt(span.end)]
      const before = ranges.at(-1)
      if (before !== undefined && (first <= before.last + 1 || ranges.length === MOST_RANGES))
        before.last = Math.max(before.last, last)
      else ranges.push({ first, last })
    }
    return ranges
  }

  async #fill(content: Content): Promise<void> {
    let next = 0
    let line = 1
    let lineStart = 0
    for await (const { base, bytes } of content.pieces()) {
      const end = base + bytes.length
      for (let lf = bytes.indexOf(LF); ; lf = bytes.indexOf(LF, lf + 1)) {
        const lineEnd = lf < 0 ? end : base + lf
        for (; next < this.#offsets.length && (this.#offsets[next] ?? 0) <= lineEnd; next++) {
          this.#lines[next] = line
          this.#starts[next] = lineStart
        }
        if (lf < 0 || next === this.#offsets.length) break
        line++
        lineStart = lineEnd + 1
      }
      if (next === this.#offsets.length) return
    }
  }

  #indexOf(offset: number): number {
    let low = 0
    let high = this.#offsets.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#offsets[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

const sortedOffsets = (spans: Iterable<Span>): Float64Array => {
  const all = [...spans]
  const offsets = new Float64Array(all.length * 2)
  for (const [index, { start, end }] of all.entries()) {
    offsets[2 * index] = start
    offsets[2 * index + 1] = end
  }
  return offsets.sort()
}
