import { redactedForm, Secret } from '../../src/model/index.js'
import type { AwsCredential } from '../../src/verify/index.js'
import { accessKeyId, secretAccessKey, sessionToken } from './credentials.js'
import type { KnownCredential } from './sts-judge.js'

export const hidden = (value: string): Secret => new Secret(value, redactedForm(value, 'strong'))

/** The account of every credential that a test's STS knows; ids made from seeds carry other ones near it. */
export const ACCOUNT = '211166660000'

/** A long-term key of an IAM user, as the server knows it. */
export const longTermKey = (seed: string, changes: Partial<KnownCredential> = {}): KnownCredential => ({
  accessKeyId: accessKeyId(seed),
  secretAccessKey: secretAccessKey(seed),
  sessionToken: null,
  state: 'active',
  account: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:user/deploy/${seed}`,
  userId: 'AIDAQRSTUVWXYZEXAMPLE',
  ...changes,
})

/** A temporary key of a role's session. */
export const temporaryKey = (seed: string, changes: Partial<KnownCredential> = {}): KnownCredential =>
  longTermKey(seed, {
    accessKeyId: accessKeyId(seed, 'ASIA'),
    sessionToken: sessionToken(seed),
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/deployer/${seed}`,
    userId: `AROADBQP57FF2AEXAMPLE:${seed}`,
    ...changes,
  })

/** The same credential as a scan would have found it. */
export const found = (known: KnownCredential): AwsCredential => ({
  accessKeyId: known.accessKeyId,
  secretAccessKey: hidden(known.secretAccessKey),
  sessionToken: known.sessionToken === null ? null : hidden(known.sessionToken),
})
