import { adviceFor } from '../aws/index.js'
import type { Finding, RuleDescription } from '../model/index.js'
import { severityOf } from '../policy/index.js'

/** How bad a finding is and what to do about it, by its rule, its facts and what its provider said. */
export const consequencesOf = (
  { id, severity, remedy }: Pick<RuleDescription, 'id' | 'severity' | 'remedy'>,
  { facts, verification, now }: Pick<Finding, 'facts' | 'verification'> & { readonly now: number },
): Pick<Finding, 'severity' | 'remedy'> => ({
  severity: severityOf({ severity, facts, verification, now }),
  remedy: adviceFor({ ruleId: id, facts, verification, now })?.remedy ?? remedy,
})
