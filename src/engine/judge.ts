import type { Check, Confidence } from '../model/index.js'
import { CONFIDENCES } from '../model/index.js'
import type { CompiledRule } from '../rules/index.js'
import { shannonEntropy } from './entropy.js'

export type Judgement =
  | { readonly kind: 'keep'; readonly confidence: Confidence }
  | { readonly kind: 'drop' }
  /** A documented example: counted, never a finding. */
  | { readonly kind: 'example' }

/** Named offline checks that rules may ask for; those of a provider are handed in as values. */
export type Checks = Readonly<Record<string, Check>>

/** @throws RangeError for a rule that asks for a check which is not there */
export const requireChecks = (rules: readonly CompiledRule[], checks: Checks): Checks => {
  for (const { id, checks: asked } of rules)
    for (const { name } of asked)
      if (!Object.hasOwn(checks, name)) throw new RangeError(`rule ${id}: no check is called ${name}`)
  return checks
}

/** Whether a matched value is random enough and passes its rule's checks. */
export const judge = (rule: CompiledRule, value: string, checks: Checks): Judgement => {
  let confidence = rule.confidence
  let dropped = rule.entropy !== null && shannonEntropy(value.slice(rule.prefix.length)) < rule.entropy
  for (const { name, miss } of rule.checks) {
    const verdict = checks[name]?.(value) ?? 'pass'
    if (verdict === 'example') return { kind: 'example' }
    if (verdict === 'pass' || miss === 'ignore') continue
    if (miss === 'drop') dropped = true
    else confidence = lower(confidence)
  }
  return dropped ? { kind: 'drop' } : { kind: 'keep', confidence }
}

const lower = (confidence: Confidence): Confidence =>
  CONFIDENCES[Math.max(0, CONFIDENCES.indexOf(confidence) - 1)] ?? confidence
