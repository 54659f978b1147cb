import { createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from 'node:zlib'
import type { Span } from '../../model/index.js'
import type { Refusal } from '../refusal.js'
import { damaged, pieceOf, type RandomBytes } from './random-bytes.js'

export type Compression = 'deflate' | 'gzip'

/**
 * A thousand times as much may come out of a piece at once, and is held: what turned out dense is given in small ones.
 * Each piece costs a way to another thread and back.
 */
const PIECE_BYTES = 32 << 10
const DENSE_PIECE_BYTES = 4 << 10
const DENSE_TIMES = 16

/** Of a block that is damaged, less than this is lost before the damage. */
const CHUNK_BYTES = 32 << 10

const DAMAGED = damaged('its compressed data are damaged')

/** Unpacks compressed bytes from their beginning, a piece at a time. */
export class Inflation {
  readonly #stored: RandomBytes
  readonly #end: number
  readonly #zlib: Gunzip | InflateRaw
  #at: number
  #pieceBytes = DENSE_PIECE_BYTES
  #out: Uint8Array[] = []
  #state: 'open' | 'ended' | 'broken' = 'open'
  #wake: () => void = () => {}

  /** @param data where the compressed bytes lie in `stored` */
  constructor(compression: Compression, stored: RandomBytes, data: Span) {
    this.#stored = stored
    this.#at = data.start
    this.#end = data.end
    const options = { chunkSize: CHUNK_BYTES }
    this.#zlib = compression === 'gzip' ? createGunzip(options) : createInflateRaw(options)
    this.#zlib.on('data', (chunk: Uint8Array) => this.#out.push(chunk))
    this.#zlib.on('end', () => this.#became('ended'))
    this.#zlib.on('error', () => this.#became('broken'))
  }

  /** What came out next, perhaps nothing yet; null at the end; or why there is no more. */
  async next(): Promise<readonly Uint8Array[] | null | Refusal> {
    if (this.#state === 'open') {
      const piece = await pieceOf(this.#stored, this.#at, Math.min(this.#pieceBytes, this.#end - this.#at))
      if ('class' in piece) return piece
      this.#at += piece.length
      await this.#give(piece)
    }
    const out = this.#out
    this.#out = []
    const bytes = out.reduce((sum, { length }) => sum + length, 0)
    this.#pieceBytes = bytes > DENSE_TIMES * this.#pieceBytes ? DENSE_PIECE_BYTES : PIECE_BYTES
    if (out.length > 0) return out
    return this.#state === 'open' ? out : this.#state === 'ended' ? null : DAMAGED
  }

  close(): void {
    this.#became('ended')
    this.#zlib.destroy()
  }

  #became(state: 'ended' | 'broken'): void {
    if (this.#state === 'open') this.#state = state
    this.#wake()
  }

  /** Ends when all of the piece was taken, or none of it is wanted any more. An empty piece is the end. */
  async #give(piece: Uint8Array): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve
      if (piece.length > 0) this.#zlib.write(piece, () => resolve())
      else this.#zlib.end()
    })
    // What was not passed on at once lies ready: reading it is what passes it on.
    while (this.#zlib.read() !== null);
  }
}
