import { Buffer } from 'node:buffer'
import { hashText, LineHashes, maskLine, type TakeHash } from '../policy/index.js'
import type { Content } from './content.js'

/**
 * What of a line goes into its hash: reading on would let one line of 100 MB take as much memory. A hash covers 100
 * characters, so a longer beginning could only add more of the key ids on the line.
 */
const MOST_LINE_UNITS = 4096

const LF = 0x0a
const CR = 0x0d

/**
 * GitHub's line hashes, `<hex>:<count>`, over lines masked without rules: over the plain ones a hash would tell a short
 * password to whoever tries all of them. Lines end at LF or CR LF; what a line beyond its 4,096th unit says does not
 * count. Units of UTF-16 content outside Latin-1 count as one control character.
 *
 * Reads the content twice up to the last of these lines: first for their hashes, then to count who has the same. So
 * nothing is kept of the lines between.
 * @param lines 1-based
 */
export const lineHashesOf = async (
  content: Content,
  lines: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  const hashes = await hashesOf(content, new Set(lines))
  const told = new Map<number, string>()
  if (hashes.size === 0) return told
  const counts = new Map([...hashes.values()].map((hash) => [hash, 0]))
  const lows = lowerHalvesOf(counts.keys())
  await eachHash(content, 1, (line, high, low) => {
    if (!lows.has(low)) return 'more'
    const hash = hashText(high, low)
    const count = (counts.get(hash) ?? 0) + 1
    counts.set(hash, count)
    if (hashes.has(line)) told.set(line, `${hash}:${count}`)
    return told.size < hashes.size ? 'more' : 'enough'
  })
  return told
}

/** Lower halves: nearly all lines are told by them to be none of these, without making a text of each hash. */
const lowerHalvesOf = (hashes: Iterable<string>): ReadonlySet<number> =>
  new Set(Array.from(hashes, (hash) => Number.parseInt(hash.slice(-8), 16)))

/** A hash depends on no line above, so masking starts with the first line that is wanted. */
const hashesOf = async (
  content: Content,
  wanted: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> => {
  const hashes = new Map<number, string>()
  if (wanted.size === 0) return hashes
  await eachHash(content, leastOf(wanted), (line, high, low) => {
    if (wanted.has(line)) hashes.set(line, hashText(high, low))
    return hashes.size < wanted.size ? 'more' : 'enough'
  })
  return hashes
}

/** Of any number: `Math.min` takes no more than a call takes arguments. */
const leastOf = (numbers: Iterable<number>): number => {
  let least = Number.POSITIVE_INFINITY
  for (const number of numbers) least = Math.min(least, number)
  return least
}

/** Whether the lines that follow are asked for as well. */
type Appetite = 'more' | 'enough'

const eachHash = async (
  content: Content,
  firstLine: number,
  take: (...told: Parameters<TakeHash>) => Appetite,
): Promise<void> => {
  let appetite = 'more' as Appetite
  const hashes = new LineHashes((...told) => {
    if (appetite === 'more') appetite = take(...told)
  }, firstLine)
  const decode = decoderOf(content)
  const lines = new LineSplitter(firstLine, (bytes, end) => {
    if (appetite === 'more') hashes.add(bytes.length === 0 ? end : masked(decode(bytes)) + end)
  })
  for await (const { bytes } of content.pieces()) {
    lines.add(bytes)
    if (appetite === 'enough') return
  }
  lines.finish()
  hashes.finish()
}

const masked = (text: string): string => maskLine({ text, begins: 'at-start', own: [] }).text

const decoderOf = ({ encoding }: Content): ((bytes: Uint8Array) => string) => {
  if (encoding !== 'utf-8')
    return (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return (bytes) => decoder.decode(bytes)
}

type TakeLine = (bytes: Uint8Array, end: '\n' | '') => void

/** Cuts pieces into lines; each is given without its line end, and cut off where it is too long. */
class LineSplitter {
  readonly #take: TakeLine
  readonly #begun = new Uint8Array(MOST_LINE_UNITS)
  #length = 0
  /** Lines to pass over before the first that is given. */
  #ahead: number

  constructor(firstLine: number, take: TakeLine) {
    this.#ahead = firstLine - 1
    this.#take = take
  }

  add(piece: Uint8Array): void {
    let start = 0
    for (let lf = piece.indexOf(LF); lf >= 0; lf = piece.indexOf(LF, start)) {
      if (this.#ahead > 0) this.#ahead--
      else this.#end(piece.subarray(start, lf))
      start = lf + 1
    }
    if (this.#ahead === 0) this.#hold(piece.subarray(start))
  }

  /** The last line, which no line end follows; empty behind a final one. */
  finish(): void {
    if (this.#ahead === 0) this.#take(this.#begun.subarray(0, this.#length), '')
  }

  #end(rest: Uint8Array): void {
    let line = rest
    if (this.#length > 0) {
      this.#hold(rest)
      line = this.#begun.subarray(0, this.#length)
    }
    // Cut before the CR is looked for, so that it does not matter in which pieces a long line arrived.
    const cut = line.subarray(0, MOST_LINE_UNITS)
    this.#take(cut.at(-1) === CR ? cut.subarray(0, -1) : cut, '\n')
    this.#length = 0
  }

  #hold(bytes: Uint8Array): void {
    const kept = bytes.subarray(0, MOST_LINE_UNITS - this.#length)
    this.#begun.set(kept, this.#length)
    this.#length += kept.length
  }
}
