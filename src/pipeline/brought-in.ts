import type { Blob, Finding } from '../model/index.js'
import type { Change, LineRange } from '../sources/index.js'
import type { PlacedFinding } from './blob-findings.js'

/** What a blob yields without suppressed findings; null where it could not be read. */
export type YieldOf = (blob: Blob) => Promise<readonly Finding[] | null>

/**
 * The change decides: a finding counts when one of its parts touches an added line, or when the version before does not
 * yield it (its context made it real). Lines of an archive are not those of its members, so of these the version before
 * alone decides. The version before is scanned only if some finding touches no added line; where
 * it can't be read, nothing is held back.
 */
export const broughtInBy = async (
  placed: readonly PlacedFinding[],
  change: Change,
  yieldOf: YieldOf,
): Promise<readonly PlacedFinding[]> => {
  const old = placed.filter(
    ({ finding, lines }) => finding.container !== null || !lines.some((line) => touches(line, change.added)),
  )
  if (old.length === 0 || change.parent === null) return placed
  const before = await yieldOf(change.parent)
  if (before === null) return placed
  const isRepeated = await repetitionOf(before)
  const repeated = new Set(old.filter(({ finding }) => isRepeated(finding)))
  return placed.filter((finding) => !repeated.has(finding))
}

/**
 * A finding stood there before if its fingerprint did, or if all its values were those of one finding: who deletes a
 * secret leaves its id, which is another finding and nothing new.
 */
const repetitionOf = async (before: readonly Finding[]): Promise<(finding: Finding) => boolean> => {
  // Loaded with what makes findings, so it costs a clean hook nothing.
  const { valueDigest } = await import('../policy/index.js')
  const digestsOf = ({ values }: Finding): readonly string[] => Object.values(values).map(valueDigest)
  const fingerprints = new Set(before.map(({ fingerprint }) => fingerprint))
  const known = before.map((finding) => new Set(digestsOf(finding)))
  return (finding) => {
    if (fingerprints.has(finding.fingerprint)) return true
    const digests = digestsOf(finding)
    return known.some((values) => digests.every((digest) => values.has(digest)))
  }
}

const touches = (line: LineRange, added: readonly LineRange[]): boolean =>
  added.some(({ first, last }) => line.first <= last && first <= line.last)
