import { type Half, partnersOf } from '../aws/index.js'
import type { Finding } from '../model/index.js'

/**
 * The same findings in the same order; halves of a credential that stand in different files name each other, and are as
 * sure as that makes them. Rule, fingerprint and severity stay what each file alone says.
 */
export const withPartners = (findings: readonly Finding[]): readonly Finding[] => {
  const halves = findings.flatMap((finding) => halfOf(finding) ?? [])
  if (halves.length < 2) return findings
  const partners = partnersOf(halves).values()
  return findings.map((finding) => {
    const found = halfOf(finding) === null ? undefined : partners.next().value
    if (found === undefined || found.why === null) return finding
    return {
      ...finding,
      partners: found.fingerprints,
      why: [...finding.why, found.why],
      confidence: found.certainty === 'likely' ? 'high' : finding.confidence,
    }
  })
}

const halfOf = (finding: Finding): Half | null => {
  const { ruleId, fingerprint, path, container, origin, facts, related, assignedName } = finding
  const whole = [path, ...(container ?? [])].join('/')
  const at = { fingerprint, path: whole, place: `${origin.commit} ${whole}`, name: assignedName }
  const isTemporary = facts.keyKind === 'temporary'
  const value = String(facts.accessKeyId)
  switch (ruleId) {
    case 'aws-access-key-id':
      return { ...at, role: 'id', nameOf: 'id', lacks: isTemporary ? ['secret', 'token'] : ['secret'], value }
    case 'aws-secret-access-key':
      return { ...at, role: 'secret', nameOf: 'secret', lacks: [], value: fingerprint }
    case 'aws-session-token':
      return { ...at, role: 'token', nameOf: 'token', lacks: [], value: fingerprint }
    case 'aws-access-key':
      return isTemporary && !related.some(({ role }) => role === 'token')
        ? { ...at, role: 'id', nameOf: 'secret', lacks: ['token'], value }
        : null
    default:
      return null
  }
}
