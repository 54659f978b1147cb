import { awsChecks, awsFacts, linkAwsCredentials } from '../aws/index.js'
import { createEngine, type Engine } from '../engine/index.js'
import { createKernel } from '../kernel/index.js'
import type { OwnSecret, RuleDescription } from '../model/index.js'
import type { CompiledRule, RuleSet } from '../rules/index.js'
import { ownSecretLinker } from './own-secrets/linker.js'
import { allRules } from './run-rules.js'

/** The largest chunk that is scanned at once; most files fit whole. */
const MEMORY_BYTES = 4 << 20

/**
 * What a rule set needs to run: checks and linkers of all providers, and the kernel.
 * @param own what the rule for own secrets was made of, where it is one of them
 */
export const engineFor = (rules: RuleSet, own: readonly OwnSecret[] = []): Engine =>
  createEngine({
    rules,
    checks: awsChecks,
    facts: awsFacts,
    linkers: { 'aws-credential': linkAwsCredentials, 'own-secret': ownSecretLinker(own) },
    kernel: createKernel,
    memoryBytes: MEMORY_BYTES,
  })

export const ruleDescriptions = (): readonly RuleDescription[] => describeRules(allRules)

export const describeRules = ({ rules }: RuleSet): readonly RuleDescription[] =>
  rules
    .map(
      ({ id, provider, name, description, remedy, docs, severity, confidence, baseline }: CompiledRule) => ({
        id,
        provider,
        name,
        description,
        remedy,
        docs,
        severity,
        confidence,
        ...(baseline === undefined ? {} : { baseline }),
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))

/** @returns a look-up that throws RangeError for an id that is no rule's */
export const ruleFinder = ({ rules }: RuleSet): ((id: string) => CompiledRule) => {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return (id) => {
    const rule = byId.get(id)
    if (rule === undefined) throw new RangeError(`no rule is called ${id}`)
    return rule
  }
}
