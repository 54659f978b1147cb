import type { Origin } from './origin.js'
import type { Secret } from './secret.js'
import type { Confidence, Severity } from './severity.js'
import type { Region } from './span.js'
import type { Verification } from './verification.js'

export type PartRole = 'id' | 'secret' | 'token'

/** Facts known without a network. Keys are fixed by the rule that states them; values are plain data, never secret. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** Another place that belongs to a finding: the id beside a secret, or the same credential once more. */
export interface Related {
  readonly role: PartRole
  readonly path: string
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** One line of the file with everything that could be a secret hidden, made by `policy/masked-line`. */
export interface MaskedLine {
  /** 1-based. */
  readonly line: number
  readonly text: string
  /** Columns of `text` to underline, 1-based UTF-16 units, end exclusive; null for a line without a part. */
  readonly mark: { readonly start: number; readonly end: number } | null
}

export interface Suppression {
  readonly kind: 'inline'
  /** 1-based line on which the marker stands. */
  readonly line: number
  readonly reason: string | null
}

/** One credential in one file. What JSON Lines hold (`report/finding-record.ts`), and what only people's reports need. */
export interface Finding {
  readonly ruleId: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** As `Blob.path`; parts that hold a credential's value are masked. */
  readonly path: string
  /**
   * Names of archive members from the outermost inwards; null for a plain file. Lines and columns of the region are then
   * the innermost member's, and bytes are those of the outermost file that hold the outermost member.
   */
  readonly container: readonly string[] | null
  /** The primary part: the secret where there is one. */
  readonly region: Region
  /** The primary part's redacted form. */
  readonly redacted: string
  /** `v1:` and hex digits. */
  readonly fingerprint: string
  readonly origin: Origin
  readonly facts: Facts
  readonly related: readonly Related[]
  /** Fingerprints of findings in other files that hold this credential's other half. */
  readonly partners: readonly string[]
  readonly verification: Verification
  readonly suppressed: Suppression | null
  /** What to do now: one or two plain sentences. */
  readonly remedy: string

  /** Why this was taken for a credential: short phrases, most telling first. Not part of JSON Lines. */
  readonly why: readonly string[]
  /** For the text report. Not part of JSON Lines. */
  readonly excerpt: readonly MaskedLine[]
  /** GitHub's line hash over masked lines, `<hex>:<count>`, for SARIF. Not part of JSON Lines. */
  readonly lineHash: string
  /** Name the primary part is assigned to, lower case without `_`, `-`, `.`; empty if none. Never printed. */
  readonly assignedName: string
  /** The values, for verification. Never printed. */
  readonly values: Readonly<Partial<Record<PartRole, Secret>>>
  /** Further secrets that may be the id's, likeliest first. Never printed. */
  readonly alternatives: readonly AlternativeSecret[]
}

/** A secret near a credential's id, and what a finding tells where it turns out to be the right one. */
export interface AlternativeSecret {
  readonly secret: Secret
  readonly region: Region
  readonly excerpt: readonly MaskedLine[]
  readonly lineHash: string
}

/** Equal for what is the same finding in two versions of a blob: two members of an archive hold the same as two files do. */
export const sameInBlob = ({ fingerprint, container }: Finding): string =>
  container === null ? fingerprint : JSON.stringify([fingerprint, ...container])

/** A total order, so that every report lists the same findings in the same order. */
export const compareFindings = (a: Finding, b: Finding): number =>
  rankOf(a) - rankOf(b) ||
  compareText(a.path, b.path) ||
  compareText(a.origin.commit ?? '', b.origin.commit ?? '') ||
  a.region.startByte - b.region.startByte ||
  a.region.endByte - b.region.endByte ||
  // Members of one archive in another share their bytes with it.
  compareText(a.container?.join('\0') ?? '', b.container?.join('\0') ?? '') ||
  a.region.startLine - b.region.startLine ||
  a.region.startColumn - b.region.startColumn ||
  compareText(a.ruleId, b.ruleId) ||
  compareText(a.fingerprint, b.fingerprint)

/** Live keys that can do the most come first. */
const rankOf = ({ facts }: Finding): number =>
  facts.privileged === 'root' ? 0 : facts.privileged === 'admin-like' ? 1 : 2

/** By UTF-16 code units: the same on every machine, unlike a locale's order. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
