import type { HitList } from './kernel.js'

/** Pairs of (anchor, offset) in order, read in place from wasm memory unless they outgrew the hit area. */
export class OrderedHits implements HitList {
  /** The hit area of wasm memory. */
  readonly #area: Uint32Array
  #pairs: Uint32Array
  #spilled: Uint32Array = new Uint32Array(0)
  #count = 0

  constructor(area: Uint32Array) {
    this.#area = area
    this.#pairs = area
  }

  get count(): number {
    return this.#count
  }

  anchorAt(index: number): number {
    return this.#pairs[index * 2] as number
  }

  offsetAt(index: number): number {
    return this.#pairs[index * 2 + 1] as number
  }

  clear(): void {
    this.#pairs = this.#area
    this.#count = 0
  }

  /** The last hits of a scan: where nothing was spilled they stay where they are. */
  close(count: number): void {
    if (this.#pairs === this.#area) this.#count = count
    else this.spill(count)
  }

  /**
   * Takes the hits out of the area so that it can be filled anew. Each area's hits are in order; the first of them
   * may belong before the last ones taken earlier, by a few places.
   */
  spill(count: number): void {
    this.#reserve(this.#count + count)
    this.#pairs = this.#spilled
    let taken = 0
    while (
      taken < count &&
      this.#insert(this.#area[taken * 2] as number, this.#area[taken * 2 + 1] as number)
    )
      taken++
    this.#pairs.set(this.#area.subarray(taken * 2, count * 2), this.#count * 2)
    this.#count += count - taken
  }

  /** @returns whether the hit belonged before another; one that does not is left to the caller */
  #insert(anchor: number, offset: number): boolean {
    const isBefore = (at: number): boolean =>
      offset < this.offsetAt(at) || (offset === this.offsetAt(at) && anchor < this.anchorAt(at))
    let at = this.#count
    if (at === 0 || !isBefore(at - 1)) return false
    while (at > 0 && isBefore(at - 1)) at--
    this.#pairs.copyWithin(at * 2 + 2, at * 2, this.#count * 2)
    this.#pairs[at * 2] = anchor
    this.#pairs[at * 2 + 1] = offset
    this.#count++
    return true
  }

  #reserve(count: number): void {
    if (this.#spilled.length >= count * 2) return
    const grown = new Uint32Array(Math.max(count * 4, this.#area.length * 2))
    grown.set(this.#spilled.subarray(0, this.#count * 2))
    this.#spilled = grown
  }
}
