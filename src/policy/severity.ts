import {
  type Facts,
  hasExpired,
  isAtLeastSeverity,
  type Severity,
  type Verification,
} from '../model/index.js'

export interface SeverityInput {
  /** The rule's own. */
  readonly severity: Severity
  readonly facts: Facts
  readonly verification: Verification
  /** Epoch milliseconds: what `facts.expires` is held against. */
  readonly now: number
}

/**
 * The one table of severities (README tells it in short), applied after verification. Critical only after proof or for
 * root; what is dead is low and still listed; a canary is there to be found, whether it was called or not. Half of a
 * credential is high where it is the person's own: its other half is theirs, too. Nothing is above critical: of live keys
 * those of the root user and of administrators (`facts.privileged`) are told first instead (`compareFindings`).
 */
export const severityOf = ({ severity, facts, verification, now }: SeverityInput): Severity => {
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
      if (hasExpired(facts, now)) return isAtLeastSeverity(severity, 'low') ? 'low' : severity
      return facts.keyKind === 'root' ? 'critical' : ofUnproven(severity, facts)
  }
}

const ofUnproven = (severity: Severity, { ownSource }: Facts): Severity =>
  ownSource === undefined || isAtLeastSeverity(severity, 'high') ? severity : 'high'
