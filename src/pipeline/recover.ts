import { type Blob, type Finding, notChecked, ok, type Unread } from '../model/index.js'
import { type YieldParts, yieldOf } from './blob-yield.js'
import { type ReportRoot, reportedPlace } from './reported-place.js'

export interface RecoveryParts extends YieldParts, ReportRoot {
  /** The blob a finding was made from, where this run has seen it; otherwise it is looked up by the finding's path. */
  readonly blobOf?: (finding: Finding) => Blob | null
}

export interface Recovered {
  /** In the order given; one without values is gone, or stands in what could not be read. */
  readonly findings: readonly Finding[]
  /** Each place that could not be looked at, once. */
  readonly unread: readonly Unread[]
}

/** What a place holds now, nothing since it is gone, or why it could not be looked at. */
type Place = Findings | 'gone' | Unread

interface Findings {
  readonly class: 'findings'
  /** By fingerprint; members of an archive may hold the same. */
  readonly byFingerprint: ReadonlyMap<string, readonly Finding[]>
  /** What of an archive could not be looked at. */
  readonly unread: readonly Unread[]
}

/**
 * Findings of an earlier report with their plain values: each blob is read and scanned again, and a finding is the same
 * when its fingerprint is. What is gone keeps `not-found`; what could not be looked at is no all-clear, and is told.
 */
export const recover = async (findings: readonly Finding[], parts: RecoveryParts): Promise<Recovered> => {
  const places = new Map<string, Place>()
  const unread = new Set<Unread>()
  const recovered: Finding[] = []
  for (const finding of findings) {
    const { path, origin } = finding
    // Masked names can look alike: where the blob is known, it is what counts.
    const seen = parts.blobOf?.(finding) ?? null
    const key = JSON.stringify([origin.kind, origin.commit, path, seen?.path, seen?.locator])
    const place = places.get(key) ?? (await placeOf(finding, parts))
    places.set(key, place)
    const found = foundAt(place, finding)
    recovered.push(found)
    if (found.verification.reason === 'not-read') for (const one of unreadIn(place)) unread.add(one)
  }
  return { findings: recovered, unread: [...unread] }
}

const unreadIn = (place: Place): readonly Unread[] => {
  if (place === 'gone') return []
  return place.class === 'unread' ? [place] : place.unread
}

const foundAt = (place: Place, finding: Finding): Finding => {
  if (place === 'gone') {
    const detail = 'There is no such file in the directory that is verified.'
    return { ...finding, verification: { ...notChecked('not-found'), detail } }
  }
  if (place.class === 'unread') return { ...finding, verification: notChecked('not-read') }
  const same = place.byFingerprint.get(finding.fingerprint) ?? []
  // A member that was renamed still holds what it held.
  const found = same.find(({ container }) => isSameMember(container, finding.container)) ?? same[0]
  // What a finding's partners are, one file does not tell.
  if (found !== undefined) return { ...found, partners: finding.partners }
  return { ...finding, verification: notChecked(place.unread.length > 0 ? 'not-read' : 'not-found') }
}

const isSameMember = (a: Finding['container'], b: Finding['container']): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

const placeOf = async (finding: Finding, parts: RecoveryParts): Promise<Place> => {
  const seen = parts.blobOf?.(finding) ?? null
  const at = seen === null ? await reportedPlace(finding, parts) : ok(seen)
  if (!at.ok) return notRecoverable(finding, at.error)
  const told = await yieldOf(at.value, parts)
  if (told.class === 'unread') return isGone(told) ? 'gone' : { ...told, path: finding.path }
  if (told.class === 'skipped') return notRecoverable(finding, `it is skipped now: ${told.reason}`)
  const byFingerprint = new Map<string, Finding[]>()
  for (const found of [...told.findings, ...told.suppressed]) {
    const same = byFingerprint.get(found.fingerprint)
    if (same === undefined) byFingerprint.set(found.fingerprint, [{ ...found, suppressed: null }])
    else same.push({ ...found, suppressed: null })
  }
  return { class: 'findings', byFingerprint, unread: told.unread }
}

/** Not there is an answer, except that a commit or an index entry that is missing says nothing of the secret. */
const isGone = ({ reason }: Unread): boolean => reason === 'vanished'

const notRecoverable = ({ path }: Finding, detail: string): Unread => ({
  class: 'unread',
  path,
  reason: 'not-recoverable',
  detail,
})
