import type { Facts, Severity, Verification } from '../model/index.js'

export interface SeverityInput {
  /** The rule's own. */
  readonly severity: Severity
  readonly facts: Facts
  readonly verification: Verification
}

/**
 * The one table of severities (README tells it in short), applied after verification. Critical only after proof or for
 * root; what is dead is low and still listed; a canary is there to be found, whether it was called or not. Nothing is
 * above critical: of live keys those of the root user and of administrators (`facts.privileged`) are told first instead
 * (`compareFindings`).
 */
export const severityOf = ({ severity, facts, verification }: SeverityInput): Severity => {
  if (facts.canary === true) return 'info'
  switch (verification.status) {
    case 'active':
    case 'denied-but-valid':
      return 'critical'
    case 'inactive-or-deleted':
    case 'expired':
      return 'low'
    case 'wrong-secret':
    case 'unreachable':
    case 'unknown':
    case 'not-checked':
      return facts.keyKind === 'root' ? 'critical' : severity
  }
}
