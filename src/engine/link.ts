import type { Candidate, Detection, LinkContext, Linker, Occurrence } from '../model/index.js'
import type { RuleSet } from '../rules/index.js'

/** Linkers by the rules whose candidates they take; candidates of other rules stand for themselves. */
export interface LinkPlan {
  readonly linkerOf: ReadonlyMap<string, Linker>
}

export type Linkers = Readonly<Record<string, Linker>>

/** @throws RangeError for a rule that names a linker which is not there */
export const planLinks = (rules: RuleSet, linkers: Linkers): LinkPlan => {
  const linkerOf = new Map<string, Linker>()
  for (const { id, linked } of rules.rules) {
    if (linked === null) continue
    const linker = linkers[linked.linker]
    if (linker === undefined) throw new RangeError(`rule ${id}: no linker is called ${linked.linker}`)
    for (const part of Object.values(linked.parts)) linkerOf.set(part, linker)
  }
  return { linkerOf }
}

/** Candidates of one blob become credentials, in byte order of their primary parts. */
export const link = (
  candidates: readonly Candidate[],
  context: LinkContext,
  plan: LinkPlan,
): readonly Detection[] => {
  if (candidates.length === 0) return []
  const alone: Candidate[] = []
  const groups = new Map<Linker, Candidate[]>()
  for (const candidate of candidates) {
    const linker = plan.linkerOf.get(candidate.ruleId)
    const group = linker === undefined ? alone : (groups.get(linker) ?? [])
    group.push(candidate)
    if (linker !== undefined) groups.set(linker, group)
  }
  const detections = [...alonesOf(alone)]
  for (const [linker, group] of groups) {
    group.sort((a, b) => a.span.start - b.span.start)
    detections.push(...linker(group, context))
  }
  return detections.sort((a, b) => startOf(a) - startOf(b))
}

const startOf = (detection: Detection): number => detection.occurrences[0].parts[0].span.start

/** Candidates without a linker: the same value of the same rule is one detection with several places. */
const alonesOf = (candidates: readonly Candidate[]): readonly Detection[] => {
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
    facts: {},
    why: first.name === '' ? [] : ['assigned to a name that says so'],
  }))
}
