import type { Confidence, Severity } from './severity.js'

/** What a report needs to know of a rule: no pattern, no anchor. */
export interface RuleDescription {
  readonly id: string
  readonly provider: string
  readonly name: string
  /** One or two sentences: what this credential is and what it opens. */
  readonly description: string
  /** What to do about a leak, as plain text; may run over several sentences. */
  readonly remedy: string
  /** The provider's documentation. */
  readonly docs: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** `never`: no baseline may accept a finding of this rule. Findings may be accepted if absent. */
  readonly baseline?: 'never'
}
