import type { Kernel } from '../kernel/index.js'
import type { Candidate, Detection, LinkContext } from '../model/index.js'
import { type AnchorPlan, MAX_REACH_BYTES } from './anchor-plan.js'
import { assignedName, normalisedName } from './assigned-name.js'
import { type Checks, judge } from './judge.js'
import { latin1 } from './latin1.js'
import { LineCounter } from './line-counter.js'
import { type LinkPlan, link } from './link.js'
import { type Match, matchesIn, type Patterns } from './match.js'
import { type Range, windowsOf } from './windows.js'

/** Bytes of a chunk that the next chunk must begin with again, so that every hit has its whole context once. */
export const CHUNK_OVERLAP = 2 * MAX_REACH_BYTES

export interface BlobScanParts {
  readonly kernel: Kernel
  readonly plan: AnchorPlan
  readonly patterns: Patterns
  readonly checks: Checks
  readonly links: LinkPlan
}

export interface ScannedBlob {
  readonly detections: readonly Detection[]
  /** Documented examples seen. */
  readonly examples: number
}

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
  readonly #seen = new Set<string>()
  readonly #candidates: Candidate[] = []
  #examples = 0

  constructor(parts: BlobScanParts, context: LinkContext) {
    this.#parts = parts
    this.#context = context
  }

  /** @param length bytes of `kernel.memory` that count @param base offset of its first byte in the blob */
  chunk(length: number, base: number, position: ChunkPosition): void {
    const { kernel, plan, patterns } = this.#parts
    const hits = kernel.scan(length)
    if (hits.count > 0) {
      const matches: Match[] = []
      for (const window of windowsOf(plan, hits, kernel.memory, length))
        for (const match of matchesIn(window, kernel.memory, length, patterns)) matches.push(match)
      matches.sort((a, b) => a.start - b.start)
      const own = ownRange(position, length)
      for (const match of matches)
        if (match.start >= own.start && match.start < own.end) this.#take(match, base, length)
    }
    this.#lines.leave(kernel.memory.subarray(0, length), base, base + length - CHUNK_OVERLAP)
  }

  finish(): ScannedBlob {
    return { detections: link(this.#candidates, this.#context, this.#parts.links), examples: this.#examples }
  }

  #take(match: Match, base: number, length: number): void {
    const start = base + match.start
    const key = `${match.rule.id}@${start}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    const judgement = judge(match.rule, match.value, this.#parts.checks)
    if (judgement.kind === 'example') this.#examples++
    if (judgement.kind !== 'keep') return
    const around = surroundings(this.#parts.kernel.memory, match, length)
    this.#candidates.push({
      ruleId: match.rule.id,
      role: match.rule.role,
      value: match.value,
      span: { start, end: base + match.end },
      name: normalisedName(assignedName(around.text, around.start)),
      place: this.#lines.placeAt(this.#parts.kernel.memory, base, start),
      confidence: judgement.confidence,
      around,
    })
  }
}

/**
 * Which matches a chunk takes; those before and behind are its neighbours'. Every hit that can open a window around an
 * own match, and all of its context, lies in the chunk, so that chunks make no difference.
 */
const ownRange = (position: ChunkPosition, length: number): Range => ({
  start: position === 'only' || position === 'first' ? 0 : MAX_REACH_BYTES,
  end: position === 'only' || position === 'last' ? length : length - MAX_REACH_BYTES,
})

/** What is kept of a candidate's surroundings; less than a chunk's context, so that chunks make no difference. */
const BYTES_BEFORE = 2048
const BYTES_AFTER = 512

const surroundings = (memory: Uint8Array, { start, end }: Match, length: number): Candidate['around'] => {
  const from = Math.max(0, start - BYTES_BEFORE)
  return {
    text: latin1(memory, from, Math.min(length, end + BYTES_AFTER)),
    start: start - from,
    end: end - from,
  }
}
