import type { Blob } from '../model/index.js'
import type { Change, LineRange } from '../sources/index.js'
import type { PlacedFinding } from './blob-findings.js'

/** Fingerprints that a blob yields without suppressions; null where it could not be read. */
export type YieldOf = (blob: Blob) => Promise<ReadonlySet<string> | null>

/**
 * The change decides: a finding counts when one of its parts touches an added line, or when the version before does
 * not yield it (its context made it real). The version before is scanned only if some finding touches no added line;
 * where it can't be read, nothing is held back.
 */
export const broughtInBy = async (
  placed: readonly PlacedFinding[],
  change: Change,
  yieldOf: YieldOf,
): Promise<readonly PlacedFinding[]> => {
  const old = placed.filter(({ lines }) => !lines.some((line) => touches(line, change.added)))
  if (old.length === 0 || change.parent === null) return placed
  const before = await yieldOf(change.parent)
  if (before === null) return placed
  const repeated = new Set(old.filter(({ finding }) => before.has(finding.fingerprint)))
  return placed.filter((finding) => !repeated.has(finding))
}

const touches = (line: LineRange, added: readonly LineRange[]): boolean =>
  added.some(({ first, last }) => line.first <= last && first <= line.last)
