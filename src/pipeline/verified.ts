import { identityFacts, identityRemarks } from '../aws/index.js'
import { type Finding, VERSION } from '../model/index.js'
import type { CallPolicy } from '../verify/index.js'
import { withConsequences } from './known-canaries.js'
import type { Progress, VerifyRequest } from './request.js'

/**
 * The same findings with what their providers say of them, and the severity and the remedy that follow. The verifier
 * and its SDK are loaded here, on first use.
 */
export const verified = async (
  findings: readonly Finding[],
  request: {
    readonly verify: VerifyRequest
    readonly now: number
    readonly canaryAccounts?: readonly string[] | undefined
    readonly onProgress?: ((progress: Progress) => void) | undefined
  },
): Promise<readonly Finding[]> => {
  const { createStsVerifier, parseProxy, partitionsNamed, verifyFindings } = await import(
    '../verify/index.js'
  )
  const { stsEndpoint, timeoutMs, budgetMs, partitions, proxy, canaries, onlyAccounts } = request.verify
  const policy: CallPolicy = { canaries, onlyAccounts, canaryAccounts: request.canaryAccounts ?? [] }
  const through = proxy === null ? null : parseProxy(proxy.url, proxy.exceptions)
  const verifier = createStsVerifier({
    endpoint: stsEndpoint,
    timeoutMs,
    version: VERSION,
    policy,
    // What is wrong with it was told before anything was scanned.
    proxy: through?.ok ? through.value : null,
    ...(stsEndpoint === null ? { partitions: partitionsNamed(partitions) } : {}),
  })
  try {
    const answered = await verifyFindings(findings, verifier, {
      budgetMs,
      policy,
      onProgress: (done, total) =>
        request.onProgress?.({ step: 'verify', files: done, bytes: 0, findings: total }),
    })
    return answered.map(withIdentity).map((finding) => withConsequences(finding, request.now))
  } finally {
    verifier.close()
  }
}

/** What the caller's name says, as facts and in words. */
const withIdentity = (finding: Finding): Finding => {
  const { verification } = finding
  const facts = identityFacts(verification.arn)
  const said = [verification.detail, ...identityRemarks(facts)].filter((part) => part !== null)
  return {
    ...finding,
    facts: { ...finding.facts, ...facts },
    verification: { ...verification, detail: said.length === 0 ? null : said.join(' ') },
  }
}
