import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'
import { type IamServer, serveIam } from '../support/iam-server.js'
import { admin, LEAKED_ID, leakedAccount } from '../support/iam-stage.js'
import { longTermKey, temporaryKey } from '../support/sts-credentials.js'
import { aws, emptyHome, environmentOf, keyVariables } from './operator.js'

const planted = longTermKey('planted', { account: admin.account, arn: admin.arn })

const keyLines = ({ accessKeyId: id, secretAccessKey: secret }: typeof admin) =>
  `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`

/** Loaded before the program: no name is resolved, so that no test asks AWS itself. */
const NO_NAMES = `require('node:dns').lookup = (name, options, done) =>
  (done ?? options)(Object.assign(new Error('no names here'), { code: 'ENOTFOUND' }))`

/** A home with profiles, every setting of which that could lead elsewhere does. */
const home = (decoy: IamServer) => {
  const env = emptyHome()
  const elsewhere = [
    `endpoint_url = ${decoy.endpoint}`,
    'services = all',
    'region = eu-central-1',
    'use_fips_endpoint = true',
    'use_dualstack_endpoint = true',
    'max_attempts = 9',
    'sdk_ua_app_id = planted',
  ].join('\n')
  const services = `[services all]\niam =\n  endpoint_url = ${decoy.endpoint}\nsts =\n  endpoint_url = ${decoy.endpoint}\n`
  writeFileSync(env.AWS_CONFIG_FILE, `[default]\n${elsewhere}\n[profile ops]\n${elsewhere}\n${services}`)
  writeFileSync(env.AWS_SHARED_CREDENTIALS_FILE, `[default]\n${keyLines(planted)}[ops]\n${keyLines(admin)}`)
  return {
    ...env,
    AWS_ENDPOINT_URL: decoy.endpoint,
    AWS_ENDPOINT_URL_IAM: decoy.endpoint,
    AWS_ENDPOINT_URL_STS: decoy.endpoint,
    AWS_REGION: 'eu-central-1',
    HTTPS_PROXY: decoy.endpoint,
    HTTP_PROXY: decoy.endpoint,
  }
}

const serve = () => serveIam({ callers: [admin, planted], account: leakedAccount() })

describe('whose credentials act', () => {
  it.each<[string, readonly string[], Record<string, string>, string]>([
    ['the named profile', ['--profile', 'ops'], {}, admin.accessKeyId],
    ['AWS_PROFILE', [], { AWS_PROFILE: 'ops' }, admin.accessKeyId],
    [
      'the named profile before AWS_PROFILE',
      ['--profile', 'ops'],
      { AWS_PROFILE: 'default' },
      admin.accessKeyId,
    ],
    ['the default profile', [], {}, planted.accessKeyId],
    ['the environment before the default profile', [], keyVariables(admin), admin.accessKeyId],
    [
      'the named profile before the environment',
      ['--profile', 'ops'],
      keyVariables(planted),
      admin.accessKeyId,
    ],
  ])('%s, and no setting of it leads elsewhere', async (_who, args, extra, actor) => {
    const [server, decoy] = await Promise.all([serve(), serve()])
    const ended = await aws(server, ['deactivate', LEAKED_ID, '--yes', ...args], {
      env: { ...home(decoy), ...extra },
    })
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(decoy.calls).toEqual([])
    expect(new Set(server.calls.map((call) => call.accessKeyId))).toEqual(new Set([actor]))
    expect(new Set(server.calls.map(({ region }) => region))).toEqual(new Set(['us-east-1']))
    expect(server.calls.every(({ userAgent }) => !userAgent.includes('planted'))).toBe(true)
  })

  it('a session with its token', async () => {
    const session = temporaryKey('session', {
      account: admin.account,
      arn: `arn:aws:sts::${admin.account}:assumed-role/ops/me`,
    })
    const server = await serveIam({ callers: [session], account: leakedAccount() })
    const env = { ...environmentOf(session), AWS_SESSION_TOKEN: session.sessionToken ?? '' }
    expect(await aws(server, ['deactivate', LEAKED_ID, '--yes'], { env })).toMatchObject({ code: 0 })
  })

  it.each([
    ['a profile that is not there', 'nobody', /profile nobody gives no credentials/],
    ['a profile with control characters', 'no\u001b[31mbody', /no\\u\{1b\}\[31mbody/],
  ])('nobody, for %s', async (_what, profile, message) => {
    const server = await serve()
    const ended = await aws(server, ['deactivate', LEAKED_ID, '--yes', '--profile', profile], {
      env: environmentOf(),
    })
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toMatch(message)
    expect(server.calls).toEqual([])
  })

  it('a role that is taken through STS is not asked for elsewhere', async () => {
    const decoy = await serve()
    const env = home(decoy)
    writeFileSync(
      env.AWS_CONFIG_FILE,
      `[profile role]\nrole_arn = arn:aws:iam::123456789012:role/ops\nsource_profile = ops\nregion = eu-central-1\nendpoint_url = ${decoy.endpoint}\n`,
    )
    const offline = join(env.HOME, 'offline.cjs')
    writeFileSync(offline, NO_NAMES)
    const ended = await aws(await serve(), ['deactivate', LEAKED_ID, '--yes', '--profile', 'role'], {
      env: { ...env, NODE_OPTIONS: `--require ${offline}` },
    })
    expect(ended.code).toBe(2)
    expect(ended.err).toContain('profile role gives no credentials')
    expect(decoy.calls).toEqual([])
  })
})

it.each([
  ['aws-cn', 'cn-north-1', 'cn-northwest-1'],
  ['aws-us-gov', 'us-gov-west-1', 'us-gov-west-1'],
  ['aws-eusc', 'eusc-de-east-1', 'eusc-de-east-1'],
])('requests for %s are signed for its region', async (partition, iamRegion, stsRegion) => {
  const server = await serveIam({
    callers: [admin],
    account: leakedAccount(),
    region: stsRegion,
    iamRegion,
  })
  const ended = await aws(server, ['last-used', LEAKED_ID, '--partition', partition])
  expect(ended).toMatchObject({ code: 0, err: '' })
  expect(server.calls.map(({ service, region }) => `${service} ${region}`)).toEqual([
    `sts ${stsRegion}`,
    `iam ${iamRegion}`,
    `iam ${iamRegion}`,
  ])
})

it('credentials of a key that was found are never used', async () => {
  const server = await serve()
  const env = {
    ...emptyHome(),
    AWS_ACCESS_KEY_ID: accessKeyId('other'),
    AWS_SECRET_ACCESS_KEY: secretAccessKey('other'),
    AWS_SESSION_TOKEN: sessionToken('x'),
  }
  const ended = await aws(server, ['last-used', LEAKED_ID], { env })
  expect(ended.code).toBe(3)
  expect(new Set(server.calls.map((call) => call.accessKeyId))).toEqual(new Set([accessKeyId('other')]))
})
