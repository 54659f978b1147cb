import type { Engine } from '../engine/index.js'
import { type Blob, type Finding, notChecked, ok, type Reader, type Unread } from '../model/index.js'
import { blobFindings, type RuleOf } from './blob-findings.js'
import { scanBlob } from './blob-scan.js'
import { type ReportRoot, reportedPlace } from './reported-place.js'

export interface RecoveryParts extends ReportRoot {
  readonly engine: Engine
  readonly reader: Reader
  readonly ruleOf: RuleOf
  /** The blob a finding was made from, where this run has seen it; otherwise it is looked up by the finding's path. */
  readonly blobOf?: (finding: Finding) => Blob | null
}

export interface Recovered {
  /** In the order given; one without values is gone, or stands in what could not be read. */
  readonly findings: readonly Finding[]
  /** Each place that could not be looked at, once. */
  readonly unread: readonly Unread[]
}

/** What a place holds now: its findings by fingerprint, nothing since it is gone, or why it could not be looked at. */
type Place = ReadonlyMap<string, Finding> | 'gone' | Unread

/**
 * Findings of an earlier report with their plain values: each blob is read and scanned again, and a finding is the same
 * when its fingerprint is. What is gone keeps `not-found`; what could not be looked at is no all-clear, and is told.
 */
export const recover = async (findings: readonly Finding[], parts: RecoveryParts): Promise<Recovered> => {
  const places = new Map<string, Place>()
  const recovered: Finding[] = []
  for (const finding of findings) {
    const { path, origin } = finding
    // Masked names can look alike: where the blob is known, it is what counts.
    const seen = parts.blobOf?.(finding) ?? null
    const key = JSON.stringify([origin.kind, origin.commit, path, seen?.path, seen?.locator])
    const place = places.get(key) ?? (await placeOf(finding, parts))
    places.set(key, place)
    recovered.push(foundAt(place, finding))
  }
  return { findings: recovered, unread: [...places.values()].filter(isUnread) }
}

const isUnread = (place: Place): place is Unread => place !== 'gone' && 'class' in place

const foundAt = (place: Place, finding: Finding): Finding => {
  if (place === 'gone') {
    const detail = 'There is no such file in the directory that is verified.'
    return { ...finding, verification: { ...notChecked('not-found'), detail } }
  }
  if (isUnread(place)) return { ...finding, verification: notChecked('not-read') }
  const found = place.get(finding.fingerprint)
  // What a finding's partners are, one file does not tell.
  return found === undefined
    ? { ...finding, verification: notChecked('not-found') }
    : { ...found, partners: finding.partners }
}

const placeOf = async (finding: Finding, parts: RecoveryParts): Promise<Place> => {
  const seen = parts.blobOf?.(finding) ?? null
  const place = seen === null ? await reportedPlace(finding, parts) : ok(seen)
  if (!place.ok) return notRecoverable(finding, place.error)
  const blob = place.value
  const scanned = await scanBlob(parts.engine, parts.reader, blob, null)
  if (scanned.class === 'unread') return isGone(scanned) ? 'gone' : { ...scanned, path: finding.path }
  if (scanned.class === 'skipped') return notRecoverable(finding, `it is skipped now: ${scanned.reason}`)
  const { findings, suppressed } = await blobFindings(blob, scanned, parts.ruleOf)
  const all = [...findings.map((placed) => placed.finding), ...suppressed]
  return new Map(all.map((found) => [found.fingerprint, { ...found, suppressed: null }]))
}

/** What a blob yields, by fingerprint, with its values; null where it can't be read. Suppressed findings are not among it. */
export const yieldOf = async (
  blob: Blob,
  { engine, reader, ruleOf }: RecoveryParts,
): Promise<ReadonlyMap<string, Finding> | null> => {
  const scanned = await scanBlob(engine, reader, blob, null)
  if (scanned.class !== 'scanned') return null
  const { findings } = await blobFindings(blob, scanned, ruleOf)
  return new Map(findings.map(({ finding }) => [finding.fingerprint, finding]))
}

/** Not there is an answer, except that a commit or an index entry that is missing says nothing of the secret. */
const isGone = ({ reason }: Unread): boolean => reason === 'vanished'

const notRecoverable = ({ path }: Finding, detail: string): Unread => ({
  class: 'unread',
  path,
  reason: 'not-recoverable',
  detail,
})
