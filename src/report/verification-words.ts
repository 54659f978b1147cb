import type { Verification, VerificationReason, VerificationStatus } from '../model/index.js'

/** What was learnt by asking, in the order in which it matters to a reader. */
export const ANSWERS = [
  'active',
  'unknown',
  'unreachable',
  'wrong secret',
  'not checked',
  'not active',
  'expired',
  'gone',
] as const
export type Answer = (typeof ANSWERS)[number]

const BY_STATUS: Readonly<Record<VerificationStatus, Answer>> = {
  active: 'active',
  'denied-but-valid': 'active',
  'inactive-or-deleted': 'not active',
  expired: 'expired',
  'wrong-secret': 'wrong secret',
  unreachable: 'unreachable',
  unknown: 'unknown',
  'not-checked': 'not checked',
}

export const answerOf = ({ status, reason }: Verification): Answer =>
  reason === 'not-found' ? 'gone' : BY_STATUS[status]

const BY_REASON: Readonly<Partial<Record<VerificationReason, string>>> = {
  canary: 'a canary key; asking would alert its owner',
  'no-token': 'it works only together with its session token, which was not found',
  'no-secret': 'it can be checked only together with its other half, which was not found',
  'not-verifiable': 'there is no way to check it by itself',
  'not-found': 'it no longer stands there',
  'not-read': 'what it stands in could not be read again',
}

/** Whether there is anything to tell: not where nobody asked. */
export const wasAsked = ({ status, reason }: Verification): boolean =>
  status !== 'not-checked' || (reason !== null && reason !== 'not-asked')

/**
 * What the answer rests on: who the caller is, what the provider said, or why nothing was said.
 * @param provider name of the one who was asked
 */
export const evidenceOf = (verification: Verification, provider: string): string => {
  const { arn, account, detail } = verification
  const caller = arn ?? (verification.status === 'active' && account !== null ? `account ${account}` : null)
  const said = [caller, detail].filter((part) => part !== null)
  return said.length > 0 ? said.join(' · ') : withoutDetail(verification, provider)
}

const withoutDetail = ({ status, reason }: Verification, provider: string): string => {
  const known = reason !== null && Object.hasOwn(BY_REASON, reason) ? BY_REASON[reason] : undefined
  if (known !== undefined) return known
  switch (status) {
    case 'active':
      return `${provider} accepts it`
    case 'denied-but-valid':
      return `${provider} knows it, and refused the call`
    case 'inactive-or-deleted':
      return `${provider} does not know it (deleted, or set inactive)`
    case 'expired':
      return `${provider} says that it has expired`
    case 'wrong-secret':
      return `${provider} knows the key; this is not its secret`
    case 'unreachable':
      return `${provider} could not be reached; ask again later`
    default:
      return `${provider} gave no clear answer${reason === null ? '' : ` (${reason})`}; ask again later`
  }
}
