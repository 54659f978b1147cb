import {
  expiryOf,
  type Facts,
  type Finding,
  hasExpired,
  type PartRole,
  type RuleDescription,
} from '../model/index.js'

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

/**
 * Until when a credential works, by the date that it carries itself.
 * @param now null where a report is not to depend on the day it is made
 */
export const expiryWords = (facts: Facts, now: Date | null): string | null => {
  const expiry = expiryOf(facts)
  if (expiry === null) return null
  const time = `${new Date(expiry).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  if (now === null) return `valid until ${time}`
  return hasExpired(facts, now.getTime()) ? `expired on ${time}` : `still valid, until ${time}`
}

/** What of the account's side an id or a token names beside the account. */
export const scopeOf = ({ userName, region, service, keyPairId, generation }: Facts): readonly string[] =>
  [
    typeof userName === 'string' ? `user ${userName}` : null,
    typeof keyPairId === 'string' ? `key pair ${keyPairId}` : null,
    typeof service === 'string' && typeof region === 'string' ? `for ${service} in ${region}` : null,
    typeof service !== 'string' && typeof region === 'string' ? `in ${region}` : null,
    generation === 'old' ? 'an ID of the older form, which names no account' : null,
  ].filter((words) => words !== null)

/** The account that is known to own the credential: what the provider said, else what the id carries. */
export const accountOf = ({ facts, verification }: Finding): string | null =>
  verification.account ?? (typeof facts.accountId === 'string' ? facts.accountId : null)

export const keyIdOf = ({ facts }: Finding): string | null =>
  typeof facts.accessKeyId === 'string' ? facts.accessKeyId : null

export const roleWord = (role: PartRole): string =>
  ({ id: 'its ID', secret: 'its secret', token: 'its token' })[role]
