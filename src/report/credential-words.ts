import type { Facts, Finding, PartRole, RuleDescription } from '../model/index.js'

/** The words that all formats for people use for the same thing. */

/** What was found, as a title: the rule's name, and that it is the root user's where that is known. */
export const titleOf = (
  { ruleId, facts, verification }: Finding,
  rule: RuleDescription | undefined,
): string => `${rule?.name ?? ruleId}${facts.keyKind === 'root' || verification.root ? ', root user' : ''}`

const KINDS: Readonly<Record<string, string>> = {
  temporary: 'temporary',
  'service-bearer': 'service bearer token',
  'context-specific': 'for one service only',
}

/** How a key that is not of the usual long-term kind differs; the title says it of a root user's. */
export const kindOf = ({ keyKind }: Facts): string | null =>
  typeof keyKind === 'string' && Object.hasOwn(KINDS, keyKind) ? (KINDS[keyKind] ?? null) : null

/** The account that is known to own the credential: what the provider said, else what the id carries. */
export const accountOf = ({ facts, verification }: Finding): string | null =>
  verification.account ?? (typeof facts.accountId === 'string' ? facts.accountId : null)

export const keyIdOf = ({ facts }: Finding): string | null =>
  typeof facts.accessKeyId === 'string' ? facts.accessKeyId : null

export const roleWord = (role: PartRole): string =>
  ({ id: 'its ID', secret: 'its secret', token: 'its token' })[role]
