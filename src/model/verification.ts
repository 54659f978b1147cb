/** What asking the provider said of a credential. */
export const VERIFICATION_STATUSES = [
  'active',
  'denied-but-valid',
  'inactive-or-deleted',
  'expired',
  'wrong-secret',
  'unreachable',
  'unknown',
  'not-checked',
] as const
export type VerificationStatus = (typeof VERIFICATION_STATUSES)[number]

/** Why a status is what it is, where the status alone does not say. */
export type VerificationReason =
  | 'not-asked'
  /** The credential no longer stands where a report says. */
  | 'not-found'
  /** What it stands in could not be read again. */
  | 'not-read'
  | 'canary'
  | 'no-token'
  /** Not one of the accounts whose keys may be asked about. */
  | 'other-account'
  /** One partition does not know the key, and the others could not be asked. */
  | 'other-partition'
  | 'no-secret'
  | 'not-verifiable'
  | 'clock-skew'
  | 'throttled'
  | 'malformed-token'
  | 'proxy-answer'
  | 'service-error'
  | 'timeout'
  | 'network'
  | 'budget'

export interface Verification {
  readonly status: VerificationStatus
  readonly reason: VerificationReason | null
  /** 12 digits. */
  readonly account: string | null
  readonly arn: string | null
  readonly userId: string | null
  /** True where the caller identity is the account's root user. */
  readonly root: boolean
  /** One plain sentence for people: the provider's error code, what was tried. Never a secret. */
  readonly detail: string | null
}

export const notChecked = (reason: VerificationReason): Verification => ({
  status: 'not-checked',
  reason,
  account: null,
  arn: null,
  userId: null,
  root: false,
  detail: null,
})
