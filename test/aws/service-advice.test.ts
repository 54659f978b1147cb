import { describe, expect, it } from 'vitest'
import { type Advice, adviceFor } from '../../src/aws/index.js'
import { type Facts, notChecked } from '../../src/model/index.js'
import { accessKeyId } from '../support/credentials.js'

const id = accessKeyId('advice')
const temporary = accessKeyId('advice', 'ASIA')
const now = Date.parse('2026-03-02T12:00:00Z')

const asked = (ruleId: string, facts: Facts = {}): Advice => {
  const advice = adviceFor({ ruleId, facts, verification: notChecked('not-asked'), now })
  if (advice === null) throw new Error('there is no advice')
  return advice
}

const commands = ({ steps }: Advice): string[] => steps.flatMap((step) => step.split('\n').slice(1))

const REVOKE = expect.stringContaining('AWSRevokeOlderSessions')
const eventsOf = (key: string): string =>
  `aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${key}`

describe('what ends a credential of a service', () => {
  it.each<[string, string, Facts, readonly unknown[]]>([
    [
      'a Bedrock key, and the user that outlives it',
      'aws-bedrock-api-key',
      { userName: 'BedrockAPIKey-x1y2', accountId: '211166660001' },
      [
        'aws iam list-service-specific-credentials --user-name BedrockAPIKey-x1y2 --service-name bedrock.amazonaws.com',
        'aws iam update-service-specific-credential --user-name BedrockAPIKey-x1y2 --service-specific-credential-id CREDENTIAL_ID --status Inactive',
        'aws iam delete-service-specific-credential --user-name BedrockAPIKey-x1y2 --service-specific-credential-id CREDENTIAL_ID',
        'aws iam list-access-keys --user-name BedrockAPIKey-x1y2',
        'aws iam delete-user --user-name BedrockAPIKey-x1y2',
        'aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue=BedrockAPIKey-x1y2',
      ],
    ],
    [
      'a URL signed by a session',
      'aws-presigned-url',
      { accessKeyId: temporary, expires: '2026-03-02T12:10:00Z' },
      [eventsOf(temporary), REVOKE, eventsOf(temporary)],
    ],
    [
      'a URL signed by a key',
      'aws-presigned-url',
      { accessKeyId: id, expires: null },
      [
        `aws iam get-access-key-last-used --access-key-id ${id}`,
        `aws iam update-access-key --user-name USER_NAME --access-key-id ${id} --status Inactive`,
        'aws iam create-access-key --user-name USER_NAME',
        `aws iam delete-access-key --user-name USER_NAME --access-key-id ${id}`,
        eventsOf(id),
      ],
    ],
    ['a registry password', 'aws-ecr-password', {}, [eventsOf('ACCESS_KEY_ID'), REVOKE]],
    [
      'an SMTP password, by its key',
      'aws-ses-smtp-password',
      { accessKeyId: id, keyKind: 'long-term' },
      [
        `aws iam get-access-key-last-used --access-key-id ${id}`,
        `aws iam update-access-key --user-name USER_NAME --access-key-id ${id} --status Inactive`,
        'aws iam create-access-key --user-name USER_NAME',
        `aws iam delete-access-key --user-name USER_NAME --access-key-id ${id}`,
        'aws ses get-send-statistics',
        eventsOf(id),
      ],
    ],
    [
      'a Git password',
      'aws-codecommit-password',
      { userName: 'ci' },
      [
        'aws iam list-service-specific-credentials --user-name ci',
        'aws iam update-service-specific-credential --user-name ci --service-specific-credential-id CREDENTIAL_ID --status Inactive',
        'aws iam delete-service-specific-credential --user-name ci --service-specific-credential-id CREDENTIAL_ID',
        'aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue=ci',
      ],
    ],
    [
      'an AppSync key',
      'aws-appsync-api-key',
      {},
      [
        'aws appsync list-graphql-apis',
        'aws appsync list-api-keys --api-id API_ID',
        'aws appsync delete-api-key --api-id API_ID --id API_KEY_ID',
      ],
    ],
    [
      'a key of a key group',
      'aws-cloudfront-private-key',
      { keyPairId: 'K2JCJMDEHXQW5F' },
      [
        'aws cloudfront list-key-groups',
        'aws cloudfront get-public-key --id K2JCJMDEHXQW5F',
        'aws cloudfront delete-public-key --id K2JCJMDEHXQW5F --if-match ETAG',
      ],
    ],
    ["a root user's key pair", 'aws-cloudfront-private-key', { keyPairId: `APKA${'2'.repeat(16)}` }, []],
  ])('%s', (_what, ruleId, facts, expected) => {
    expect(commands(asked(ruleId, facts))).toEqual(expected)
  })

  it.each(['aws-presigned-url', 'aws-eks-token', 'aws-bedrock-short-term-api-key', 'aws-ecr-password'])(
    'nothing has to be revoked of an expired %s',
    (ruleId) => {
      const facts = { accessKeyId: temporary, expires: '2026-03-02T11:59:00Z' }
      expect(asked(ruleId, facts).remedy).toMatch(/^It has expired/)
      expect(commands(asked(ruleId, facts))).toEqual([eventsOf(temporary)])
    },
  )

  it('a canary is not touched, whatever it is a part of', () => {
    expect(commands(asked('aws-presigned-url', { accessKeyId: id, canary: true }))).toEqual([])
  })

  it('of other providers nothing is known here', () => {
    expect(
      adviceFor({ ruleId: 'amazon-mws-auth-token', facts: {}, verification: notChecked('not-asked'), now }),
    ).toBeNull()
  })

  it.each([
    ['aws-bedrock-api-key', { userName: 'x; rm -rf ~' }],
    ['aws-codecommit-password', { userName: '--profile' }],
    ['aws-cloudfront-private-key', { keyPairId: 'K$(rm -rf ~)' }],
  ])('hostile names of %s never enter a command', (ruleId, facts) => {
    const { remedy, steps } = asked(ruleId, facts)
    expect(`${remedy}${steps.join()}`).not.toMatch(/rm -rf|--user-name --profile/)
  })
})
