import {
  accountOf,
  isCanaryAccount,
  isExampleAccessKeyId,
  isExampleSecretAccessKey,
  isExampleSessionToken,
  keyKindOf,
} from '../aws/index.js'
import { notChecked, type Verification } from '../model/index.js'
import { plainCredential } from './plain-credential.js'
import type { AwsCredential } from './verifier.js'

/** Why AWS must not be asked about a credential; null where it may be. Decided offline. */
export const refusalOf = (credential: AwsCredential): Verification | null => {
  const { accessKeyId, secretAccessKey, sessionToken } = plainCredential(credential)
  const account = accountOf(accessKeyId)
  if (account !== null && isCanaryAccount(account))
    return {
      ...notChecked('canary'),
      account,
      detail: `Canary key of account ${account}: calling AWS with it would alert its owner.`,
    }
  if (
    isExampleAccessKeyId(accessKeyId) ||
    isExampleSecretAccessKey(secretAccessKey) ||
    (sessionToken !== undefined && isExampleSessionToken(sessionToken))
  )
    return { ...notChecked('not-verifiable'), detail: 'A value from public documentation.' }
  // Without its token AWS answers as for a deleted key, which would be a wrong all-clear.
  if (keyKindOf(accessKeyId) === 'temporary' && sessionToken === undefined)
    return {
      ...notChecked('no-token'),
      detail: 'A temporary key can be checked only together with its session token.',
    }
  return null
}
