import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { type IamServerOptions, serveIam, writesOf } from '../support/iam-server.js'
import {
  admin,
  keyOf,
  LEAKED_ACCOUNT,
  LEAKED_ID,
  LEAKED_SECRET,
  leakedAccount,
  leakedCaller,
} from '../support/iam-stage.js'
import { longTermKey } from '../support/sts-credentials.js'
import { error, times } from '../support/sts-stage.js'
import { aws, emptyHome, environmentOf } from './operator.js'

const serve = (options: IamServerOptions = {}) =>
  serveIam({ callers: [admin, leakedCaller()], account: leakedAccount(), ...options })

const canary = `AKIA${'QYLPMN5H'}${'A'.repeat(8)}`

describe('aws deactivate', () => {
  it('shows who acts and whose key it is, switches it off, and says so', async () => {
    const server = await serve()
    const { code, out, err } = await aws(server, ['deactivate', LEAKED_ID, '--yes'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(`Key        ${LEAKED_ID}, active, made 20`)
    expect(out).toContain(`Belongs to user ci-deploy, account ${LEAKED_ACCOUNT}\n`)
    expect(out).toMatch(/\nLast used {2}20\d\d-\d\d-\d\d \d\d:\d\d UTC \(5 days ago\), s3 in eu-west-1\n/)
    expect(out).toContain(`\nActing as  ${admin.arn} (your credentials)\n`)
    expect(out).toContain('\nDone       The key is inactive, and AWS lists it so.\n')
    expect(out).toContain(`\nNext       keysieve aws rotate ${LEAKED_ID} --step delete`)
    expect(server.users()['ci-deploy']).toMatchObject([{ status: 'Inactive' }])
    expect(server.calls.every((call) => call.accessKeyId === admin.accessKeyId)).toBe(true)
  })

  it('reads everything and writes nothing with --dry-run', async () => {
    const server = await serve()
    const { code, out } = await aws(server, ['deactivate', LEAKED_ID, '--dry-run', '--yes'])
    expect(code).toBe(0)
    expect(out).toContain('Would set the key inactive (iam:UpdateAccessKey). Nothing was changed.')
    expect(server.actions()).toEqual(['GetCallerIdentity', 'GetAccessKeyLastUsed', 'ListAccessKeys'])
  })

  it('asks nobody anything where there is no terminal to confirm on', async () => {
    const server = await serve()
    const { code, out, err } = await aws(server, ['deactivate', LEAKED_ID])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/no terminal to confirm this on\.\n {2}Add --yes .* --dry-run .*\(exit 2\)/)
    expect(server.calls).toEqual([])
  })

  it('has nothing to do for a key that is inactive already', async () => {
    const server = await serve({ account: leakedAccount({ status: 'Inactive' }) })
    const { code, out } = await aws(server, ['deactivate', LEAKED_ID, '--yes'])
    expect(code).toBe(0)
    expect(out).toContain('The key is inactive already. Nothing was changed.')
    expect(writesOf(server)).toEqual([])
  })
})

describe('aws deactivate refuses, before any question to AWS,', () => {
  it.each<[string, string, RegExp]>([
    ['a temporary key', accessKeyId('leaked', 'ASIA'), /no way to deactivate it[\s\S]*Revoke sessions/],
    ['a canary', canary, /canary key, of account 052310077262[\s\S]*--canary-too/],
    ['a documentation value', 'AKIAIOSFODNN7EXAMPLE', /public documentation/],
    ['a user', `AIDA${LEAKED_ID.slice(4)}A`, /names something in AWS and is no access key/],
    ['a service credential', accessKeyId('leaked', 'ACCA'), /update-service-specific-credential/],
    ['something else', 'deploy', /not an access key ID/],
  ])('%s', async (_what, id, message) => {
    const server = await serve()
    const { code, out, err } = await aws(server, ['deactivate', id, '--yes'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(server.calls).toEqual([])
  })

  it('a secret on the command line, without repeating it', async () => {
    const server = await serve()
    for (const args of [[LEAKED_SECRET], [LEAKED_ID, LEAKED_SECRET]]) {
      const { code, out, err } = await aws(server, ['deactivate', ...args, '--with-leaked', '--yes'])
      expect(code).toBe(2)
      expect(out + err).not.toContain(LEAKED_SECRET)
    }
    expect(server.calls).toEqual([])
  })

  it.each([
    ['http://iam.example.com', 'the endpoint must use https'],
    ['iam', 'the endpoint must be a URL like https://iam.amazonaws.com.'],
  ])('an endpoint such as %s', async (endpoint, problem) => {
    const { code, err } = await aws({ ...(await serve()), endpoint }, ['deactivate', LEAKED_ID, '--yes'])
    expect(code).toBe(2)
    expect(err).toContain(`keysieve: --iam-endpoint: ${problem}`)
  })
})

it('a canary is asked about when the user says so', async () => {
  const server = await serve()
  const { err } = await aws(server, ['deactivate', canary, '--yes', '--canary-too'])
  expect(err).toMatch(/belongs to account 052310077262, and you act in account/)
  expect(server.actions()).toEqual(['GetCallerIdentity'])
})

describe('aws deactivate changes nothing', () => {
  it.each<[string, IamServerOptions, number, RegExp]>([
    [
      'in another account',
      { callers: [longTermKey('admin')] },
      2,
      /belongs to account \d{12}, and you act in account \d{12}/,
    ],
    [
      "of the root user's",
      { account: { users: { '': [keyOf(LEAKED_ID)] } } },
      2,
      /root user's key[\s\S]*Sign in as root/,
    ],
    [
      'where IAM does not tell whose key it is',
      { denied: { GetAccessKeyLastUsed: '' } },
      3,
      /may not ask, or the key was deleted, or it belongs to another account/,
    ],
    ['that AWS does not know', { account: { users: {} } }, 2, /AWS does not know AKIA\w+ in account/],
    [
      'where AWS does not know the caller',
      { callers: [] },
      3,
      /InvalidClientTokenId to sts:GetCallerIdentity/,
    ],
    [
      'where IAM refuses',
      { denied: { UpdateAccessKey: 'with an explicit deny: AWSCompromisedKeyQuarantineV3' } },
      3,
      /under quarantine[\s\S]*Nothing was changed\. \(exit 3\)/,
    ],
    [
      'where IAM does not answer',
      { script: { UpdateAccessKey: [{ kind: 'hang' }] } },
      3,
      /did not answer iam:UpdateAccessKey within 2000 ms[\s\S]*not certain whether the change was made/,
    ],
  ])('%s', async (_situation, options, code, message) => {
    const server = await serve(options)
    const ended = await aws(server, ['deactivate', LEAKED_ID, '--yes', '--aws-timeout', '2s'])
    expect(ended.err).toMatch(message)
    expect(ended.code).toBe(code)
    expect(
      Object.values(server.users())
        .flat()
        .map(({ status }) => status),
    ).not.toContain('Inactive')
  })

  it('without credentials', async () => {
    const server = await serve()
    const ended = await aws(server, ['deactivate', LEAKED_ID, '--yes'], { env: emptyHome() })
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toMatch(/no AWS credentials of your own were found\. Name a profile with --profile/)
    expect(server.calls).toEqual([])
  })
})

describe('--with-leaked', () => {
  it('acts with the key itself and nobody else', async () => {
    const server = await serve({ denied: { ListAccessKeys: '', GetAccessKeyLastUsed: '' } })
    const ended = await aws(server, ['deactivate', LEAKED_ID, '--yes', '--with-leaked'], {
      input: `${LEAKED_SECRET}\n`,
      env: environmentOf(),
    })
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.out).toContain(`:user/ci-deploy (the leaked key itself)\n`)
    expect(ended.out).not.toContain(LEAKED_SECRET)
    expect(server.calls.map((call) => call.accessKeyId)).toEqual(server.calls.map(() => LEAKED_ID))
    expect(server.users()['ci-deploy']).toMatchObject([{ status: 'Inactive' }])
  })

  it('never falls back on other credentials', async () => {
    const server = await serve()
    const input = secretAccessKey('another')
    const ended = await aws(server, ['deactivate', LEAKED_ID, '--yes', '--with-leaked'], { input })
    expect(ended.code).toBe(3)
    expect(ended.err).toMatch(/SignatureDoesNotMatch/)
    expect(server.calls.map((call) => call.accessKeyId)).toEqual([LEAKED_ID])
  })

  it.each([
    ['nothing', ''],
    ['something else', 'hunter2\n'],
  ])('refuses %s on standard input', async (_what, input) => {
    const server = await serve()
    const ended = await aws(server, ['deactivate', LEAKED_ID, '--yes', '--with-leaked'], { input })
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toMatch(/not a secret access key/)
    expect(ended.err).not.toContain('hunter2')
    expect(server.calls).toEqual([])
  })

  it('and a profile exclude each other', async () => {
    const args = ['deactivate', LEAKED_ID, '--yes', '--with-leaked', '--profile', 'ops']
    const ended = await aws(await serve(), args)
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('exclude each other') })
  })

  it("ends root's own key", async () => {
    const root = leakedCaller(`arn:aws:iam::${LEAKED_ACCOUNT}:root`)
    const server = await serve({ callers: [root], account: { users: { '': [keyOf(LEAKED_ID)] } } })
    const args = ['deactivate', LEAKED_ID, '--yes', '--with-leaked']
    const ended = await aws(server, args, { input: LEAKED_SECRET })
    expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('Root keys should not exist') })
    expect(server.users()['']).toMatchObject([{ status: 'Inactive' }])
  })
})

it('throttled calls are made again', async () => {
  const server = await serve({ script: { UpdateAccessKey: times(2, error('Throttling', 400)) } })
  expect(await aws(server, ['deactivate', LEAKED_ID, '--yes'])).toMatchObject({ code: 0 })
})
