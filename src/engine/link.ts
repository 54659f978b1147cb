import type {
  Candidate,
  Detection,
  FactMaker,
  Facts,
  LinkContext,
  Linker,
  Occurrence,
  Span,
} from '../model/index.js'
import type { CompiledRule, RuleSet } from '../rules/index.js'
import { isWithinAny, spanSet } from './span-set.js'

/** Linkers by the rules whose candidates they take; candidates of other rules stand for themselves. */
export interface LinkPlan {
  readonly linkerOf: ReadonlyMap<string, Linker>
  readonly factsOf: ReadonlyMap<string, FactMaker>
  readonly overlapOf: ReadonlyMap<string, CompiledRule['overlap']>
}

export type Linkers = Readonly<Record<string, Linker>>

/** Named makers of facts that rules may ask for; those of a provider are handed in as values. */
export type FactMakers = Readonly<Record<string, FactMaker>>

/** @throws RangeError for a rule that names a linker or a maker of facts which is not there */
export const planLinks = ({ rules }: RuleSet, linkers: Linkers, makers: FactMakers): LinkPlan => {
  const linkerOf = new Map<string, Linker>()
  const factsOf = new Map<string, FactMaker>()
  for (const { id, linked, pattern, facts } of rules) {
    if (facts !== null) {
      if (!Object.hasOwn(makers, facts)) throw new RangeError(`rule ${id}: no facts are called ${facts}`)
      factsOf.set(id, makers[facts] as FactMaker)
    }
    if (linked === null) continue
    const linker = linkers[linked.linker]
    if (linker === undefined) throw new RangeError(`rule ${id}: no linker is called ${linked.linker}`)
    for (const part of Object.values(linked.parts)) linkerOf.set(part, linker)
    if (pattern !== null) linkerOf.set(id, linker)
  }
  return { linkerOf, factsOf, overlapOf: new Map(rules.map(({ id, overlap }) => [id, overlap])) }
}

/** Candidates of one blob become credentials, in byte order of their primary parts. */
export const link = (
  given: readonly Candidate[],
  context: LinkContext,
  plan: LinkPlan,
): readonly Detection[] => {
  if (given.length === 0) return []
  const alone: Candidate[] = []
  const groups = new Map<Linker, Candidate[]>()
  for (const candidate of withoutPieces(given, plan)) {
    const linker = plan.linkerOf.get(candidate.ruleId)
    const group = linker === undefined ? alone : (groups.get(linker) ?? [])
    group.push(candidate)
    if (linker !== undefined) groups.set(linker, group)
  }
  const detections = [...alonesOf(alone, plan)]
  for (const [linker, group] of groups) {
    group.sort((a, b) => a.span.start - b.span.start)
    detections.push(...linker(group, context))
  }
  return withoutTold(detections, plan).sort((a, b) => startOf(a) - startOf(b))
}

const startOf = (detection: Detection): number => detection.occurrences[0].parts[0].span.start

/** Without what stands inside of matches that win: a token's base64 can look like another's, and may hold an id. */
const withoutPieces = (candidates: readonly Candidate[], { overlapOf }: LinkPlan): readonly Candidate[] => {
  const wins = ({ ruleId }: Candidate): boolean => overlapOf.get(ruleId) === 'wins'
  const wholes = outermost(candidates.filter(wins))
  if (wholes.length === 0) return candidates
  const covered = spanSet(wholes.map(({ span }) => span))
  const kept = new Set(wholes)
  return candidates.filter((candidate) =>
    wins(candidate) ? kept.has(candidate) : !isWithinAny(candidate.span, covered),
  )
}

/** What was decoded out of a whole may look like another whole. */
const outermost = (wholes: readonly Candidate[]): readonly Candidate[] => {
  const sorted = wholes.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  let holder: Candidate | null = null
  return sorted.filter((whole) => {
    const isInside = holder !== null && whole.span.end <= holder.span.end && whole.ruleId !== holder.ruleId
    if (!isInside) holder = whole
    return !isInside
  })
}

/** Without what rules that yield found inside of the findings of others. */
const withoutTold = (detections: readonly Detection[], { overlapOf }: LinkPlan): Detection[] => {
  const yields = ({ ruleId }: Detection): boolean => overlapOf.get(ruleId) === 'yields'
  if (!detections.some(yields)) return [...detections]
  const told = spanSet(detections.filter((detection) => !yields(detection)).flatMap(spansOf))
  return detections.flatMap((detection) => {
    if (!yields(detection)) return [detection]
    const [first, ...rest] = detection.occurrences.filter(
      ({ parts: [primary] }) => !isWithinAny(primary.span, told),
    )
    return first === undefined ? [] : [{ ...detection, occurrences: [first, ...rest] }]
  })
}

const spansOf = ({ occurrences, also }: Detection): readonly Span[] =>
  [...occurrences.flatMap(({ parts }) => parts), ...also].map(({ span }) => span)

/** Candidates without a linker: the same value of the same rule is one detection with several places. */
const alonesOf = (candidates: readonly Candidate[], plan: LinkPlan): readonly Detection[] => {
  const byValue = new Map<string, { first: Candidate; occurrences: [Occurrence, ...Occurrence[]] }>()
  for (const candidate of candidates) {
    const { ruleId, role, span, name, value } = candidate
    const occurrence: Occurrence = { parts: [{ role, span }], name }
    const known = byValue.get(`${ruleId} ${value}`)
    if (known) known.occurrences.push(occurrence)
    else byValue.set(`${ruleId} ${value}`, { first: candidate, occurrences: [occurrence] })
  }
  return [...byValue.values()].map(({ first, occurrences }) => ({
    ruleId: first.ruleId,
    values: { [first.role]: first.value },
    primary: first.role,
    occurrences,
    also: [],
    confidence: first.confidence,
    facts: factsOf(first, plan),
    why: ['known by its form'],
  }))
}

const factsOf = ({ ruleId, value, around }: Candidate, plan: LinkPlan): Facts =>
  plan.factsOf.get(ruleId)?.(value, around) ?? {}
