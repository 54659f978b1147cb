import { type AnchorWindow, windowsOf } from './anchor-window.js'
import type { KernelAnchor } from './kernel.js'
import {
  BITMAP,
  CHAINS,
  ENTRIES,
  ENTRY_ANCHOR,
  ENTRY_BYTES,
  ENTRY_LEAD,
  ENTRY_LENGTH,
  ENTRY_REST,
  ENTRY_WANTED,
  HASH_BITS,
  HASH_FACTOR,
  HASH_FOLD,
  NO_ENTRY,
  PIECE_BYTES,
  SHORT_CHAINS,
  SHORT_HASH_BITS,
} from './memory-layout.js'

/** What the wasm kernel knows about its anchors: the beginning of its memory, and the most hits one window yields. */
export interface KernelTables {
  readonly image: Uint8Array
  readonly mostHitsAWindow: number
}

/** @throws RangeError for an anchor of fewer than three bytes */
export const tablesOf = (anchors: readonly KernelAnchor[]): KernelTables => {
  const chains = new Map<number, Entry[]>()
  let rest = 0
  anchors.forEach((anchor, index) => {
    for (const entry of entriesOf(anchor, index)) {
      addTo(chains, headOf(entry), entry)
      rest += ENTRY_BYTES
    }
  })
  rest += ENTRIES
  const restBytes = 2 * anchors.reduce((bytes, anchor) => bytes + pieceCount(anchor) * PIECE_BYTES, 0)
  const image = new Uint8Array(rest + restBytes)
  const words = new Uint32Array(image.buffer)
  writeNoEntry(image, words)
  let at = ENTRIES
  let longest = 0
  for (const [head, chain] of chains) {
    words[head] = at
    longest = Math.max(longest, chain.length)
    chain.forEach((entry, place) => {
      markWindow(words, entry)
      writeEntry(image, words, at, entry)
      words[(at + ENTRY_REST) / 4] = rest | (place === chain.length - 1 ? 1 : 0)
      rest = writeRest(image, rest, entry.anchor)
      at += ENTRY_BYTES
    })
  }
  return { image, mostHitsAWindow: 2 * longest }
}

interface Entry {
  readonly index: number
  readonly anchor: KernelAnchor
  readonly window: AnchorWindow
}

const entriesOf = (anchor: KernelAnchor, index: number): readonly Entry[] => {
  if (anchor.bytes.length < 3) throw new RangeError(`anchor ${index} has fewer than three bytes`)
  // Folded text has no upper case letter: an anchor that asks for one in any case stands nowhere.
  if (anchor.caseInsensitive && anchor.bytes.some((byte) => byte >= 0x41 && byte <= 0x5a)) return []
  return windowsOf(anchor.bytes).map((window) => ({ index, anchor, window }))
}

const addTo = (chains: Map<number, Entry[]>, head: number, entry: Entry): void => {
  const chain = chains.get(head)
  if (chain) chain.push(entry)
  else chains.set(head, [entry])
}

/** Where the chain of an entry begins, as an index of words. */
const headOf = ({ anchor: { bytes }, window: { kind, lead } }: Entry): number =>
  kind === 'first-three'
    ? SHORT_CHAINS / 4 + hashOf(bytes[lead], bytes[lead + 1], bytes[lead + 2], SHORT_HASH_BITS)
    : CHAINS / 4 + hashOf(bytes[lead + 1], bytes[lead + 2], bytes[lead + 3], HASH_BITS)

/** The same as `slot` in assembly/scan.ts, of three bytes. */
const hashOf = (first = 0, second = 0, third = 0, bits = HASH_BITS): number =>
  Math.imul((first << 8) | (second << 16) | (third << 24) | HASH_FOLD, HASH_FACTOR) >>> (32 - bits)

/** The hash sees every byte with this bit set, so half of them stand for all. */
const FOLDED = 0x20

/** Lets the windows of an entry pass: any first byte for `last-three`, any last byte for `first-three`. */
const markWindow = (words: Uint32Array, { anchor: { bytes }, window: { kind, lead } }: Entry): void => {
  const firstBit = kind === 'last-three' ? -1 : 1 << ((bytes[lead] as number) & 31)
  if (kind !== 'first-three') mark(words, hashOf(bytes[lead + 1], bytes[lead + 2], bytes[lead + 3]), firstBit)
  else
    for (let last = 0; last < 256; last++)
      if ((last & FOLDED) !== 0) mark(words, hashOf(bytes[lead + 1], bytes[lead + 2], last), firstBit)
}

const mark = (words: Uint32Array, hash: number, bits: number): void => {
  const at = BITMAP / 4 + hash
  words[at] = (words[at] as number) | bits
}

const writeEntry = (image: Uint8Array, words: Uint32Array, at: number, entry: Entry): void => {
  writePiece(image, at, entry.anchor, 0)
  words[(at + ENTRY_ANCHOR) / 4] = entry.index
  words[(at + ENTRY_LENGTH) / 4] = entry.anchor.bytes.length
  words[(at + ENTRY_LEAD) / 4] = entry.window.lead
}

/** Text or-ed with ones is all ones, and zeros are asked. */
const writeNoEntry = (image: Uint8Array, words: Uint32Array): void => {
  image.fill(0xff, NO_ENTRY, NO_ENTRY + ENTRY_WANTED)
  words[(NO_ENTRY + ENTRY_REST) / 4] = 1
}

/** Pieces beyond the first sixteen bytes, which stand in the entry itself. */
const pieceCount = ({ bytes }: KernelAnchor): number => Math.floor((bytes.length - 1) / 16)

/** @returns where the next anchor's pieces begin */
const writeRest = (image: Uint8Array, start: number, anchor: KernelAnchor): number => {
  const end = start + pieceCount(anchor) * PIECE_BYTES
  for (let at = start; at < end; at += PIECE_BYTES) writePiece(image, at, anchor, 16 + (at - start) / 2)
  return end
}

/** Letters of either case agree after `| 0x20`, and nothing else does; behind the anchor's end everything agrees. */
const writePiece = (
  image: Uint8Array,
  at: number,
  { bytes, caseInsensitive }: KernelAnchor,
  from: number,
): void => {
  image.fill(0xff, at, at + PIECE_BYTES)
  const end = Math.min(bytes.length, from + 16)
  for (let i = from; i < end; i++) {
    const byte = bytes[i] as number
    image[at + i - from] = caseInsensitive && byte >= 0x61 && byte <= 0x7a ? 0x20 : 0
    image[at + ENTRY_WANTED + i - from] = byte
  }
}
