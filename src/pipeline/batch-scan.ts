import type { Engine } from '../engine/index.js'
import type { Blob, Finding, Reader, Skipped, Unread } from '../model/index.js'
import type { FindingContext, PlacedFinding } from './blob-findings.js'
import { type BlobOutcome, type BlobResult, scanBlob } from './blob-scan.js'
import { ContentChanged } from './content.js'

/** What was found in one blob. */
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

export interface BatchParts extends FindingContext {
  readonly engine: Engine
  readonly reader: Reader
  /** Bytes above which a blob is skipped as too large; null means none. */
  readonly maxFileSize: number | null
}

/** Scans blobs one after the other. A defect while one is scanned costs this one, which is told, and not the others. */
export const scanBatch = async (parts: BatchParts, blobs: readonly Blob[]): Promise<BatchReport> => {
  const collected = new BatchCollector()
  parts.reader.expect?.(blobs)
  for (const [place, blob] of blobs.entries()) {
    collected.begin(place)
    try {
      const scanned = scanBlob(parts.engine, parts.reader, blob, parts.maxFileSize)
      const taken = collected.take(blob, scanned instanceof Promise ? await scanned : scanned, parts)
      if (taken !== null) await taken
    } catch (cause) {
      collected.leave(cause instanceof ContentChanged ? cause.outcome : internalError(blob, cause))
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
  take(blob: Blob, scanned: BlobOutcome, parts: BatchParts): Promise<void> | null {
    if (scanned.class === 'scanned') {
      if (scanned.detections.length > 0) return this.#takeHit(blob, scanned, parts)
      if (scanned.kind === 'text') this.#count(blob, scanned)
      else this.leave({ class: 'skipped', path: blob.path, reason: 'binary' })
    } else this.leave(scanned)
    return null
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
    if (extent === 'cut') this.leave(tooMany(blob))
    this.#files++
    this.#bytes += bytes
    this.#examples += examples
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
export const internalError = ({ path }: Blob, cause: unknown): Unread => ({
  class: 'unread',
  path,
  reason: 'internal-error',
  detail: cause instanceof Error ? cause.name : 'unknown error',
})

const tooMany = ({ path }: Blob): Unread => ({
  class: 'unread',
  path,
  reason: 'too-many-findings',
  detail: 'only the first ones in it are listed',
})
