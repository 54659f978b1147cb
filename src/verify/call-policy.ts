import { accountOf, isCanaryAccount } from '../aws/index.js'

/** Whom AWS may be asked about. From the command line or the environment only: a scanned repository has no say in it. */
export interface CallPolicy {
  /** A call with a canary's key alerts its owner. */
  readonly canaries: 'spared' | 'called'
  /** Accounts, 12 digits, whose keys are canaries beside those that are known to be. */
  readonly canaryAccounts: readonly string[]
  /** Accounts, 12 digits; keys of any other, or of none that is known, are not asked about. Null means all. */
  readonly onlyAccounts: readonly string[] | null
}

export const CAREFUL: CallPolicy = { canaries: 'spared', canaryAccounts: [], onlyAccounts: null }

/** The canary account that an id belongs to and that must not be called; null where it may. */
export const sparedAccount = (accessKeyId: string, policy: CallPolicy): string | null => {
  const account = accountOf(accessKeyId)
  if (account === null || policy.canaries === 'called') return null
  return isCanaryAccount(account) || policy.canaryAccounts.includes(account) ? account : null
}
