import { adviceFor } from '../aws/index.js'
import {
  type Blob,
  type Detection,
  type Finding,
  notChecked,
  type PartRole,
  type Related,
  redactedForm,
  Secret,
} from '../model/index.js'
import { fingerprintOf, maskPath, ordinalKey, severityOf } from '../policy/index.js'
import type { CompiledRule } from '../rules/index.js'
import type { BlobResult } from './blob-scan.js'
import type { Content } from './content.js'
import { excerptOf } from './excerpt.js'
import { lineHashesOf } from './line-hashes.js'
import { type Locate, type LocatedPart, locateParts } from './located-parts.js'
import { judgeOccurrences, linesOf } from './occurrences.js'
import { withoutReportedIds } from './own-report.js'

/** A finding and the lines (1-based, both ends included) that its parts cover, for whoever asks what a change touched. */
export interface PlacedFinding {
  readonly finding: Finding
  readonly lines: readonly { readonly first: number; readonly last: number }[]
}

export interface BlobFindings {
  readonly findings: readonly PlacedFinding[]
  readonly suppressed: readonly Finding[]
}

/** @throws RangeError for an id that is no rule's */
export type RuleOf = (id: string) => CompiledRule

type Values = Readonly<Partial<Record<PartRole, Secret>>>

/**
 * Detections of one blob become findings: with lines and columns, fingerprints (counted before every filter), inline
 * suppressions, redaction. Reads the lines that findings stand on a second time.
 * @throws ContentChanged where the blob can't be read again
 */
export const findingsOf = async (
  blob: Blob,
  detections: readonly Detection[],
  content: Content,
  ruleOf: RuleOf,
): Promise<BlobFindings> => {
  if (detections.length === 0) return { findings: [], suppressed: [] }
  const locate = await locateParts(content, detections)
  const fingerprints = new BlobFingerprints(ruleOf)
  const placed: PlacedFinding[] = []
  for (const detection of detections) {
    const values = secretsOf(detection, ruleOf)
    const fingerprint = fingerprints.next(detection, values)
    placed.push(await placedFinding({ blob, detection, values, fingerprint, content, locate, ruleOf }))
  }
  const hashed = await withLineHashes(placed, content)
  return {
    findings: hashed.filter(({ finding }) => finding.suppressed === null),
    suppressed: hashed.map(({ finding }) => finding).filter(({ suppressed }) => suppressed !== null),
  }
}

/** Findings of a scanned blob, own reports told apart. Call it before the engine's next scan. */
export const blobFindings = async (
  blob: Blob,
  { detections, content }: BlobResult,
  ruleOf: RuleOf,
): Promise<BlobFindings> => findingsOf(blob, await withoutReportedIds(detections, content), content, ruleOf)

interface Ingredients {
  readonly blob: Blob
  readonly detection: Detection
  readonly values: Values
  readonly fingerprint: string
  readonly content: Content
  readonly locate: Locate
  readonly ruleOf: RuleOf
}

const placedFinding = async (from: Ingredients): Promise<PlacedFinding> => {
  const { blob, detection, values, content, locate } = from
  const { ruleId, facts } = detection
  const { shown, suppression } = await judgeOccurrences(detection, locate, content)
  const [[primary, ...others], ...elsewhere] = shown
  const verification = notChecked('not-asked')
  const severity = severityOf({ severity: from.ruleOf(ruleId).severity, facts, verification })
  const path = maskPath(blob.path, Object.values(detection.values))
  const related = [...others, ...elsewhere.flat(), ...detection.also.map(locate)].map((part) =>
    relatedOf(part, path),
  )
  const finding: Finding = {
    ruleId,
    severity,
    confidence: detection.confidence,
    path,
    container: null,
    region: primary.region,
    redacted: String(values[detection.primary]),
    fingerprint: from.fingerprint,
    origin: blob.origin,
    facts,
    related,
    partners: [],
    verification,
    suppressed: suppression,
    remedy: adviceFor({ ruleId, facts, verification }).remedy,
    why: detection.why,
    excerpt: await excerptOf(content, [primary, ...others], values),
    lineHash: '',
    values,
  }
  return { finding, lines: shown.flat().map(linesOf) }
}

const relatedOf = ({ role, region }: LocatedPart, path: string): Related => ({
  role,
  path,
  startLine: region.startLine,
  startColumn: region.startColumn,
  endLine: region.endLine,
  endColumn: region.endColumn,
})

/** Each value with the redacted form that its kind of rule allows; an id that goes with a secret is shown as ids are. */
const secretsOf = ({ ruleId, values, primary }: Detection, ruleOf: RuleOf): Values => {
  const rule = ruleOf(ruleId)
  const partRule = (role: PartRole): CompiledRule => {
    const part = rule.linked?.parts[role]
    return part === undefined || role === primary ? rule : ruleOf(part)
  }
  const entries = Object.entries(values) as [PartRole, string][]
  return Object.fromEntries(
    entries.map(([role, value]) => [
      role,
      new Secret(value, redactedForm(value, partRule(role).strength, partRule(role).prefix)),
    ]),
  )
}

/** Numbers the findings of one blob that are equal but for their place. */
class BlobFingerprints {
  readonly #ruleOf: RuleOf
  readonly #ordinals = new Map<string, number>()

  constructor(ruleOf: RuleOf) {
    this.#ruleOf = ruleOf
  }

  next({ ruleId, occurrences }: Detection, values: Values): string {
    // A session token changes with every session and may be missing: it does not identify the credential.
    const secrets = [values.id, values.secret, ...(values.id || values.secret ? [] : [values.token])].filter(
      (secret) => secret !== undefined,
    )
    const parts = { ruleId, name: occurrences[0].name, secrets, strength: this.#strengthOf(ruleId) }
    const key = ordinalKey(parts)
    const ordinal = this.#ordinals.get(key) ?? 0
    this.#ordinals.set(key, ordinal + 1)
    return fingerprintOf({ ...parts, ordinal })
  }

  #strengthOf(ruleId: string): CompiledRule['strength'] {
    return this.#ruleOf(ruleId).strength
  }
}

const withLineHashes = async (
  placed: readonly PlacedFinding[],
  content: Content,
): Promise<readonly PlacedFinding[]> => {
  const hashes = await lineHashesOf(
    content,
    placed.map(({ finding }) => finding.region.startLine),
  )
  return placed.map(({ finding, lines }) => ({
    lines,
    finding: { ...finding, lineHash: hashes.get(finding.region.startLine) ?? '' },
  }))
}
