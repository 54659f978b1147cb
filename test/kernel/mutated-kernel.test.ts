import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTwin } from '../../src/kernel/index.js'
import {
  BITMAP,
  BITMAP_BYTES,
  CHAINS,
  ENTRIES,
  ENTRY_ANCHOR,
  ENTRY_BYTES,
  ENTRY_LEAD,
  ENTRY_LENGTH,
  ENTRY_REST,
  ENTRY_WANTED,
  PIECE_BYTES,
  QUEUE,
} from '../../src/kernel/memory-layout.js'
import { simdKernelFrom } from '../../src/kernel/simd-kernel.js'
import { tablesOf } from '../../src/kernel/tables.js'
import { ANCHORS, countedText } from './anchored-text.js'
import { hitsOf, present } from './hits.js'

const INPUTS = 10_000
const CAPACITY = 4096

const tables = tablesOf(ANCHORS)
const PIECES = ENTRIES + 2 * ANCHORS.length * ENTRY_BYTES

/** Addresses in a range whose byte says something: zeros are the tables' empty places. */
const saying = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => from + i).filter((at) => tables.image[at] !== 0)

const entryField = (offset: number, bytes: number): readonly number[] =>
  Array.from({ length: 2 * ANCHORS.length * bytes }, (_, i) => {
    const entry = ENTRIES + Math.floor(i / bytes) * ENTRY_BYTES
    return entry + offset + (i % bytes)
  })

/** Another fold of a byte above ASCII would let a text through that the bitmap keeps out. */
const isOfAscii = (fold: number): boolean =>
  tables.image[fold] === 0xff || (tables.image[fold + ENTRY_WANTED] as number) < 0x80

const isNotLast = (rest: number): boolean => ((tables.image[rest] as number) & 1) === 0

type Change = (byte: number) => number
const lowestBitLost: Change = (byte) => byte & (byte - 1)
const lowestBitTurned: Change = (byte) => byte ^ 1
const highestBitTurned: Change = (byte) => byte ^ 0x80
const oneMore: Change = (byte) => (byte + 1) & 0xff
const oneLess: Change = (byte) => (byte - 1) & 0xff

const differsWithin = (image: Uint8Array, inputs: number): boolean => {
  const mutant = present(simdKernelFrom({ ...tables, image }, CAPACITY))
  const twin = createTwin(ANCHORS, CAPACITY)
  const same = fc.property(countedText(ANCHORS), ({ content, length }) => {
    expect(hitsOf(mutant, content, length)).toEqual(hitsOf(twin, content, length))
  })
  return fc.check(same, { numRuns: inputs, seed: 4, endOnFailure: true }).failed
}

it('is not noticed where nothing was changed', () => expect(differsWithin(tables.image, INPUTS)).toBe(false))

// Of each kind of byte some, spread over the table: all of them would take minutes.
it.each<[string, readonly number[], Change]>([
  ['a bit of the bitmap lost', saying(BITMAP, BITMAP + BITMAP_BYTES), lowestBitLost],
  ['a chain with another head', saying(CHAINS, QUEUE), oneMore],
  ['text folded otherwise', entryField(0, 16).filter(isOfAscii), highestBitTurned],
  ['another byte wanted', entryField(ENTRY_WANTED, 16), lowestBitTurned],
  ['another anchor', entryField(ENTRY_ANCHOR, 1), oneMore],
  ['an anchor longer by one', entryField(ENTRY_LENGTH, 1), oneMore],
  ['an anchor shorter by one', entryField(ENTRY_LENGTH, 1), oneLess],
  ['another lead', entryField(ENTRY_LEAD, 1), oneMore],
  ['the rest of a chain lost', entryField(ENTRY_REST, 1).filter(isNotLast), lowestBitTurned],
  ['a piece of a long anchor', saying(PIECES, tables.image.length), lowestBitTurned],
])('one byte of the tables changed is noticed within 10,000 inputs: %s', (_kind, addresses, change) => {
  const step = Math.max(1, Math.floor(addresses.length / 8))
  const chosen = addresses.filter((_, i) => i % step === 0)
  const unnoticed = chosen.filter((at) => {
    const image = tables.image.slice()
    image[at] = change(image[at] as number)
    return !differsWithin(image, INPUTS)
  })
  expect(chosen.length).toBeGreaterThan(0)
  expect(unnoticed).toEqual([])
})

it('has all its pieces where this test looks for them', () => {
  const long = ANCHORS.filter(({ bytes }) => bytes.length > 16)
  const count = long.reduce((sum, { bytes }) => sum + Math.floor((bytes.length - 1) / 16), 0)
  expect(tables.image.length).toBe(PIECES + 2 * count * PIECE_BYTES)
})
