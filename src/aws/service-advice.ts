import type { Advice } from './advice.js'
import * as keySteps from './advice-steps.js'
import * as serviceSteps from './service-steps.js'

const steps = { ...keySteps, ...serviceSteps }

/** What advice needs to know of a credential; every value may stand in a shell command. */
export interface ServiceSubject {
  readonly ruleId: string
  readonly id: string | null
  /** Of an IAM user that the credential names. */
  readonly userName: string | null
  readonly keyPairId: string | null
  readonly keyKind: 'temporary' | 'other'
  readonly expiry: 'expired' | 'open'
}

/**
 * Advice for the credentials of services that are no access keys; null for any other. Sources: AWS CLI references of
 * iam, appsync, ses and cloudfront; Bedrock user guide, "API keys"; SES and CloudFront developer guides.
 */
export const serviceAdvice = (subject: ServiceSubject): Advice | null => {
  const { ruleId } = subject
  if (subject.expiry === 'expired' && EXPIRING.has(ruleId)) return forExpired(subject)
  switch (ruleId) {
    case 'aws-bedrock-api-key':
      return forBedrockKey(subject)
    case 'aws-bedrock-short-term-api-key':
      return forSigned(
        subject,
        'A short-term Bedrock key works for twelve hours at most and can not be deleted',
      )
    case 'aws-eks-token':
      return forSigned(subject, 'A cluster token works for about fifteen minutes and can not be deleted')
    case 'aws-presigned-url':
      return forSigned(subject, 'A presigned URL can not be deleted by itself')
    case 'aws-ecr-password':
      return forRegistryPassword(subject)
    case 'aws-ses-smtp-password':
      return forSmtpPassword(subject)
    case 'aws-codecommit-password':
      return forServicePassword(subject)
    case 'aws-appsync-api-key':
      return forGraphqlKey()
    case 'aws-cloudfront-private-key':
      return forSigningKey(subject)
    default:
      return null
  }
}

const EXPIRING: ReadonlySet<string> = new Set([
  'aws-bedrock-short-term-api-key',
  'aws-eks-token',
  'aws-presigned-url',
  'aws-ecr-password',
])

const forExpired = ({ id }: ServiceSubject): Advice => ({
  remedy: `It has expired by its own date, so nothing is left to revoke. Find out how it came here, because the next one may come the same way.`,
  steps: [steps.findTheirWay, ...(id === null ? [] : steps.investigate(id)), ...steps.clean],
})

const forBedrockKey = ({ userName }: ServiceSubject): Advice => ({
  remedy: `Switch this Bedrock key${ofUser(userName)} off and delete it, then delete the IAM user that AWS made for it: that user outlives its key. Taking the key out of the file alone leaves it usable.`,
  steps: [
    ...steps.endServicePassword(userName, 'bedrock.amazonaws.com'),
    ...steps.deleteKeyUser(userName),
    ...steps.investigateUser(userName),
    ...steps.clean,
  ],
})

/** What was signed by a key ends with the key or its session, if nothing else ends it before. */
const forSigned = ({ id, keyKind }: ServiceSubject, fact: string): Advice => ({
  remedy:
    keyKind === 'temporary'
      ? `${fact}: unless it ends within minutes, revoke the sessions of the role that signed it${byKey(id)}.`
      : `${fact}: unless it ends within minutes, deactivate the access key that signed it${byKey(id)}.`,
  steps: [
    ...(keyKind === 'temporary' ? steps.endSession(id, null) : steps.endLongTermKey(id, null)),
    ...steps.investigate(id),
    ...steps.clean,
  ],
})

const byKey = (id: string | null): string => (id === null ? '' : ` (${id})`)
const ofUser = (userName: string | null): string => (userName === null ? '' : ` of ${userName}`)

const forRegistryPassword = (_subject: ServiceSubject): Advice => ({
  remedy:
    'A registry password works for twelve hours and can not be deleted: until then revoke the sessions of the role that asked for it, and check what was pushed.',
  steps: [...steps.endSession(null, null), steps.checkImages, ...steps.clean],
})

const forSmtpPassword = ({ id }: ServiceSubject): Advice => ({
  remedy: `An SMTP password ends with the access key that it was derived from${byKey(id)}: deactivate that key now, and make another SMTP user.`,
  steps: [
    ...(id === null ? [steps.findSmtpUser] : []),
    ...steps.endLongTermKey(id, null),
    steps.checkSentMail,
    ...steps.investigate(id),
    ...steps.clean,
  ],
})

const forServicePassword = ({ userName }: ServiceSubject): Advice => ({
  remedy: `Switch this password${ofUser(userName)} off now, or reset it; taking it out of the file alone leaves it usable.`,
  steps: [
    ...steps.endServicePassword(userName, null),
    steps.checkPushes,
    ...steps.investigateUser(userName),
    ...steps.clean,
  ],
})

const forGraphqlKey = (): Advice => ({
  remedy:
    'If this API key is not meant to be public, delete it and let the API know its callers by Cognito, IAM or a Lambda authorizer. If it is, check that the API lets it do no more than anybody may.',
  steps: [...steps.deleteGraphqlKey, ...steps.clean],
})

const forSigningKey = ({ keyPairId }: ServiceSubject): Advice => ({
  remedy: `Sign with a new key pair, then take the public key of this one${byKey(keyPairId)} out of CloudFront: until then whoever has it signs for any content and any time.`,
  steps: [
    ...(keyPairId?.startsWith('APKA') === true
      ? [steps.deleteRootKeyPair(keyPairId)]
      : steps.replaceSigningKey(keyPairId)),
    ...steps.clean,
  ],
})
