import {
  accountOf,
  isExampleAccessKeyId,
  isExampleSecretAccessKey,
  isExampleSessionToken,
  keyKindOf,
} from '../aws/index.js'
import { notChecked, type Verification } from '../model/index.js'
import { type CallPolicy, sparedAccount } from './call-policy.js'
import { plainCredential } from './plain-credential.js'
import type { AwsCredential } from './verifier.js'

/** Why AWS must not be asked about a credential; null where it may be. Decided offline. */
export const refusalOf = (credential: AwsCredential, policy: CallPolicy): Verification | null => {
  const { accessKeyId, secretAccessKey, sessionToken } = plainCredential(credential)
  const refused = refusedForItsId(accessKeyId, policy)
  if (refused !== null) return refused
  if (
    isExampleSecretAccessKey(secretAccessKey) ||
    (sessionToken !== undefined && isExampleSessionToken(sessionToken))
  )
    return example
  // Without its token AWS answers as for a deleted key, which would be a wrong all-clear.
  if (keyKindOf(accessKeyId) === 'temporary' && sessionToken === undefined)
    return {
      ...notChecked('no-token'),
      detail: 'A temporary key can be checked only together with its session token.',
    }
  return null
}

const example: Verification = {
  ...notChecked('not-verifiable'),
  detail: 'A value from public documentation.',
}

const refusedForItsId = (accessKeyId: string, policy: CallPolicy): Verification | null => {
  const canary = sparedAccount(accessKeyId, policy)
  if (canary !== null)
    return {
      ...notChecked('canary'),
      account: canary,
      detail: `Canary key of account ${canary}: calling AWS with it would alert its owner.`,
    }
  if (isExampleAccessKeyId(accessKeyId)) return example
  const account = accountOf(accessKeyId)
  if (policy.onlyAccounts === null || (account !== null && policy.onlyAccounts.includes(account))) return null
  return {
    ...notChecked('other-account'),
    account,
    detail:
      account === null
        ? 'Its ID does not tell its account, and only keys of the accounts given are asked about (--verify-accounts).'
        : `Account ${account} is not among those that are asked about (--verify-accounts).`,
  }
}
