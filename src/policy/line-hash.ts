/**
 * GitHub's `primaryLocationLineHash` (codeql-action, src/fingerprints.ts): for each line a polynomial hash of the 100
 * UTF-16 units that begin with its first one, blanks left out. Arithmetic is modulo 2^64 in two halves of 32 bits:
 * `BigInt` would take seconds for what this does in a tenth. Every product stays under 2^53.
 */

const WINDOW = 100
const FACTOR = 37
const TWO_TO_THE_32 = 2 ** 32
const END_OF_FILE = 65_535

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20

/** 37^100 modulo 2^64, as high and low half. */
const [LEAVING_HIGH, LEAVING_LOW] = (() => {
  const power = BigInt.asUintN(64, BigInt(FACTOR) ** BigInt(WINDOW))
  return [Number(power >> 32n), Number(power & 0xffff_ffffn)] as const
})()

/** Takes a line's number (1-based) and its hash, as two halves of 32 bits: as text it would cost more than to compute it. */
export type TakeHash = (line: number, high: number, low: number) => void

/** A hash as GitHub writes it: lower-case hex without leading zeros. */
export const hashText = (high: number, low: number): string =>
  high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0')

/**
 * Hashes the lines of a text that arrives in pieces. A line's hash is known, and told, once the 100 units that follow
 * its beginning have arrived; lines are told in order. Holds 100 units, whatever the text's length.
 */
export class LineHashes {
  readonly #take: TakeHash
  readonly #units = new Uint16Array(WINDOW)
  /** Number of the line that begins with the unit in the same place; 0 for none. */
  readonly #begins = new Float64Array(WINDOW)
  #place = 0
  #high = 0
  #low = 0
  #line: number
  #atBegin: 0 | 1 = 1
  #lastRaw = 0

  /** @param firstLine number of the line that the text begins with: a hash depends on no line above */
  constructor(take: TakeHash, firstLine = 1) {
    this.#take = take
    this.#line = firstLine - 1
  }

  /** @param text what follows, line ends included; CR, LF and CR LF each end one line */
  add(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit === SPACE || unit === TAB || (unit === LF && this.#lastRaw === CR)) {
        this.#lastRaw = 0
        continue
      }
      this.#lastRaw = unit
      this.#enter(unit === CR ? LF : unit)
    }
  }

  /** Tells the hashes of the last lines. An empty one behind a final line end counts as a line. */
  finish(): void {
    this.#enter(END_OF_FILE)
    for (let i = 0; i < WINDOW; i++) this.#enter(0)
  }

  #enter(unit: number): void {
    const place = this.#place
    const line = this.#begins[place] as number
    if (line > 0) this.#take(line, this.#high, this.#low)
    const leaving = this.#units[place] as number
    const low = FACTOR * this.#low + unit - leaving * LEAVING_LOW
    this.#high = (FACTOR * this.#high + Math.floor(low / TWO_TO_THE_32) - leaving * LEAVING_HIGH) >>> 0
    this.#low = low >>> 0
    this.#units[place] = unit
    this.#begins[place] = this.#atBegin === 1 ? ++this.#line : 0
    this.#atBegin = unit === LF ? 1 : 0
    this.#place = place + 1 === WINDOW ? 0 : place + 1
  }
}
