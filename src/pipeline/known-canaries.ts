import type { Finding } from '../model/index.js'
import { ruleDescriptions } from './builtin-engine.js'
import { consequencesOf } from './consequences.js'

/** Keys of accounts that the user knows to be canaries are reported as those that everybody knows. */
export const withCanaryAccounts = (
  findings: readonly Finding[],
  accounts: readonly string[],
  now: number,
): readonly Finding[] =>
  accounts.length === 0
    ? findings
    : findings.map((finding) =>
        accounts.some((account) => account === finding.facts.accountId)
          ? withConsequences({ ...finding, facts: { ...finding.facts, canary: true } }, now)
          : finding,
      )

/** The severity and the remedy that follow from facts and verification. */
export const withConsequences = (finding: Finding, now: number): Finding => {
  const rule = ruleDescriptions().find(({ id }) => id === finding.ruleId)
  return rule === undefined ? finding : { ...finding, ...consequencesOf(rule, { ...finding, now }) }
}
