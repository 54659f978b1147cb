import type { Candidate } from '../model/index.js'
import { latin1 } from './latin1.js'
import type { Match } from './match.js'

/** What is seen to either side of a candidate; with a block less than a chunk's context, so that chunks make no difference. */
const BYTES_BEFORE = 2048
const BYTES_AFTER = 512
/** Candidates that begin in one block of a blob share one text: many may stand in a line. */
const BLOCK_BYTES = 4096

/** Gives candidates the text around them. */
export class Surroundings {
  readonly #memory: Uint8Array
  #block = -1
  #start = 0
  #end = 0
  #text = ''

  constructor(memory: Uint8Array) {
    this.#memory = memory
  }

  /** @param base offset of the chunk in the blob @param length bytes of the memory that count */
  of(match: Match, base: number, length: number): Candidate['around'] {
    const block = Math.floor((base + match.start) / BLOCK_BYTES)
    const end = Math.min(base + length, base + match.end + BYTES_AFTER)
    if (block !== this.#block || end > this.#end)
      this.#take(block, base, Math.max(end, this.#endOf(block, base + length)))
    const from = this.#start - base
    return { text: this.#text, start: match.start - from, end: match.end - from }
  }

  #endOf(block: number, limit: number): number {
    return Math.min(limit, (block + 1) * BLOCK_BYTES + BYTES_AFTER)
  }

  #take(block: number, base: number, end: number): void {
    this.#block = block
    this.#start = Math.max(base, block * BLOCK_BYTES - BYTES_BEFORE)
    this.#end = end
    this.#text = latin1(this.#memory, this.#start - base, end - base)
  }
}
