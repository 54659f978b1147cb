import { describe, expect, it } from 'vitest'
import { type Advice, type AdviceInput, adviceFor, credentialFacts } from '../../src/aws/index.js'
import { notChecked, type Verification } from '../../src/model/index.js'
import { accessKeyId } from '../support/credentials.js'

const id = accessKeyId('advice')
const temporaryId = accessKeyId('advice', 'ASIA')
const account = '211166660000'
const unasked = notChecked('not-asked')
const verified = (verification: Partial<Verification>): Verification => ({
  ...unasked,
  reason: null,
  ...verification,
})

const now = Date.parse('2026-03-02T12:00:00Z')

const asked = (input: Partial<AdviceInput>): Advice => {
  const advice = adviceFor({
    ruleId: 'aws-access-key',
    facts: credentialFacts(id, '.env'),
    verification: unasked,
    now,
    ...input,
  })
  if (advice === null) throw new Error('there is no advice')
  return advice
}

/** The commands of all steps, in order. */
const commands = (steps: readonly string[]): string[] => steps.flatMap((step) => step.split('\n').slice(1))

describe('adviceFor a long-term key', () => {
  it('ends the key first and cleans up last', () => {
    const { remedy, steps } = asked({})
    expect(remedy).toMatch(new RegExp(`^Deactivate ${id} of account 21116666\\d{4} now`))
    expect(commands(steps)).toEqual([
      `aws iam get-access-key-last-used --access-key-id ${id}`,
      `aws iam update-access-key --user-name USER_NAME --access-key-id ${id} --status Inactive`,
      'aws iam create-access-key --user-name USER_NAME',
      `aws iam delete-access-key --user-name USER_NAME --access-key-id ${id}`,
      `aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${id}`,
    ])
    expect(steps.at(-1)).toContain('rewrite the history')
  })

  it('fills in the user that AWS named, path left out', () => {
    const verification = verified({
      status: 'active',
      account,
      arn: `arn:aws:iam::${account}:user/ops/ci+deploy@x`,
    })
    expect(commands(asked({ verification }).steps)[1]).toBe(
      `aws iam update-access-key --user-name ci+deploy@x --access-key-id ${id} --status Inactive`,
    )
  })

  it.each([
    ['arn:aws-us-gov', '--region us-gov-west-1'],
    ['arn:aws-cn', '--region cn-north-1'],
  ])('names a region for %s', (partition, option) => {
    const verification = verified({ status: 'active', account, arn: `${partition}:iam::${account}:user/ci` })
    const [lastUsed = '', update = '', create = '', remove = ''] = commands(asked({ verification }).steps)
    for (const command of [lastUsed, update, create, remove]) expect(command).toContain(option)
  })

  it('says of a wrong secret that the key is real', () => {
    const { remedy } = asked({ verification: verified({ status: 'wrong-secret' }) })
    expect(remedy).toContain(`AWS knows ${id}`)
  })

  it('says of a dead key that nothing needs to be revoked', () => {
    const { remedy, steps } = asked({ verification: verified({ status: 'inactive-or-deleted' }) })
    expect(remedy).toContain('does not accept')
    expect(commands(steps)).not.toContainEqual(expect.stringContaining('update-access-key'))
  })
})

describe('adviceFor the root user', () => {
  it.each([
    ['by the file', { facts: credentialFacts(id, 'Downloads/rootkey.csv') }],
    [
      'by AWS',
      {
        verification: verified({
          status: 'active',
          root: true,
          account,
          arn: `arn:aws:iam::${account}:root`,
        }),
      },
    ],
  ])('deletes and never rotates, known %s', (_situation, input) => {
    const { remedy, steps } = asked(input)
    expect(remedy).toMatch(/^Delete the root user's key of account 21116666\d{4} now and don't replace it/)
    expect(commands(steps)[0]).toBe(`aws iam delete-access-key --access-key-id ${id}`)
    expect(steps.join()).not.toContain('create-access-key')
    expect(steps.join()).toContain('MFA')
  })
})

describe('adviceFor a temporary key', () => {
  const facts = credentialFacts(temporaryId, '.env')

  it('revokes the sessions of the role that AWS named', () => {
    const arn = `arn:aws:sts::${account}:assumed-role/deployer/session-1`
    const { remedy, steps } = asked({ facts, verification: verified({ status: 'active', account, arn }) })
    expect(remedy).toContain("can't be deleted")
    expect(commands(steps)[0]).toMatch(
      /^aws iam put-role-policy --role-name deployer --policy-name AWSRevokeOlderSessions /,
    )
    const policy: unknown = JSON.parse(commands(steps)[0]?.match(/'(.*)'$/)?.[1] ?? '')
    expect(policy).toMatchObject({
      Statement: [
        { Effect: 'Deny', Action: '*', Condition: { DateLessThan: { 'aws:TokenIssueTime': 'NOW' } } },
      ],
    })
  })

  it('finds the role first where it is not known', () => {
    expect(commands(asked({ facts }).steps)[0]).toBe(
      `aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${temporaryId}`,
    )
  })

  it('sends Identity Center roles to Identity Center', () => {
    const arn = `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/ada`
    const { steps } = asked({ facts, verification: verified({ status: 'active', account, arn }) })
    expect(steps[0]).toContain('IAM Identity Center')
    expect(steps.join()).not.toContain('put-role-policy')
  })

  it('revokes nothing that has expired', () => {
    const { remedy, steps } = asked({ facts, verification: verified({ status: 'expired' }) })
    expect(remedy).toContain('have expired')
    expect(commands(steps)).toEqual([])
  })
})

describe('adviceFor other credentials', () => {
  it('looks for the secret of an id alone', () => {
    const { remedy, steps } = asked({ ruleId: 'aws-access-key-id' })
    expect(remedy).toContain(`opens nothing without its secret, but ${id} of account`)
    expect(commands(steps)[0]).toBe(`git log --all --oneline -S ${id}`)
  })

  it('looks for the id of a secret alone', () => {
    const { remedy, steps } = asked({ ruleId: 'aws-secret-access-key', facts: {} })
    expect(remedy).toContain('Find the access key ID')
    expect(commands(steps)[1]).toBe(
      'aws iam update-access-key --user-name USER_NAME --access-key-id ACCESS_KEY_ID --status Inactive',
    )
  })

  it('revokes the session of a token alone', () => {
    const { remedy } = asked({ ruleId: 'aws-session-token', facts: {} })
    expect(remedy).toContain('36 hours')
  })

  it('switches a service-specific credential off by its own commands', () => {
    const bearer = accessKeyId('advice', 'ACCA')
    expect(commands(asked({ facts: credentialFacts(bearer, 'x') }).steps)[1]).toBe(
      `aws iam update-service-specific-credential --user-name USER_NAME --service-specific-credential-id ${bearer} --status Inactive`,
    )
  })

  it.each([
    ['by its account', { facts: { accessKeyId: `AKIA${'YVP4CIPPERUVIFXG'}` } }],
    ['by the facts', { facts: { canary: true } }],
    ['by the verification', { verification: notChecked('canary') }],
  ])('warns of using a canary, known %s', (_situation, input) => {
    const { remedy, steps } = asked(input)
    expect(remedy).toContain("Don't call AWS with it")
    expect(commands(steps)).toEqual([])
  })
})

describe('hostile values', () => {
  it.each([
    ['an id', { facts: { accessKeyId: 'AKIA; rm -rf ~ #' } }],
    ['an account', { facts: { accessKeyId: id, accountId: '1; rm -rf ~' } }],
    [
      'an ARN',
      {
        verification: verified({
          status: 'active',
          arn: `arn:aws:iam::${account}:user/$(rm -rf ~)`,
          account: '; rm -rf ~',
        }),
      },
    ],
  ])('never enter a command: %s', (_situation, input) => {
    const { remedy, steps } = asked(input)
    expect(`${remedy}\n${steps.join('\n')}`).not.toContain('rm -rf')
  })
})
