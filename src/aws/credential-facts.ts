import type { Facts } from '../model/index.js'
import { accountOf, generationOf, keyKindOf } from './access-key-id.js'
import { isCanaryAccount } from './canary-accounts.js'
import { isExampleAccessKeyId } from './example-credentials.js'

/** The console saves a root user's key as `rootkey.csv`; browsers number a second download (IAM User Guide, "Root user"). */
const ROOT_KEY_FILE = /(?:^|[/\\])rootkey[^/\\]*\.csv$/i

/**
 * What an access key ID and its file say without a network: keys `accessKeyId`, `accountId`, `keyKind`, `generation`,
 * `canary`, and `example` where it is one of the documentation's. How old an id is it does not say: when AWS changed
 * from the old to the new generation is not published.
 */
export const credentialFacts = (id: string, path: string): Facts => {
  const accountId = accountOf(id)
  const kind = keyKindOf(id)
  return {
    accessKeyId: id,
    accountId,
    keyKind: kind === 'long-term' && ROOT_KEY_FILE.test(path) ? 'root' : kind,
    generation: generationOf(id),
    canary: accountId !== null && isCanaryAccount(accountId),
    ...(isExampleAccessKeyId(id) ? { example: true } : {}),
  }
}
