import type { Detection, Occurrence, Part, Span, Suppression } from '../model/index.js'
import type { AllowedRanges } from '../policy/index.js'

/** Places of a credential that are named; the others are counted. GitHub shows as many. */
const MOST_PLACES = 100

export interface JudgedOccurrences {
  /** The places that count, in byte order, the first ones: those without a marker, or all where every one is allowed. */
  readonly occurrences: readonly [Occurrence, ...Occurrence[]]
  /** Places that count as well and are not named. */
  readonly unnamed: readonly Occurrence[]
  /** Single parts that stand elsewhere, the first ones, and how many more there are. Alternatives are all among them. */
  readonly also: readonly Part[]
  readonly unnamedParts: number
  /** Set where every place of the credential is allowed. */
  readonly suppression: Suppression | null
}

/**
 * A marker allows the place it covers; a credential is suppressed only when all its places are.
 * @param known other values that are secrets for certain, so that no marker's reason shows one
 */
export const judgeOccurrences = (
  { ruleId, occurrences, also, alternatives = [], values }: Detection,
  allowed: AllowedRanges | null,
  known: readonly string[] = [],
): JudgedOccurrences => {
  const open = allowed === null ? occurrences : occurrences.filter((one) => isOpen(ruleId, one, allowed))
  const [first, ...rest] = open.length > 0 ? open : occurrences
  if (first === undefined) throw new RangeError(`${ruleId}: a detection without a place`)
  const single = [...alternatives.map(({ part }) => part), ...also]
  return {
    occurrences: [first, ...rest.slice(0, MOST_PLACES)],
    unnamed: rest.slice(MOST_PLACES),
    also: single.slice(0, MOST_PLACES),
    unnamedParts: Math.max(0, single.length - MOST_PLACES),
    suppression:
      open.length > 0
        ? null
        : (allowed?.suppressionOf(ruleId, spansOf(first), [...Object.values(values), ...known]) ?? null),
  }
}

const isOpen = (ruleId: string, occurrence: Occurrence, allowed: AllowedRanges): boolean =>
  allowed.markerOf(ruleId, spansOf(occurrence)) === null

const spansOf = ({ parts }: Occurrence): readonly Span[] => parts.map(({ span }) => span)
