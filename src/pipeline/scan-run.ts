import type { Engine } from '../engine/index.js'
import type { Blob, Finding, Reader, SourceItem, Unread } from '../model/index.js'
import type { ChangeSource, Source } from '../sources/index.js'
import { type BlobFindings, findingsOf, type PlacedFinding, type RuleOf } from './blob-findings.js'
import { type BlobResult, scanBlob } from './blob-scan.js'
import { ContentChanged } from './content.js'
import type { ScanRequest } from './request.js'
import { broughtInBy } from './staged-filter.js'
import { Tally } from './tally.js'

export interface ScanRunParts {
  readonly request: ScanRequest
  readonly source: Source | ChangeSource
  readonly engine: Engine
  readonly reader: Reader
  readonly ruleOf: RuleOf
}

/** Takes every item of a source through the engine and collects what comes out. */
export class ScanRun {
  readonly tally = new Tally()
  readonly #parts: ScanRunParts
  readonly #blobs = new Map<string, Blob>()

  constructor(parts: ScanRunParts) {
    this.#parts = parts
  }

  async scanAll(): Promise<void> {
    for await (const item of this.#parts.source.items()) {
      if (item.class === 'blob') await this.#scan(item.blob)
      else this.#leave(item)
    }
  }

  /** The blob that a finding was made from, for as long as paths and fingerprints stay what they are. */
  blobOf(finding: Finding): Blob | null {
    return this.#blobs.get(keyOf(finding)) ?? null
  }

  #leave(item: Exclude<SourceItem, { class: 'blob' }>): void {
    if (item.class === 'unread') this.tally.unread.push(item)
    else this.tally.skipped.push(item)
  }

  async #scan(blob: Blob): Promise<void> {
    const scanned = await this.#read(blob)
    if (scanned.class !== 'scanned') return this.#leave(scanned)
    const { detections, examples, bytes, kind } = scanned
    if (kind === 'binary' && detections.length === 0) {
      return this.#leave({ class: 'skipped', path: blob.path, reason: 'binary' })
    }
    this.tally.files++
    this.tally.bytes += bytes
    this.tally.examples += examples
    this.#progress()
    if (detections.length > 0) await this.#keep(blob, scanned)
  }

  /** A defect while one blob is scanned costs this blob, which is told, and not the run. */
  async #read(blob: Blob): Promise<Awaited<ReturnType<typeof scanBlob>>> {
    const { engine, reader, request } = this.#parts
    try {
      return await scanBlob(engine, reader, blob, request.maxFileSize)
    } catch (cause) {
      return internalError(blob, cause)
    }
  }

  async #keep(blob: Blob, scanned: BlobResult): Promise<void> {
    try {
      const { findings, suppressed } = await this.#findings(blob, scanned)
      this.tally.suppressed.push(...suppressed)
      for (const { finding } of await this.#broughtIn(blob, findings)) {
        this.tally.findings.push(finding)
        this.#blobs.set(keyOf(finding), blob)
      }
    } catch (cause) {
      this.#leave(cause instanceof ContentChanged ? cause.outcome : internalError(blob, cause))
    }
  }

  #findings(blob: Blob, { detections, content }: BlobResult): Promise<BlobFindings> {
    return findingsOf(blob, detections, content, this.#parts.ruleOf)
  }

  async #broughtIn(blob: Blob, findings: readonly PlacedFinding[]): Promise<readonly PlacedFinding[]> {
    const { request, source } = this.#parts
    if (request.target.kind !== 'staged' || request.target.scope === 'whole-file') return findings
    if (findings.length === 0 || !('changeOf' in source)) return findings
    return broughtInBy(findings, await source.changeOf(blob), (parent) => this.#yieldOf(parent))
  }

  async #yieldOf(parent: Blob): Promise<ReadonlySet<string> | null> {
    const scanned = await scanBlob(this.#parts.engine, this.#parts.reader, parent, null)
    if (scanned.class !== 'scanned') return null
    const { findings } = await this.#findings(parent, scanned)
    return new Set(findings.map(({ finding }) => finding.fingerprint))
  }

  #progress(): void {
    const { files, bytes, findings } = this.tally
    this.#parts.request.onProgress?.({ step: 'scan', files, bytes, findings: findings.length })
  }
}

const keyOf = ({ path, fingerprint }: Finding): string => `${fingerprint} ${path}`

/** The message only: a stack could hold scanned content, and the file is named anyway. */
const internalError = ({ path }: Blob, cause: unknown): Unread => ({
  class: 'unread',
  path,
  reason: 'internal-error',
  detail: cause instanceof Error ? cause.name : 'unknown error',
})
