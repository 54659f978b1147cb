import type { Skipped, Unread } from './blob.js'
import type { Finding } from './finding.js'
import type { RuleDescription } from './rule-description.js'
import type { Severity } from './severity.js'

export interface Counts {
  /** Blobs whose bytes were looked at (binary ones are not counted). */
  readonly files: number
  readonly bytes: number
  readonly findings: Readonly<Record<Severity, number>>
  readonly suppressed: number
  /** Documented example credentials that were seen and are never findings. */
  readonly examples: number
  /** Blobs that were not read again, since an earlier run with the same rules found them clean (`--cache`). */
  readonly known: number
  readonly unread: number
  readonly skipped: number
}

/** Milliseconds of each step. Steps overlap where work is concurrent. */
export type Timings = Readonly<Record<string, number>>

/** `report`: put together from earlier reports, which may not say how much was looked at. */
export type ScanMode = 'scan' | 'staged' | 'range' | 'history' | 'pre-push' | 'verify' | 'report'

/** All that one run has to tell; every report format is made from this alone. */
export interface ScanResult {
  readonly mode: ScanMode
  /** Sorted by `compareFindings`; suppressed ones are not among them. */
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Finding[]
  readonly unread: readonly Unread[]
  readonly skipped: readonly Skipped[]
  readonly counts: Counts
  readonly timings: Timings
  /** Every rule that was in force, sorted by id: what SARIF lists and `explain` tells. */
  readonly rules: readonly RuleDescription[]
}
