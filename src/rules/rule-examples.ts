import { err, ok, type Result } from '../model/index.js'
import type { RuleExample } from './compiled-rule.js'
import { renderExample } from './example-template.js'
import type { ReadRuleFile, RuleFault } from './rule-file.js'

/** One example of a rule, ready to be scanned. */
export interface NamedExample extends RuleExample {
  readonly ruleId: string
  readonly kind: 'match' | 'clean'
  /** 0-based, among the examples of its kind. */
  readonly index: number
}

/** Every example of a rule file, made from seeds that are the rule's id, the kind and the index. */
export const examplesOf = ({
  content,
  placeOf,
}: ReadRuleFile): Result<readonly NamedExample[], readonly RuleFault[]> => {
  const examples: NamedExample[] = []
  const faults: RuleFault[] = []
  for (const [ruleIndex, rule] of content.rules.entries()) {
    for (const kind of ['match', 'clean'] as const) {
      for (const [index, template] of rule.examples[kind].entries()) {
        const rendered = renderExample(template, `${rule.id}/${kind}/${index}`, kind)
        if (rendered.ok) examples.push({ ...rendered.value, ruleId: rule.id, kind, index })
        else
          faults.push({
            ...placeOf(['rules', ruleIndex, 'examples', kind, index]),
            problem: `${rule.id}: ${rendered.error}`,
          })
      }
    }
  }
  return faults.length > 0 ? err(faults) : ok(examples)
}
