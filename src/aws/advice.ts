import { type Facts, hasExpired, type Verification } from '../model/index.js'
import { accountOf, type KeyKind, keyKindOf } from './access-key-id.js'
import * as steps from './advice-steps.js'
import { isCanaryAccount } from './canary-accounts.js'
import { serviceAdvice } from './service-advice.js'

export interface AdviceInput {
  readonly ruleId: string
  /** Read: `accessKeyId`, `accountId`, `keyKind`, `canary`, `userName`, `keyPairId`, `expires`; the first suffices. */
  readonly facts: Facts
  readonly verification: Verification
  /** Epoch milliseconds: what `facts.expires` is held against. */
  readonly now: number
}

/** What to do about one credential: first what makes it worthless, then the cleaning up. */
export interface Advice {
  /** One or two plain sentences. */
  readonly remedy: string
  /** In order. A step is one sentence; where a command belongs to it, the command stands alone on a second line. */
  readonly steps: readonly string[]
}

/** The credential as far as advice needs it. All values are safe to stand in a shell command. */
interface Subject {
  readonly id: string | null
  readonly account: string | null
  readonly kind: KeyKind | 'root'
  readonly canary: boolean
  readonly verification: Verification
}

/**
 * Source of all steps: IAM User Guide, "Manage access keys" and "Revoke IAM role temporary security credentials".
 * @returns null for what is no credential of AWS: its rule's own remedy holds
 */
export const adviceFor = ({ ruleId, facts, verification, now }: AdviceInput): Advice | null => {
  if (!ruleId.startsWith('aws-')) return null
  const subject = subjectOf(facts, verification)
  if (subject.canary) return forCanary(subject)
  const ofService = serviceAdvice({
    ruleId,
    id: subject.id,
    userName: matching(facts.userName, /^[\w+=,.@][\w+=,.@-]{0,63}$/),
    keyPairId: matching(facts.keyPairId, /^(?:APKA|K)[A-Z0-9]{11,17}$/),
    keyKind: subject.kind === 'temporary' ? 'temporary' : 'other',
    expiry: hasExpired(facts, now) ? 'expired' : 'open',
  })
  if (ofService !== null) return ofService
  if (subject.kind === 'root') return forRoot(subject)
  switch (verification.status) {
    case 'inactive-or-deleted':
      return forDeadKey(subject)
    case 'expired':
      return forExpired()
  }
  switch (ruleId) {
    case 'aws-access-key-id':
      return forIdAlone(subject)
    case 'aws-secret-access-key':
      return forSecretAlone()
    case 'aws-session-token':
      return forTokenAlone(subject)
    default:
      return forUsableKey(subject)
  }
}

const subjectOf = (facts: Facts, verification: Verification): Subject => {
  // Facts stem from scanned content and replies from a server: only their exact form may enter a command.
  const id = matching(facts.accessKeyId, /^[A-Z0-9]{16,128}$/)
  const account =
    matching(verification.account ?? facts.accountId, /^\d{12}$/) ?? (id === null ? null : accountOf(id))
  const root = verification.root || facts.keyKind === 'root'
  return {
    id,
    account,
    kind: root ? 'root' : kindOf(facts.keyKind, id),
    canary:
      facts.canary === true ||
      verification.reason === 'canary' ||
      (account !== null && isCanaryAccount(account)),
    verification,
  }
}

const matching = (value: unknown, form: RegExp): string | null =>
  typeof value === 'string' && form.test(value) ? value : null

const kindOf = (stated: unknown, id: string | null): KeyKind => {
  switch (stated) {
    case 'long-term':
    case 'temporary':
    case 'service-bearer':
    case 'context-specific':
      return stated
    default:
      return id === null ? 'long-term' : keyKindOf(id)
  }
}

const ofAccount = (subject: Subject): string =>
  subject.account === null ? '' : ` of account ${subject.account}`
const named = (subject: Subject): string => `${subject.id ?? 'this key'}${ofAccount(subject)}`

const forCanary = (subject: Subject): Advice => ({
  remedy: `${capital(named(subject))} is a canary: it was planted to raise an alarm when someone uses it. Don't call AWS with it; ask whoever set it up whether it belongs here.`,
  steps: [steps.askCanaryOwner, steps.allowCanary],
})

const forRoot = (subject: Subject): Advice => ({
  remedy:
    subject.verification.status === 'inactive-or-deleted'
      ? `AWS does not accept this key of the root user${ofAccount(subject)} any more. Check that it is deleted, not only inactive: root keys should not exist.`
      : `Delete the root user's key${ofAccount(subject)} now and don't replace it: it can do everything in the account, and root keys should not exist.`,
  steps: [
    steps.deleteRootKey(subject.id),
    steps.confirmNoRootKey,
    steps.secureRoot,
    ...steps.investigate(subject.id),
    steps.useAnIdentityInstead,
    ...steps.clean,
  ],
})

const forDeadKey = (subject: Subject): Advice => ({
  remedy: `AWS does not accept ${named(subject)} any more: it was deleted or set inactive. Make sure that it can't be switched on again, then remove it from here.`,
  steps: [
    ...steps.deleteIfListed(subject.id, subject.verification.arn),
    ...steps.investigate(subject.id),
    ...steps.clean,
  ],
})

const forExpired = (): Advice => ({
  remedy:
    'These temporary credentials have expired, so nothing is left to revoke. Find out how they came here, because the next ones may come the same way.',
  steps: [steps.findTheirWay, ...steps.clean],
})

const forIdAlone = (subject: Subject): Advice => ({
  remedy: `An access key ID opens nothing without its secret, but ${named(subject)} may have its secret nearby. Look for that, and deactivate the key if anyone can have seen both.`,
  steps: [
    ...steps.findSecretOf(subject.id),
    ...(subject.kind === 'long-term' ? steps.endLongTermKey(subject.id, subject.verification.arn) : []),
    ...steps.clean,
  ],
})

const forSecretAlone = (): Advice => ({
  remedy:
    'Find the access key ID that belongs to this secret and deactivate that key, then take the secret out of the code.',
  steps: [steps.findIdOf, ...steps.endLongTermKey(null, null), ...steps.clean],
})

const forTokenAlone = (subject: Subject): Advice => ({
  remedy:
    'A session token belongs to a temporary key that works for 36 hours at most. If its ID and secret can be found too, revoke the active sessions of the role it came from.',
  steps: [...steps.endSession(subject.id, subject.verification.arn), ...steps.clean],
})

const forUsableKey = (subject: Subject): Advice => {
  const { id, kind, verification } = subject
  switch (kind) {
    case 'temporary':
    case 'service-bearer':
      return {
        remedy: `${capital(named(subject))} is temporary and can't be deleted: revoke the active sessions of the role or user it came from, unless it expires within minutes.`,
        steps: [...steps.endSession(id, verification.arn), ...steps.investigate(id), ...steps.clean],
      }
    case 'context-specific':
      return {
        remedy: `Deactivate ${named(subject)} now, then take it out of the code; removing it from the file alone leaves it usable.`,
        steps: [...steps.endServiceSpecific(id, verification.arn), ...steps.clean],
      }
    default:
      return {
        remedy: longTermRemedy(subject),
        steps: [...steps.endLongTermKey(id, verification.arn), ...steps.investigate(id), ...steps.clean],
      }
  }
}

const longTermRemedy = (subject: Subject): string =>
  subject.verification.status === 'wrong-secret'
    ? `AWS knows ${named(subject)} and it is active, but this secret is not its secret. Find out what the secret opens, and deactivate the key if its own secret may be exposed too.`
    : `Deactivate ${named(subject)} now, then take it out of the code; removing it from the file alone leaves it usable.`

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
