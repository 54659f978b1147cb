import { step } from './advice-steps.js'

/** The steps for credentials of services, as `advice-steps.ts` has them for access keys. */

const USER = 'USER_NAME'
const CREDENTIAL = 'CREDENTIAL_ID'

/** @param service as IAM calls it; null for all of a user's */
export const endServicePassword = (userName: string | null, service: string | null): readonly string[] => {
  const user = `--user-name ${userName ?? USER}`
  const one = `${user} --service-specific-credential-id ${CREDENTIAL}`
  return [
    step(
      'Find the ID of the credential:',
      `aws iam list-service-specific-credentials ${user}${service === null ? '' : ` --service-name ${service}`}`,
    ),
    step('Switch it off:', `aws iam update-service-specific-credential ${one} --status Inactive`),
    step(
      'When nothing asks for it any more, delete it:',
      `aws iam delete-service-specific-credential ${one}`,
    ),
  ]
}

export const deleteKeyUser = (userName: string | null): readonly string[] => [
  step(
    'See whether someone gave its user access keys:',
    `aws iam list-access-keys --user-name ${userName ?? USER}`,
  ),
  step(
    'If the user was made for this key alone (BedrockAPIKey-...), delete it in the console, or detach its policies and run:',
    `aws iam delete-user --user-name ${userName ?? USER}`,
  ),
]

export const investigateUser = (userName: string | null): readonly string[] => [
  step(
    'See what its user did in the last 90 days, once for each region you use:',
    `aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue=${userName ?? USER}`,
  ),
]

export const findSmtpUser =
  'Find its user name, an access key ID (AKIA and 16 characters), in the mail settings beside it.'

export const checkSentMail = step(
  'Look for mail that you did not send, in each region where you use SES:',
  'aws ses get-send-statistics',
)

export const checkPushes = 'Look at what was pushed to the repositories, or written to the tables, with it.'

export const checkImages =
  'Compare the images that were pushed since then with what you built (digests, not tags).'

export const deleteGraphqlKey: readonly string[] = [
  step('Find the API:', 'aws appsync list-graphql-apis'),
  step('Find the key among its keys:', 'aws appsync list-api-keys --api-id API_ID'),
  step('Delete it:', 'aws appsync delete-api-key --api-id API_ID --id API_KEY_ID'),
]

export const deleteRootKeyPair = (keyPairId: string): string =>
  `Sign in as the root user, and under Security credentials make the CloudFront key pair ${keyPairId} inactive, then delete it; sign with a key group from now on.`

/** The ETag that the last command asks for is in the answer of the one before. */
export const replaceSigningKey = (keyPairId: string | null): readonly string[] => {
  const id = `--id ${keyPairId ?? 'PUBLIC_KEY_ID'}`
  return [
    'Make a new key pair, give CloudFront its public key (Key management, Public keys), add that to the key group and sign with it.',
    step(
      'Find the key groups that trust the old one, and take it out of them:',
      'aws cloudfront list-key-groups',
    ),
    step('See that it is the right one, and note its ETag:', `aws cloudfront get-public-key ${id}`),
    step('Delete it:', `aws cloudfront delete-public-key ${id} --if-match ETAG`),
  ]
}
