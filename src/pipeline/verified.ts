import { type Finding, VERSION } from '../model/index.js'
import { ruleDescriptions } from './builtin-engine.js'
import { consequencesOf } from './consequences.js'
import type { Progress, VerifyRequest } from './request.js'

/** All questions of a run together; what is left then is `unknown`, reason `budget`. */
const BUDGET_MS = 10 * 60 * 1000

/**
 * The same findings with what their providers say of them, and the severity and the remedy that follow. The verifier
 * and its SDK are loaded here, on first use.
 */
export const verified = async (
  findings: readonly Finding[],
  request: {
    readonly verify: VerifyRequest
    readonly now: number
    readonly onProgress?: ((progress: Progress) => void) | undefined
  },
): Promise<readonly Finding[]> => {
  const { createStsVerifier, verifyFindings } = await import('../verify/index.js')
  const { stsEndpoint, timeoutMs } = request.verify
  const verifier = createStsVerifier({ endpoint: stsEndpoint, timeoutMs, version: VERSION })
  try {
    const answered = await verifyFindings(findings, verifier, {
      budgetMs: BUDGET_MS,
      onProgress: (done, total) =>
        request.onProgress?.({ step: 'verify', files: done, bytes: 0, findings: total }),
    })
    return answered.map((finding) => withConsequences(finding, request.now))
  } finally {
    verifier.close()
  }
}

const withConsequences = (finding: Finding, now: number): Finding => {
  const rule = ruleDescriptions().find(({ id }) => id === finding.ruleId)
  return rule === undefined ? finding : { ...finding, ...consequencesOf(rule, { ...finding, now }) }
}
