import {
  type Blob,
  type Finding,
  type OwnSecret,
  type Reader,
  type SourceItem,
  sameInBlob,
} from '../model/index.js'
import type { ChangesSource, Source } from '../sources/index.js'
import { type BatchParts, type BatchReport, type BlobHit, scanBatch } from './batch-scan.js'
import type { PlacedFinding } from './blob-findings.js'
import { broughtInBy } from './brought-in.js'
import type { CleanBlobs } from './clean-blobs.js'
import { nextTurn } from './next-turn.js'
import type { ScanRequest } from './request.js'
import { Tally } from './tally.js'
import { workerEntry } from './worker-entry.js'
import type { WorkerPool } from './worker-pool.js'

export interface ScanRunParts extends BatchParts {
  readonly request: ScanRequest
  readonly source: Source | ChangesSource
  readonly reader: Reader
  /** What need not be scanned again; null where nothing is remembered. */
  readonly clean: CleanBlobs | null
  /** For other threads; null where none are looked for. */
  readonly own: readonly OwnSecret[] | null
}

/** Small enough that no thread works long on the last one while others idle; large enough that messages cost nothing. */
const BATCH_BLOBS = 64

/** What the main thread scans alone: other threads take longer to start than this takes to scan. */
const ALONE_BLOBS = 256
const ALONE_BYTES = 4 << 20

/** Of these nothing has to be decided between two blobs. */
const POOLED: readonly ScanRequest['target']['kind'][] = ['tree', 'history']

/** Takes every item of a source through the engine and collects what comes out. */
export class ScanRun {
  readonly tally = new Tally()
  readonly #parts: ScanRunParts
  readonly #blobs = new Map<string, Blob>()
  readonly #versions = new Map<string, Blob[]>()
  /** Versions of a file share path and fingerprint; which one is meant, the finding itself says. */
  readonly #blobOf = new WeakMap<Finding, Blob>()
  #pool: WorkerPool | null = null

  constructor(parts: ScanRunParts) {
    this.#parts = parts
  }

  async scanAll(): Promise<void> {
    const running: Promise<void>[] = []
    try {
      for await (const batch of this.#batches()) {
        const pool = await this.#poolFor()
        const elsewhere = pool?.offer(batch) ?? null
        if (elsewhere === null) await this.#merge(await scanBatch(this.#parts, batch), batch)
        else running.push(elsewhere.then((report) => this.#merge(report, batch)))
        // Interruptions, and answers of other threads, are heard between two batches only.
        await nextTurn()
      }
      await Promise.all(running)
    } finally {
      await this.#pool?.close()
    }
  }

  /** The blob that a finding was made from, for as long as paths and fingerprints stay what they are. */
  blobOf(finding: Finding): Blob | null {
    return this.#blobOf.get(finding) ?? this.#blobs.get(keyOf(finding)) ?? null
  }

  /** Every content in which a finding of a history stands. */
  versionsOf(finding: Finding): readonly Blob[] {
    return this.#versions.get(versionsKey(finding)) ?? []
  }

  /** @param finding made of another one, under another path perhaps */
  remember(finding: Finding, blob: Blob): void {
    this.#blobOf.set(finding, blob)
    this.#blobs.set(keyOf(finding), blob)
  }

  /** Where nothing has to be waited for, nothing is: a promise a file would cost as much as a small file. */
  #batches(): Iterable<readonly Blob[]> | AsyncIterable<readonly Blob[]> {
    const items = this.#parts.source.items()
    return Symbol.iterator in items ? this.#cut(items) : this.#cutWaiting(items)
  }

  *#cut(items: Iterable<SourceItem>): Generator<readonly Blob[]> {
    const batch: Blob[] = []
    for (const item of items) if (this.#fills(batch, item)) yield batch.splice(0)
    if (batch.length > 0) yield batch
  }

  async *#cutWaiting(items: AsyncIterable<SourceItem>): AsyncGenerator<readonly Blob[]> {
    const batch: Blob[] = []
    for await (const item of items) if (this.#fills(batch, item)) yield batch.splice(0)
    if (batch.length > 0) yield batch
  }

  #fills(batch: Blob[], item: SourceItem): boolean {
    if (item.class !== 'blob') this.tally.leave(item)
    else if (this.#parts.clean?.has(item.blob)) this.tally.known++
    else batch.push(item.blob)
    return batch.length >= BATCH_BLOBS
  }

  /** Null as long as the work is small, where one thread is asked for, and where there is no worker to start. */
  async #poolFor(): Promise<WorkerPool | null> {
    const { request, source, own } = this.#parts
    const { files, bytes } = this.tally
    if (this.#pool !== null || request.jobs < 2 || !POOLED.includes(request.target.kind)) return this.#pool
    if (files < ALONE_BLOBS && bytes < ALONE_BYTES) return null
    const entry = workerEntry()
    if (entry === null) return null
    const { onlyRules, exceptRules, maxFileSize, archives, now } = request
    const { root: cwd, gitDir } = source
    const setup = { cwd, gitDir, onlyRules, exceptRules, maxFileSize, archives, now, own }
    // The main thread is one of those asked for: it scans what no other has room for.
    const { WorkerPool } = await import('./worker-pool.js')
    this.#pool = new WorkerPool({ setup, workers: request.jobs - 1, entry })
    return this.#pool
  }

  async #merge(report: BatchReport, batch: readonly Blob[]): Promise<void> {
    this.tally.add(report)
    this.#keepClean(report, batch)
    for (const hit of report.hits) {
      for (const allowed of hit.suppressed)
        if (this.#isNew(allowed, hit.blob)) this.tally.suppressed.push(allowed)
      for (const { finding } of await this.#broughtIn(hit))
        if (this.#isNew(finding, hit.blob)) this.tally.findings.push(finding)
    }
    const { files, bytes, findings } = this.tally
    this.#parts.request.onProgress?.({ step: 'scan', files, bytes, findings: findings.length })
  }

  /**
   * Of a history each finding is kept once, with the blobs in which it stands: which of them came first is found out
   * later, and there can be thousands. Of a range the first one counts, since its commits come oldest first.
   */
  #isNew(finding: Finding, blob: Blob): boolean {
    const { kind } = this.#parts.request.target
    if (kind === 'history') {
      const versions = this.#versions.get(versionsKey(finding))
      if (versions !== undefined) {
        versions.push(blob)
        return false
      }
      this.#versions.set(versionsKey(finding), [blob])
    } else if (kind === 'range' || kind === 'unpushed') {
      if (finding.suppressed === null && this.#blobs.has(keyOf(finding))) return false
    }
    this.remember(finding, blob)
    return true
  }

  #keepClean({ telling }: BatchReport, batch: readonly Blob[]): void {
    const { clean } = this.#parts
    if (clean === null) return
    const told = new Set(telling)
    for (const [place, blob] of batch.entries()) if (!told.has(place)) clean.add(blob)
  }

  /** A merge has a change for each of its parents: what came in by one of them was not brought in by the merge. */
  async #broughtIn({ blob, findings }: BlobHit): Promise<readonly PlacedFinding[]> {
    const { request, source } = this.#parts
    if (!('changesOf' in source) || ('scope' in request.target && request.target.scope === 'whole-file'))
      return findings
    let kept = findings
    for (const change of kept.length === 0 ? [] : await source.changesOf(blob)) {
      kept = await broughtInBy(kept, change, (parent) => this.#yieldOf(parent))
      if (kept.length === 0) break
    }
    return kept
  }

  async #yieldOf(parent: Blob): Promise<readonly Finding[] | null> {
    // Loaded where something was found only, as what makes findings is.
    const { yieldOf } = await import('./blob-yield.js')
    const told = await yieldOf(parent, this.#parts)
    return told.class === 'yield' ? told.findings : null
  }
}

const keyOf = (finding: Finding): string => `${sameInBlob(finding)} ${finding.path}`
const versionsKey = (finding: Finding): string =>
  `${finding.suppressed === null ? 'found' : 'allowed'} ${sameInBlob(finding)}`
