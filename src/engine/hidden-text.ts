import type { Kernel } from '../kernel/index.js'
import type { BlobPlace } from '../model/index.js'
import type { AnchorPlan } from './anchor-plan.js'
import { readingsOf } from './decode/decode.js'
import { type DecodedText, touchesRewritten } from './decode/decoded-text.js'
import { latin1 } from './latin1.js'
import { LineCounter } from './line-counter.js'
import { type Match, matchesIn, type Patterns } from './match.js'
import { MAX_REGION_BYTES } from './regions.js'
import { type Range, windowsOf } from './windows.js'

export interface HiddenTextParts {
  readonly plan: AnchorPlan
  readonly patterns: Patterns
  /** Makes a kernel with room for so many bytes. */
  readonly kernel: (bytes: number) => Kernel
}

/** Finds what stands in a text in another form: encoded, escaped, or written in pieces. */
export interface HiddenText {
  /**
   * @param text the chunk, of which `region` is looked at
   * @returns matches with their places in the chunk, none that the region shows as it stands; and how much was decoded
   */
  matchesIn(text: Uint8Array, region: Range): HiddenMatches
}

export interface HiddenMatches {
  readonly matches: readonly Match[]
  /** Of all readings together. */
  readonly decodedBytes: number
}

const NOTHING: HiddenMatches = { matches: [], decodedBytes: 0 }

/** Its own kernel, which most scans never need, is made with the first text that holds anything. */
export const createHiddenText = ({ plan, patterns, kernel: make }: HiddenTextParts): HiddenText => {
  let kernel: Kernel | null = null
  return {
    matchesIn: (text, region) => {
      const readings = readingsOf(latin1(text, region.start, region.end), region.start)
      if (readings.length === 0) return NOTHING
      kernel ??= make(MAX_REGION_BYTES)
      const found = new Map<string, Match>()
      for (const reading of readings)
        for (const match of matchesOf(reading, kernel, plan, patterns))
          found.set(`${match.rule.id} ${match.start}`, match)
      return {
        matches: [...found.values()],
        decodedBytes: readings.reduce((sum, reading) => sum + reading.text.length, 0),
      }
    },
  }
}

const matchesOf = (
  reading: DecodedText,
  kernel: Kernel,
  plan: AnchorPlan,
  patterns: Patterns,
): readonly Match[] => {
  const { text } = reading
  const { memory } = kernel
  const length = text.length
  for (let at = 0; at < length; at++) memory[at] = text.charCodeAt(at)
  const matches: Match[] = []
  for (const window of windowsOf(plan, kernel.scan(length), memory, length))
    for (const match of matchesIn(window, memory, length, patterns))
      if (touchesRewritten(reading, match)) matches.push(placed(match, reading, memory))
  return matches
}

const placed = ({ rule, value, start, end }: Match, reading: DecodedText, memory: Uint8Array): Match => ({
  rule,
  value,
  ...reading.sourceOf({ start, end }),
  reading: { text: reading.text, start, end, within: placeWithin(reading, start, memory) },
})

const NOWHERE: BlobPlace = { line: 0, section: 0, closing: 0 }

const placeWithin = ({ rewritten }: DecodedText, at: number, memory: Uint8Array): BlobPlace => {
  const stretch = rewritten.find(({ start, end }) => start <= at && at < end)
  if (stretch === undefined) return NOWHERE
  const lines = new LineCounter()
  lines.placeAt(memory, 0, stretch.start)
  return lines.placeAt(memory, 0, at)
}
