import type { Blob, Detection, Facts, Occurrence, Part, PartRole, Span, Strength } from '../../model/index.js'
import { maskPath } from '../../policy/index.js'
import { type CompiledRule, OWN_SECRET } from '../../rules/index.js'

/**
 * The detections of a blob as they are told, each credential once. An own secret is not told of the file that it is kept
 * in. Where another rule tells of it as well, that one's detection stays, since it knows more of the credential (its id,
 * what to do), and says that it is an own one; it is certain then.
 * @param isTold whether a detection of another rule will be reported: what is allowed or left out tells nobody
 */
export const withOwnSecretsOnce = (
  detections: readonly Detection[],
  blob: Blob,
  isTold: (detection: Detection) => boolean,
): readonly Detection[] => {
  if (!detections.some(isOwn)) return detections
  const others = detections.filter((detection) => !isOwn(detection))
  const told = new Map(others.filter(isTold).map((detection) => [detection, detection]))
  const left = detections.filter((detection) => isOwn(detection) && !isKeptIn(detection, blob))
  const alone = left.flatMap((detection) => aloneOf(detection, told))
  return [...others.map((other) => told.get(other) ?? other), ...alone].sort(
    (a, b) => startOf(a) - startOf(b),
  )
}

const isOwn = ({ ruleId }: Detection): boolean => ruleId === OWN_SECRET

const isKeptIn = ({ own }: Detection, { locator }: Blob): boolean =>
  locator.kind === 'file' && own?.files.includes(locator.path) === true

const startOf = ({ occurrences: [{ parts }] }: Detection): number => parts[0].span.start

/**
 * What is left of an own secret's detection: the places of which no other tells.
 * @param told by what they were at first; those that hold the secret are marked
 */
const aloneOf = (detection: Detection, told: Map<Detection, Detection>): readonly Detection[] => {
  let open: readonly Occurrence[] = detection.occurrences
  for (const [first, other] of told) {
    const covered = open.filter((occurrence) => isCovered(occurrence, first))
    const isSame = holdsValueOf(first, detection)
    if (covered.length === 0 && !isSame) continue
    open = open.filter((occurrence) => !covered.includes(occurrence))
    const also = isSame
      ? open.flatMap(({ parts }) => parts.map((part) => ({ ...part, role: roleOf(first, detection) })))
      : []
    if (isSame) open = []
    told.set(first, marked(other, detection, also))
  }
  const [place, ...rest] = open
  return place === undefined ? [] : [{ ...detection, occurrences: [place, ...rest] }]
}

const marked = (other: Detection, { own }: Detection, also: readonly Part[]): Detection => ({
  ...other,
  confidence: 'high',
  also: [...other.also, ...also],
  ...(own === undefined ? {} : { own: other.own ?? own }),
})

const holdsValueOf = ({ values }: Detection, { values: { secret } }: Detection): boolean =>
  secret !== undefined && (values.secret === secret || values.token === secret)

const roleOf = ({ values }: Detection, own: Detection): PartRole =>
  values.secret === own.values.secret ? 'secret' : 'token'

/** An id beside or in it tells nothing of the secret. */
const isCovered = ({ parts }: Occurrence, other: Detection): boolean =>
  [...other.occurrences.flatMap((occurrence) => occurrence.parts), ...other.also]
    .filter(({ role }) => role !== 'id')
    .some(({ span }) => parts.some((part) => overlap(span, part.span)))

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const ownValuesOf = (detections: readonly Detection[]): readonly string[] =>
  detections.filter(isOwn).flatMap(({ values }) => Object.values(values))

/** `ownSource`: where the person keeps it. Names that look like secrets themselves are masked in it. */
export const ownFacts = ({ own }: Detection): Facts =>
  own === undefined ? {} : { ownSource: maskPath(flat(own.words)) }

const MOST_WORDS = 200

/** Names of profiles, variables and files are foreign text, and go into reports on one line. */
const flat = (words: string): string =>
  words.replace(/[^\p{L}\p{N}\p{M}\p{P}\p{S} ]/gu, '?').slice(0, MOST_WORDS)

export const ownReasons = (facts: Facts): readonly string[] =>
  typeof facts.ownSource === 'string' ? [`it is your own: ${facts.ownSource}`] : []

/** An own secret is as strong as its source says; for all else its rule knows. */
export const strengthOf = ({ own }: Detection, { id, strength }: CompiledRule): Strength =>
  id === OWN_SECRET && own !== undefined ? own.strength : strength
