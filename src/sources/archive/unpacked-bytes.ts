import type { Span } from '../../model/index.js'
import type { Refusal } from '../refusal.js'
import type { OpenMember } from './archive-member.js'
import { type Compression, Inflation } from './inflation.js'
import type { RandomBytes, Read } from './random-bytes.js'
import type { Allowance } from './unpacking.js'

/** What was unpacked last is kept: whoever looks at a line again goes back so far. */
const KEPT_BYTES = 1 << 20

/**
 * A compressed member as bytes, of which only the last megabyte is held. Going on unpacks on; going back further than
 * that unpacks from the beginning.
 */
export class UnpackedBytes implements RandomBytes, OpenMember {
  readonly #start: () => Inflation
  readonly #allowance: Allowance
  #inflation: Inflation
  #kept: Uint8Array[] = []
  /** Where what is kept begins, and where it ends. */
  #from = 0
  #position = 0
  /** So far it was unpacked once. */
  #seen = 0
  /** Where it ends, once that is known. */
  #end: number | null = null
  #fault: Refusal | null = null

  constructor(compression: Compression, stored: RandomBytes, data: Span, allowance: Allowance) {
    this.#allowance = allowance
    this.#start = () => new Inflation(compression, stored, data)
    this.#inflation = this.#start()
  }

  get bytes(): RandomBytes {
    return this
  }

  fault(): Refusal | null {
    return this.#fault
  }

  close(): void {
    this.#inflation.close()
    this.#kept = []
  }

  async read(into: Uint8Array, at: number): Promise<Read> {
    if (at < this.#from) this.#restart()
    let filled = 0
    while (filled < into.length) {
      const took = this.#take(into.subarray(filled), at + filled)
      filled += took
      if (took > 0) continue
      if (this.#position === this.#end) break
      this.#letGo(at + filled)
      const refusal = await this.#unpackOn()
      if (refusal !== null) return refusal
    }
    return filled
  }

  #restart(): void {
    this.#inflation.close()
    this.#inflation = this.#start()
    this.#kept = []
    this.#from = 0
    this.#position = 0
  }

  /** From what is kept. */
  #take(into: Uint8Array, at: number): number {
    let begins = this.#from
    for (const chunk of this.#kept) {
      if (at < begins + chunk.length) {
        const piece = chunk.subarray(at - begins, at - begins + into.length)
        into.set(piece)
        return piece.length
      }
      begins += chunk.length
    }
    return 0
  }

  /** @param next what is read next */
  #letGo(next: number): void {
    for (let first = this.#kept[0]; first !== undefined; first = this.#kept[0]) {
      if (next - this.#from - first.length < KEPT_BYTES) break
      this.#from += first.length
      this.#kept.shift()
    }
  }

  /** A refusal only where the bytes exist and can't be had; damage is an end, which `fault` explains. */
  async #unpackOn(): Promise<Refusal | null> {
    const out = await this.#inflation.next()
    if (out === null) this.#endHere(null)
    else if ('class' in out) {
      if (out.class === 'unread' && out.reason !== 'damaged-archive') return out
      this.#endHere(out)
    } else {
      for (const chunk of out) {
        const refusal = this.#keep(chunk)
        if (refusal !== null || this.#position === this.#end) return refusal
      }
    }
    return null
  }

  #keep(chunk: Uint8Array): Refusal | null {
    const tooMuch = this.#allowance.work(chunk.length)
    if (tooMuch !== null) return tooMuch
    const allowed = this.#allowed(chunk.length)
    if (allowed > 0) this.#kept.push(chunk.subarray(0, allowed))
    this.#position += allowed
    this.#seen = Math.max(this.#seen, this.#position)
    if (allowed < chunk.length) this.#endHere(this.#fault ?? this.#allowance.why())
    return null
  }

  /** Of the chunk that follows. What was allowed once is allowed again, and no more. */
  #allowed(length: number): number {
    if (this.#end !== null) return Math.min(length, this.#end - this.#position)
    const fresh = Math.max(0, this.#position + length - this.#seen)
    return length - fresh + (fresh === 0 ? 0 : this.#allowance.take(fresh))
  }

  #endHere(why: Refusal | null): void {
    this.#end = this.#position
    this.#fault = why
  }
}
