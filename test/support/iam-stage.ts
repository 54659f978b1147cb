import { onTestFinished } from 'vitest'
import { VERSION } from '../../src/model/index.js'
import { createIam, hiddenSecret, type Iam } from '../../src/remote/index.js'
import { accessKeyId, secretAccessKey } from './credentials.js'
import type { AccountKey } from './iam-account.js'
import type { IamServer } from './iam-server.js'
import { longTermKey } from './sts-credentials.js'
import type { KnownCredential } from './sts-judge.js'

/** Written apart from the program: ten bits of each two characters, the account in the middle. */
const accountIn = (id: string): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...id.slice(4)].map((one) => alphabet.indexOf(one).toString(2).padStart(5, '0')).join('')
  return Number.parseInt(bits.slice(1, 41), 2).toString().padStart(12, '0')
}

/** The leaked key, and the account that its id carries. */
export const LEAKED_ID = accessKeyId('leaked')
export const LEAKED_SECRET = secretAccessKey('leaked')
export const LEAKED_ACCOUNT = accountIn(LEAKED_ID)

/** An administrator of the leaked key's account. */
export const admin = longTermKey('admin', {
  account: LEAKED_ACCOUNT,
  arn: `arn:aws:iam::${LEAKED_ACCOUNT}:user/ops/admin`,
})

/** The leaked key as a caller. */
export const leakedCaller = (arn = `arn:aws:iam::${LEAKED_ACCOUNT}:user/ci-deploy`): KnownCredential =>
  longTermKey('leaked', { account: LEAKED_ACCOUNT, arn })

export const DAY_MS = 86_400_000

export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * DAY_MS).toISOString().replace(/\.\d+Z$/, 'Z')

export const keyOf = (id: string, changes: Partial<AccountKey> = {}): AccountKey => ({
  accessKeyId: id,
  status: 'Active',
  createdAt: daysAgo(400.5),
  lastUsed: [daysAgo(5.5), 's3', 'eu-west-1'],
  ...changes,
})

/** The account of the leaked key: its user has it alone. */
export const leakedAccount = (changes: Partial<AccountKey> = {}, others: readonly AccountKey[] = []) => ({
  users: { 'ci-deploy': [keyOf(LEAKED_ID, changes), ...others], admin: [] },
})

/** Asks this server as a key of a test, does not wait between attempts, and ends with the test. */
export const iamAt = (server: IamServer, caller: KnownCredential, timeoutMs = 10_000): Iam => {
  const iam = createIam({
    operator: {
      kind: 'leaked',
      accessKeyId: caller.accessKeyId,
      secretAccessKey: hiddenSecret(caller.secretAccessKey),
    },
    partition: 'aws',
    endpoint: server.endpoint,
    timeoutMs,
    version: VERSION,
    pauseMs: 1,
  })
  onTestFinished(() => iam.close())
  return iam
}
