const WORDS = 3
const FIRST_ROOM = 1 << 12

/**
 * Object ids, twelve bytes each: of millions, strings would take a gigabyte. Ids that agree in their first 96 bits count
 * as one, which happens to nobody (among ten million objects once in 10^15 repositories).
 */
export class ReachableSet {
  #slots = new Uint32Array(FIRST_ROOM * WORDS)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** @param oid full object id */
  add(oid: string): void {
    if (this.#size * 3 > (this.#slots.length / WORDS) * 2) this.#grow()
    const words = wordsOf(oid)
    const at = placeOf(this.#slots, words)
    if (isTaken(this.#slots, at)) return
    this.#slots.set(words, at)
    this.#size++
  }

  /** @param oid full object id */
  has(oid: string): boolean {
    return isTaken(this.#slots, placeOf(this.#slots, wordsOf(oid)))
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Uint32Array(old.length * 2)
    for (let at = 0; at < old.length; at += WORDS) {
      if (!isTaken(old, at)) continue
      const words = old.subarray(at, at + WORDS)
      this.#slots.set(words, placeOf(this.#slots, words))
    }
  }
}

/** An id is a hash already: its beginning says where it belongs. A slot of zeros is free. */
const placeOf = (slots: Uint32Array, words: ArrayLike<number>): number => {
  const room = slots.length / WORDS
  let place = (words[0] ?? 0) & (room - 1)
  while (isTaken(slots, place * WORDS) && !isSame(slots, place * WORDS, words))
    place = (place + 1) & (room - 1)
  return place * WORDS
}

const isTaken = (slots: Uint32Array, at: number): boolean =>
  slots[at] !== 0 || slots[at + 1] !== 0 || slots[at + 2] !== 0

const isSame = (slots: Uint32Array, at: number, words: ArrayLike<number>): boolean =>
  slots[at] === words[0] && slots[at + 1] === words[1] && slots[at + 2] === words[2]

const wordsOf = (oid: string): readonly number[] => [wordAt(oid, 0), wordAt(oid, 8), wordAt(oid, 16)]

const wordAt = (oid: string, at: number): number => Number.parseInt(oid.slice(at, at + 8), 16)
