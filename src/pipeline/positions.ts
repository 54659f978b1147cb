import { TextDecoder } from 'node:util'
import type { Content } from './content.js'

/** Where one unit of a blob stands. */
export interface Position {
  /** 1-based. */
  readonly line: number
  /** 1-based, UTF-16 code units; a byte order mark counts for nothing. */
  readonly column: number
  /** Offset of the line's first unit. */
  readonly lineStart: number
}

const LF = 0x0a

/** Positions of these unit offsets, in one pass over the content. */
export const positionsOf = async (
  content: Content,
  offsets: Iterable<number>,
): Promise<ReadonlyMap<number, Position>> => {
  const wanted = [...new Set(offsets)].sort((a, b) => a - b)
  const walk = new LineWalk(content.encoding === 'utf-8' ? 'decode' : 'count')
  const found = new Map<number, Position>()
  let next = 0
  for await (const { base, bytes } of content.pieces()) {
    let at = 0
    for (; next < wanted.length; next++) {
      const offset = wanted[next] as number
      if (offset > base + bytes.length) break
      walk.advance(bytes, base, at, offset - base)
      at = offset - base
      found.set(offset, walk.position())
    }
    if (next === wanted.length) break
    walk.advance(bytes, base, at, bytes.length)
  }
  return found
}

/** Keeps U+FEFF: what a byte order mark would be at the blob's beginning is a character anywhere else. */
const lineDecoder = (): TextDecoder => new TextDecoder('utf-8', { ignoreBOM: true })

/** Walks forward through a blob and knows the line and column it has reached. */
class LineWalk {
  readonly #columns: 'decode' | 'count'
  #line = 1
  #lineStart = 0
  #units = 0
  #begun = false
  #decoder = new TextDecoder('utf-8')

  constructor(columns: 'decode' | 'count') {
    this.#columns = columns
  }

  /** @param from, to places in `bytes` */
  advance(bytes: Uint8Array, base: number, from: number, to: number): void {
    if (to > from) this.#begun = true
    let start = from
    // Cut off at `to`: where no line ends, each search would run to the end of the blob.
    const walked = bytes.subarray(0, to)
    for (let lf = walked.indexOf(LF, from); lf >= 0; lf = walked.indexOf(LF, lf + 1)) {
      this.#line++
      this.#lineStart = base + lf + 1
      this.#units = 0
      start = lf + 1
    }
    if (start !== from) this.#decoder = lineDecoder()
    if (start < to) this.#units += this.#lengthOf(bytes.subarray(start, to))
  }

  /** A place is asked for between characters: bytes of a character that did not end before it are a broken one. */
  position(): Position {
    this.#units += this.#decoder.decode().length
    if (this.#begun) this.#decoder = lineDecoder()
    return { line: this.#line, column: this.#units + 1, lineStart: this.#lineStart }
  }

  #lengthOf(bytes: Uint8Array): number {
    return this.#columns === 'count' ? bytes.length : this.#decoder.decode(bytes, { stream: true }).length
  }
}
