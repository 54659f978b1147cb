import { type Facts, isAtLeastSeverity, type Severity, type Verification } from '../model/index.js'

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
 * root; what is dead is low and still listed; a canary is there to be found.
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
      return facts.keyKind === 'root' ? 'critical' : severity
  }
}

/** By the date that the credential itself carries (`expires`, ISO 8601); one that can't be read says nothing. */
const hasExpired = ({ expires }: Facts, now: number): boolean =>
  typeof expires === 'string' && Date.parse(expires) <= now
