import {
  type Blob,
  type Detection,
  type Facts,
  type Finding,
  notChecked,
  type Occurrence,
  type PartRole,
  type Region,
  type Related,
  redactedForm,
  Secret,
  type Span,
} from '../model/index.js'
import { pathMask } from '../policy/index.js'
import type { CompiledRule } from '../rules/index.js'
import { allowedRangesOf } from './allow-markers.js'
import { alternativeLinesOf, alternativesOf } from './alternatives.js'
import { BlobFingerprints } from './blob-fingerprints.js'
import type { BlobResult } from './blob-scan.js'
import { consequencesOf } from './consequences.js'
import type { Content } from './content.js'
import { excerptOf } from './excerpt.js'
import { flatText } from './flat-text.js'
import { lineHashesOf } from './line-hashes.js'
import { LineNumbers, type Lines } from './line-numbers.js'
import { type Locate, type LocatedPart, locateParts } from './located-parts.js'
import { type JudgedOccurrences, judgeOccurrences } from './occurrences.js'
import { withoutReportedIds } from './own-report.js'
import { ownFacts, ownReasons, ownValuesOf, strengthOf, withOwnSecretsOnce } from './own-secrets/told.js'

/** A finding and the lines (1-based, both ends included) that its parts cover, for whoever asks what a change touched. */
export interface PlacedFinding {
  readonly finding: Finding
  readonly lines: readonly Lines[]
}

export interface BlobFindings {
  readonly findings: readonly PlacedFinding[]
  readonly suppressed: readonly Finding[]
}

/** @throws RangeError for an id that is no rule's */
export type RuleOf = (id: string) => CompiledRule
export type IsReported = (ruleId: string) => boolean

/** What turns detections into findings beside their blob. */
export interface FindingContext {
  readonly ruleOf: RuleOf
  /** Of the run, epoch milliseconds: what dates in credentials are held against. */
  readonly now: number
  /** All rules are if absent. */
  readonly isReported?: IsReported
}

type Values = Readonly<Partial<Record<PartRole, Secret>>>

const verification = notChecked('not-asked')

/** Findings of a blob that get an excerpt: nobody reads more of them one by one, and each may hold a kilobyte. */
const MOST_EXCERPTS = 1_000
/** Other places that a finding names; the rest is counted. GitHub shows as many. */
const MOST_RELATED = 100

/**
 * Detections of one blob become findings: with lines and columns, fingerprints (counted before every filter), inline
 * suppressions, redaction. Reads the lines that findings stand on a second time.
 * @throws ContentChanged where the blob can't be read again
 */
const findingsOf = async (
  blob: Blob,
  found: readonly Detection[],
  content: Content,
  { ruleOf, now, isReported = () => true }: FindingContext,
): Promise<BlobFindings> => {
  if (found.length === 0) return { findings: [], suppressed: [] }
  const allowed = await allowedRangesOf(content)
  const isTold = (detection: Detection): boolean =>
    isReported(detection.ruleId) && judgeOccurrences(detection, allowed).suppression === null
  const detections = withOwnSecretsOnce(found, blob, isTold)
  const judged = detections.map((detection) => judgeOccurrences(detection, allowed, ownValuesOf(found)))
  const locate = await locateParts(content, judged)
  const shared = {
    blob,
    content,
    ruleOf,
    now,
    locate,
    lineHashes: await lineHashesOf(content, [
      ...primaryLinesOf(judged, locate),
      ...detections.flatMap((detection) => alternativeLinesOf(detection, locate)),
    ]),
    numbers: await LineNumbers.of(content, judged.flatMap(unnamedSpans)),
    maskedPath: pathMask(blob.path),
    maskedNames: blob.member?.container.map(pathMask) ?? null,
  }
  const fingerprints = new BlobFingerprints(ruleOf)
  const placed: PlacedFinding[] = []
  for (const [index, detection] of detections.entries()) {
    const values = secretsOf(detection, ruleOf)
    const fingerprint = fingerprints.next(detection, values)
    const places = judged[index]
    if (places === undefined) continue
    const excerpt = index < MOST_EXCERPTS ? 'shown' : 'left-out'
    placed.push(await placedFinding({ ...shared, detection, values, fingerprint, places, excerpt }))
  }
  return {
    findings: placed.filter(({ finding }) => finding.suppressed === null),
    suppressed: placed.map(({ finding }) => finding).filter(({ suppressed }) => suppressed !== null),
  }
}

/**
 * Findings of a scanned blob, own reports told apart. Call it before the engine's next scan.
 * @param isReported all are if absent; another rule's finding that is not can't stand for an own secret's
 */
export const blobFindings = async (
  blob: Blob,
  { detections, content }: BlobResult,
  context: FindingContext,
): Promise<BlobFindings> => findingsOf(blob, await withoutReportedIds(detections, content), content, context)

interface Ingredients extends FindingContext {
  readonly blob: Blob
  readonly content: Content
  readonly locate: Locate
  readonly lineHashes: ReadonlyMap<number, string>
  readonly numbers: LineNumbers
  readonly maskedPath: ReturnType<typeof pathMask>
  /** Of the members that the content lies in. */
  readonly maskedNames: readonly ReturnType<typeof pathMask>[] | null
  readonly detection: Detection
  readonly values: Values
  readonly fingerprint: string
  readonly places: JudgedOccurrences
  readonly excerpt: 'shown' | 'left-out'
}

const placedFinding = async (from: Ingredients): Promise<PlacedFinding> => {
  const { blob, detection, values, content, locate, places } = from
  const { ruleId } = detection
  const facts = flatFacts({ ...detection.facts, ...ownFacts(detection) })
  const why = [...ownReasons(facts), ...detection.why]
  const [[primary, ...others], ...elsewhere] = locatedPlaces(places, locate)
  const { severity, remedy } = consequencesOf(from.ruleOf(ruleId), { facts, verification, now: from.now })
  const own = Object.values(detection.values)
  const path = from.maskedPath(own)
  const related = [...others, ...elsewhere.flat(), ...places.also.map(locate)]
  const named = related.slice(0, MOST_RELATED)
  const unnamed = related.length - named.length + unnamedSpans(places).length + places.unnamedParts
  const finding: Finding = {
    ruleId,
    severity,
    confidence: detection.confidence,
    path,
    container: from.maskedNames?.map((masked) => masked(own)) ?? null,
    region: regionIn(blob, primary),
    redacted: String(values[detection.primary]),
    fingerprint: from.fingerprint,
    origin: blob.origin,
    facts,
    related: named.map((part) => relatedOf(part, path)),
    partners: [],
    verification,
    suppressed: places.suppression,
    remedy,
    why: unnamed === 0 ? why : [...why, `and ${unnamed} more places`],
    excerpt: from.excerpt === 'shown' ? await excerptOf(content, [primary, ...others], values) : [],
    lineHash: from.lineHashes.get(primary.region.startLine) ?? '',
    assignedName: detection.occurrences[0].name,
    values,
    alternatives: await alternativesOf(detection, { ...from, others, redacted: redactedAs(detection, from) }),
  }
  const shown = [primary, ...others, ...elsewhere.flat()].map(linesOf)
  return { finding, lines: [...shown, ...from.numbers.rangesOf(unnamedSpans(places))] }
}

const unnamedSpans = ({ unnamed }: JudgedOccurrences): readonly Span[] =>
  unnamed.flatMap(({ parts }) => parts.map(({ span }) => span))

/** What a member's bytes stand for in the file is all of its stored data. */
const regionIn = ({ member }: Blob, { region }: LocatedPart): Region =>
  member === undefined ? region : { ...region, startByte: member.stored.start, endByte: member.stored.end }

type LocatedOccurrence = readonly [LocatedPart, ...LocatedPart[]]

const locatedPlaces = (
  { occurrences: [first, ...rest] }: JudgedOccurrences,
  locate: Locate,
): readonly [LocatedOccurrence, ...LocatedOccurrence[]] => {
  const located = ({ parts: [primary, ...others] }: Occurrence): LocatedOccurrence => [
    locate(primary),
    ...others.map(locate),
  ]
  return [located(first), ...rest.map(located)]
}

const linesOf = ({ region }: LocatedPart): Lines => ({ first: region.startLine, last: region.endLine })

/** What a linker states may be cut out of the text around a match. */
const flatFacts = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [key, typeof fact === 'string' ? flatText(fact) : fact]),
  )

const relatedOf = ({ role, region }: LocatedPart, path: string): Related => ({
  role,
  path,
  startLine: region.startLine,
  startColumn: region.startColumn,
  endLine: region.endLine,
  endColumn: region.endColumn,
})

/** Each value with the redacted form that its kind of rule allows; an id that goes with a secret is shown as ids are. */
const secretsOf = (detection: Detection, ruleOf: RuleOf): Values => {
  const { values, primary } = detection
  const whole = ruleOf(detection.ruleId)
  const rule = { ...whole, strength: strengthOf(detection, whole) }
  const partRule = (role: PartRole): CompiledRule => {
    const part = rule.linked?.parts[role]
    return part === undefined || role === primary ? rule : ruleOf(part)
  }
  const entries = Object.entries(values) as [PartRole, string][]
  return Object.fromEntries(entries.map(([role, value]) => [role, secretOf(flatText(value), partRule(role))]))
}

/** As the detection's primary part. */
const redactedAs =
  ({ ruleId }: Detection, { ruleOf }: Ingredients) =>
  (value: string): string => {
    const { strength, prefix } = ruleOf(ruleId)
    return redactedForm(value, strength, prefix)
  }

const secretOf = (value: string, { strength, prefix }: CompiledRule): Secret =>
  new Secret(value, redactedForm(value, strength, prefix))

const primaryLinesOf = (judged: readonly JudgedOccurrences[], locate: Locate): readonly number[] =>
  judged.map(({ occurrences: [{ parts }] }) => locate(parts[0]).region.startLine)
