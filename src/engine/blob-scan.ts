import type { Kernel } from '../kernel/index.js'
import type { BlobPlace, Candidate, Detection, LinkContext } from '../model/index.js'
import { type AnchorPlan, MAX_REACH_BYTES } from './anchor-plan.js'
import { assignedName, normalisedName } from './assigned-name.js'
import type { HiddenText } from './hidden-text.js'
import { type Checks, judge } from './judge.js'
import { LineCounter } from './line-counter.js'
import { type LinkPlan, link } from './link.js'
import { type Match, matchesIn, type Patterns, type Reading } from './match.js'
import { regionsOf } from './regions.js'
import { Surroundings } from './surroundings.js'
import { type Range, windowsOf } from './windows.js'

/** Bytes of a chunk that the next chunk must begin with again, so that every hit has its whole context once. */
export const CHUNK_OVERLAP = 2 * MAX_REACH_BYTES

export interface BlobScanParts {
  readonly kernel: Kernel
  readonly plan: AnchorPlan
  readonly patterns: Patterns
  readonly checks: Checks
  readonly links: LinkPlan
  readonly hidden: HiddenText
}

export interface ScannedBlob {
  readonly detections: readonly Detection[]
  /** Documented examples seen. */
  readonly examples: number
  /**
   * `cut`: more candidates stand in it than are kept; `undecoded`: more encoded text than is decoded. What is found is
   * then no longer all of it.
   */
  readonly extent: 'whole' | 'cut' | 'undecoded'
}

/** Nobody looks at more; each costs a kilobyte until it is told. */
const MOST_CANDIDATES = 25_000
/** Encoded text of one blob; decoding costs a hundred times what plain text costs, and may be asked for on purpose. */
const MOST_DECODED_BYTES = 32 << 20
/** The same value at more places of a blob tells nothing new. */
const MOST_PLACES_OF_A_VALUE = 10_000

/** Where a chunk lies in its blob: a middle one begins with the last `CHUNK_OVERLAP` bytes of the one before. */
export type ChunkPosition = 'only' | 'first' | 'middle' | 'last'

/**
 * The scan of one blob. Put a chunk into `kernel.memory`, call `chunk`, repeat with the overlap, then `finish`.
 * A blob that fits is one chunk of position `only`.
 */
export class BlobScan {
  readonly #parts: BlobScanParts
  readonly #context: LinkContext
  readonly #lines = new LineCounter()
  readonly #surroundings: Surroundings
  readonly #candidates: Candidate[] = []
  /** By rule, where its last match began: matches come in order, and windows that were cut overlap. */
  readonly #last = new Map<string, number>()
  readonly #placesOf = new Map<string, number>()
  #extent: ScannedBlob['extent'] = 'whole'
  #examples = 0
  #decodedBytes = 0

  constructor(parts: BlobScanParts, context: LinkContext) {
    this.#parts = parts
    this.#context = context
    this.#surroundings = new Surroundings(parts.kernel.memory)
  }

  /** @param length bytes of `kernel.memory` that count @param base offset of its first byte in the blob */
  chunk(length: number, base: number, position: ChunkPosition): void {
    const { kernel, plan, patterns } = this.#parts
    const hits = kernel.scan(length)
    if (hits.count > 0) {
      const windows = windowsOf(plan, hits, kernel.memory, length)
      const plain: Match[] = []
      for (const window of windows)
        for (const match of matchesIn(window, kernel.memory, length, patterns)) plain.push(match)
      const hidden = this.#hiddenIn(regionsOf(plan, hits, length))
      const matches = hidden.length === 0 ? plain : united(plain, hidden)
      matches.sort((a, b) => a.start - b.start)
      const own = ownRange(position, length)
      for (const match of matches)
        if (match.start >= own.start && match.start < own.end) this.#take(match, base, length)
    }
    this.#lines.leave(kernel.memory.subarray(0, length), base, base + length - CHUNK_OVERLAP)
  }

  finish(): ScannedBlob {
    return {
      detections: link(this.#candidates, this.#context, this.#parts.links),
      examples: this.#examples,
      extent: this.#extent,
    }
  }

  #hiddenIn(regions: readonly Range[]): readonly Match[] {
    const { kernel, hidden } = this.#parts
    const matches: Match[] = []
    for (const region of regions) {
      if (this.#decodedBytes > MOST_DECODED_BYTES) {
        if (this.#extent === 'whole') this.#extent = 'undecoded'
        break
      }
      const found = hidden.matchesIn(kernel.memory, region)
      this.#decodedBytes += found.decodedBytes
      for (const match of found.matches) matches.push(match)
    }
    return matches
  }

  #take(match: Match, base: number, length: number): void {
    const { rule, value } = match
    const start = base + match.start
    if (start <= (this.#last.get(rule.id) ?? -1)) return
    this.#last.set(rule.id, start)
    const judgement = judge(rule, value, this.#parts.checks)
    if (judgement.kind === 'example') this.#examples++
    if (judgement.kind !== 'keep' || !this.#hasRoomFor(value)) return
    const around = match.reading ?? this.#surroundings.of(match, base, length)
    const place = this.#lines.placeAt(this.#parts.kernel.memory, base, start)
    this.#candidates.push({
      ruleId: rule.id,
      role: rule.role,
      value,
      span: { start, end: base + match.end },
      name: normalisedName(assignedName(around.text, around.start)),
      place: match.reading === null ? place : placeIn(place, match.reading),
      confidence: judgement.confidence,
      around: { text: around.text, start: around.start, end: around.end },
    })
  }

  #hasRoomFor(value: string): boolean {
    const places = this.#placesOf.get(value) ?? 0
    if (places >= MOST_PLACES_OF_A_VALUE) return false
    if (this.#candidates.length >= MOST_CANDIDATES) {
      this.#extent = 'cut'
      return false
    }
    this.#placesOf.set(value, places + 1)
    return true
  }
}

/**
 * What shows itself as it stands is told so, unless it is a piece of a value, or the encoded form of one, or what is around
 * it is encoded, too: then the decoded text names it better.
 */
const united = (plain: readonly Match[], hidden: readonly Match[]): Match[] => {
  const isIn = (a: Match, b: Match): boolean => a.start >= b.start && a.end <= b.end
  const isFormOf = (shown: Match, meant: Match): boolean =>
    shown.rule === meant.rule && (isIn(shown, meant) || isIn(meant, shown))
  const overlaps = (a: Match, b: Match): boolean => a.rule === b.rule && a.start < b.end && b.start < a.end
  const shown = plain.filter((match) => !hidden.some((meant) => isFormOf(match, meant)))
  return [...shown, ...hidden.filter((match) => !shown.some((other) => overlaps(match, other)))]
}

/** Inside of what was decoded, lines and sections part values as they do outside. */
const placeIn = (place: BlobPlace, { within }: Reading): BlobPlace => ({
  line: place.line + within.line,
  section: place.section + within.section,
  closing: place.closing + within.closing,
})

/**
 * Which matches a chunk takes; those before and behind are its neighbours'. Every hit that can open a window around an
 * own match, and all of its context, lies in the chunk, so that chunks make no difference.
 */
const ownRange = (position: ChunkPosition, length: number): Range => ({
  start: position === 'only' || position === 'first' ? 0 : MAX_REACH_BYTES,
  end: position === 'only' || position === 'last' ? length : length - MAX_REACH_BYTES,
})
