import { type Blob, containerOf, type Finding, type Skipped, type Unread } from '../model/index.js'
import type { FindingContext, PlacedFinding } from './blob-findings.js'
import {
  type BlobResult,
  type OpenArchive,
  type ScannedPart,
  type ScanParts,
  scanOpening,
} from './blob-scan.js'
import { ContentChanged } from './content.js'

/** What was found in one blob, or in one member of the archive that it is. */
export interface BlobHit {
  readonly blob: Blob
  readonly findings: readonly PlacedFinding[]
  readonly suppressed: readonly Finding[]
}

/** What scanning some blobs came to. Blobs without findings are counted, not listed. */
export interface BatchReport {
  readonly files: number
  readonly bytes: number
  readonly examples: number
  readonly unread: readonly Unread[]
  readonly skipped: readonly Skipped[]
  /** Places in the batch of blobs of which there is more to tell than documented examples: not to be taken for clean. */
  readonly telling: readonly number[]
  /** In the order of the blobs. */
  readonly hits: readonly BlobHit[]
}

export interface BatchParts extends ScanParts, FindingContext {}

/** Scans blobs one after the other. A defect while one is scanned costs this one, which is told, and not the others. */
export const scanBatch = async (parts: BatchParts, blobs: readonly Blob[]): Promise<BatchReport> => {
  const collected = new BatchCollector()
  parts.reader.expect?.(blobs)
  for (const [place, blob] of blobs.entries()) {
    collected.begin(place)
    try {
      const scanning = scanOpening(parts, blob)
      const outcome = scanning instanceof Promise ? await scanning : scanning
      if (outcome.class === 'archive') await collected.takeArchive(outcome, parts)
      else {
        const taken = collected.take({ blob, outcome }, parts)
        if (taken !== null) await taken
      }
    } catch (cause) {
      collected.fail(blob, cause)
    }
  }
  return collected.report()
}

class BatchCollector {
  readonly #unread: Unread[] = []
  readonly #skipped: Skipped[] = []
  readonly #hits: BlobHit[] = []
  readonly #telling = new Set<number>()
  #place = 0
  #files = 0
  #bytes = 0
  #examples = 0

  begin(place: number): void {
    this.#place = place
  }

  /** @returns null for what holds nothing, which is almost all: no time is spent on a promise */
  take({ blob, outcome }: ScannedPart, parts: BatchParts): Promise<void> | null {
    if (outcome.class === 'scanned') {
      if (outcome.detections.length > 0) return this.#takeHit(blob, outcome, parts)
      if (outcome.kind !== 'binary' || blob.member !== undefined) this.#count(blob, outcome)
      else this.leave({ class: 'skipped', path: blob.path, reason: 'binary' })
    } else this.leave(outcome)
    return null
  }

  async takeArchive(archive: OpenArchive, parts: BatchParts): Promise<void> {
    for await (const part of archive.parts) {
      try {
        await this.take(part, parts)
      } catch (cause) {
        this.fail(part.blob, cause)
      }
    }
  }

  fail(blob: Blob, cause: unknown): void {
    this.leave(cause instanceof ContentChanged ? cause.outcome : internalError(blob, cause))
  }

  async #takeHit(blob: Blob, scanned: BlobResult, parts: BatchParts): Promise<void> {
    // Most blobs hold nothing, and a hook pays for every line that is loaded.
    const { blobFindings } = await import('./blob-findings.js')
    const { findings, suppressed } = await blobFindings(blob, scanned, parts)
    if (findings.length + suppressed.length > 0) this.#hits.push({ blob, findings, suppressed })
    this.#count(blob, scanned)
  }

  #count(blob: Blob, { extent, bytes, examples, detections }: BlobResult): void {
    if (detections.length > 0) this.#telling.add(this.#place)
    if (extent !== 'whole') this.leave({ ...INCOMPLETE[extent], path: blob.path, ...containerOf(blob) })
    this.#examples += examples
    // An archive is one file, however many members it has.
    if (blob.member !== undefined) return
    this.#files++
    this.#bytes += bytes
  }

  leave(item: Unread | Skipped): void {
    this.#telling.add(this.#place)
    if (item.class === 'unread') this.#unread.push(item)
    else this.#skipped.push(item)
  }

  report(): BatchReport {
    return {
      files: this.#files,
      bytes: this.#bytes,
      examples: this.#examples,
      unread: this.#unread,
      skipped: this.#skipped,
      telling: [...this.#telling],
      hits: this.#hits,
    }
  }
}

/** The class only: a message could hold scanned content, and the file is named anyway. */
export const internalError = (blob: Blob, cause: unknown): Unread => ({
  class: 'unread',
  path: blob.path,
  ...containerOf(blob),
  reason: 'internal-error',
  detail: cause instanceof Error ? cause.name : 'unknown error',
})

const INCOMPLETE: Readonly<Record<Exclude<BlobResult['extent'], 'whole'>, Omit<Unread, 'path'>>> = {
  cut: { class: 'unread', reason: 'too-many-findings', detail: 'only the first ones in it are listed' },
  undecoded: {
    class: 'unread',
    reason: 'too-much-encoded',
    detail: 'what is encoded was decoded at its beginning only',
  },
}
