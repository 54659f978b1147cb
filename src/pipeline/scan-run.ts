import type { Blob, Finding, Reader, SourceItem } from '../model/index.js'
import type { ChangeSource, Source } from '../sources/index.js'
import { type BatchParts, type BatchReport, type BlobHit, scanBatch } from './batch-scan.js'
import type { PlacedFinding } from './blob-findings.js'
import { scanBlob } from './blob-scan.js'
import { nextTurn } from './next-turn.js'
import type { ScanRequest } from './request.js'
import { broughtInBy } from './staged-filter.js'
import { Tally } from './tally.js'
import { workerEntry } from './worker-entry.js'
import type { WorkerPool } from './worker-pool.js'

export interface ScanRunParts extends BatchParts {
  readonly request: ScanRequest
  readonly source: Source | ChangeSource
  readonly reader: Reader
}

/** Small enough that no thread works long on the last one while others idle; large enough that messages cost nothing. */
const BATCH_BLOBS = 64

/** What the main thread scans alone: other threads take longer to start than this takes to scan. */
const ALONE_BLOBS = 256
const ALONE_BYTES = 4 << 20

/** Takes every item of a source through the engine and collects what comes out. */
export class ScanRun {
  readonly tally = new Tally()
  readonly #parts: ScanRunParts
  readonly #blobs = new Map<string, Blob>()
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
        if (elsewhere === null) await this.#merge(await scanBatch(this.#parts, batch))
        else running.push(elsewhere.then((report) => this.#merge(report)))
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
    return this.#blobs.get(keyOf(finding)) ?? null
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
    if (item.class === 'blob') batch.push(item.blob)
    else this.tally.leave(item)
    return batch.length >= BATCH_BLOBS
  }

  /** Null as long as the work is small, where one thread is asked for, and where there is no worker to start. */
  async #poolFor(): Promise<WorkerPool | null> {
    const { request, source } = this.#parts
    const { files, bytes } = this.tally
    if (this.#pool !== null || request.jobs < 2 || request.target.kind !== 'tree') return this.#pool
    if (files < ALONE_BLOBS && bytes < ALONE_BYTES) return null
    const entry = workerEntry()
    if (entry === null) return null
    const { onlyRules, exceptRules, maxFileSize } = request
    const setup = { cwd: source.root, onlyRules, exceptRules, maxFileSize }
    // The main thread is one of those asked for: it scans what no other has room for.
    const { WorkerPool } = await import('./worker-pool.js')
    this.#pool = new WorkerPool({ setup, workers: request.jobs - 1, entry })
    return this.#pool
  }

  async #merge(report: BatchReport): Promise<void> {
    this.tally.add(report)
    for (const hit of report.hits) {
      for (const { finding } of await this.#broughtIn(hit)) {
        this.tally.findings.push(finding)
        this.#blobs.set(keyOf(finding), hit.blob)
      }
    }
    const { files, bytes, findings } = this.tally
    this.#parts.request.onProgress?.({ step: 'scan', files, bytes, findings: findings.length })
  }

  async #broughtIn({ blob, findings }: BlobHit): Promise<readonly PlacedFinding[]> {
    const { request, source } = this.#parts
    if (request.target.kind !== 'staged' || request.target.scope === 'whole-file') return findings
    if (findings.length === 0 || !('changeOf' in source)) return findings
    return broughtInBy(findings, await source.changeOf(blob), (parent) => this.#yieldOf(parent))
  }

  async #yieldOf(parent: Blob): Promise<readonly Finding[] | null> {
    const { engine, reader, ruleOf } = this.#parts
    const scanned = await scanBlob(engine, reader, parent, null)
    if (scanned.class !== 'scanned') return null
    const { blobFindings } = await import('./blob-findings.js')
    const { findings } = await blobFindings(parent, scanned, ruleOf)
    return findings.map(({ finding }) => finding)
  }
}

const keyOf = ({ path, fingerprint }: Finding): string => `${fingerprint} ${path}`
