import { adviceFor } from '../aws/index.js'
import type { Finding } from '../model/index.js'
import { severityOf } from '../policy/index.js'
import { ruleDescriptions } from './builtin-engine.js'

/** Keys of accounts that the user knows to be canaries are reported as those that everybody knows. */
export const withCanaryAccounts = (
  findings: readonly Finding[],
  accounts: readonly string[],
): readonly Finding[] =>
  accounts.length === 0
    ? findings
    : findings.map((finding) =>
        accounts.some((account) => account === finding.facts.accountId)
          ? withConsequences({ ...finding, facts: { ...finding.facts, canary: true } })
          : finding,
      )

/** The severity and the remedy that follow from facts and verification. */
export const withConsequences = (finding: Finding): Finding => {
  const { ruleId, facts, verification } = finding
  const severity = ruleDescriptions().find(({ id }) => id === ruleId)?.severity ?? finding.severity
  return {
    ...finding,
    severity: severityOf({ severity, facts, verification }),
    remedy: adviceFor({ ruleId, facts, verification }).remedy,
  }
}
