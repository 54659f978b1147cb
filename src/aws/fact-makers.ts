import type { FactMaker, Facts } from '../model/index.js'
import { isCanaryAccount } from './canary-accounts.js'
import { bedrockOwner, bedrockQuery, ecrPassword, eksQuery } from './encoded-credentials.js'
import { signedFacts } from './presigned-url.js'
import type { SignedQuery } from './signed-query.js'

/** How far from a password its user or its registry is looked for. */
const LOOK_AROUND = 400

const ofQuery = (query: SignedQuery | null): Facts => (query === null ? {} : signedFacts(query))

const ofAccount = (accountId: string): Facts => ({ accountId, canary: isCanaryAccount(accountId) })

const bedrockFacts: FactMaker = (value) => {
  const owner = bedrockOwner(value)
  return owner === null ? {} : { userName: owner.userName, ...ofAccount(owner.accountId) }
}

/** The registry names its account: the nearest before the password, else the first behind it. */
const REGISTRY =
  /(?<!\d)(?<account>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z]{2}[a-z0-9-]{3,30})\.amazonaws\./g

const ecrFacts: FactMaker = (value, { text, start, end }) => {
  const before = [...text.slice(Math.max(0, start - LOOK_AROUND), start).matchAll(REGISTRY)].at(-1)
  const registry = before ?? [...text.slice(end, end + LOOK_AROUND).matchAll(REGISTRY)][0]
  const { account, region } = registry?.groups ?? {}
  return {
    ...(account === undefined ? {} : ofAccount(account)),
    ...(region === undefined ? {} : { region }),
    expires: ecrPassword(value)?.expires ?? null,
  }
}

/**
 * `name-at-123456789012`, perhaps `+1`, before the password (IAM API reference, ServiceSpecificCredential). IAM allows `=`
 * and `,` in names as well; here they end one, since what stands before them may be a value that nobody may see.
 */
const USER_AT = /(?<![\w+.@-])(?<user>[\w+.@-]{1,64})-at-(?<account>\d{12})(?:\+\d{1,3})?[^\w+]/g

const codeCommitFacts: FactMaker = (_value, { text, start }) => {
  const users = [...text.slice(Math.max(0, start - LOOK_AROUND), start).matchAll(USER_AT)]
  const { user, account } = users.at(-1)?.groups ?? {}
  return user === undefined || account === undefined ? {} : { userName: user, ...ofAccount(account) }
}

export const awsFacts: Readonly<Record<string, FactMaker>> = {
  'aws-bedrock-api-key': bedrockFacts,
  'aws-bedrock-short-term-api-key': (value) => ofQuery(bedrockQuery(value)),
  'aws-eks-token': (value) => ofQuery(eksQuery(value)),
  'aws-ecr-password': ecrFacts,
  'aws-codecommit-password': codeCommitFacts,
}
