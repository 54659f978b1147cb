import { adviceFor } from '../aws/index.js'
import type { Facts, RuleDescription, Verification } from '../model/index.js'

/** What to do now, in one or two sentences: for AWS credentials by what is known of this one, else as the rule says. */
export const remedyOf = (
  { id, remedy }: Pick<RuleDescription, 'id' | 'remedy'>,
  facts: Facts,
  verification: Verification,
): string => (id.startsWith('aws-') ? adviceFor({ ruleId: id, facts, verification }).remedy : remedy)
