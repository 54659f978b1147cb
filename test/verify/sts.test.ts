import { afterEach, describe, expect, it } from 'vitest'
import type { Verification } from '../../src/model/index.js'
import { createStsVerifier, type StsPartition } from '../../src/verify/index.js'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'
import { ACCOUNT, found, hidden, longTermKey, temporaryKey } from '../support/sts-credentials.js'
import {
  type Behaviour,
  type StsServer,
  type StsServerOptions,
  startStsServer,
} from '../support/sts-server.js'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const serve = async (options: StsServerOptions): Promise<StsServer> => {
  const server = await startStsServer(options)
  ends.push(() => server.close())
  return server
}

const verifierFor = (partitions: readonly StsPartition[]) => {
  const verifier = createStsVerifier({
    endpoint: null,
    timeoutMs: 10_000,
    version: '9.8.7',
    pauseMs: 1,
    partitions,
  })
  ends.push(() => verifier.close())
  return verifier
}

const at = (server: StsServer, name = 'aws', region = 'us-east-1'): StsPartition => ({
  name,
  region,
  endpoint: server.endpoint,
})

const identity = { account: null, arn: null, userId: null, root: false }
const user = longTermKey('user')
const session = temporaryKey('session')
const error = (code: string, status = 403, message = 'As AWS says it.'): Behaviour => ({
  kind: 'error',
  status,
  code,
  message,
})
const times = (count: number, behaviour: Behaviour): Behaviour[] =>
  Array.from({ length: count }, () => behaviour)

describe('what STS knows of a credential', () => {
  it.each([
    [
      'an active key',
      user,
      user,
      {
        status: 'active',
        reason: null,
        account: ACCOUNT,
        arn: user.arn,
        userId: user.userId,
        root: false,
        detail: null,
      },
    ],
    [
      'the root user',
      longTermKey('root', { arn: `arn:aws:iam::${ACCOUNT}:root`, userId: ACCOUNT }),
      longTermKey('root'),
      {
        status: 'active',
        account: ACCOUNT,
        arn: `arn:aws:iam::${ACCOUNT}:root`,
        userId: ACCOUNT,
        root: true,
      },
    ],
    [
      'a user who is called root',
      longTermKey('user', { arn: `arn:aws:iam::${ACCOUNT}:user/root` }),
      user,
      { status: 'active', root: false },
    ],
    [
      'a temporary key with its token',
      session,
      session,
      { status: 'active', account: ACCOUNT, arn: session.arn, userId: session.userId },
    ],
    [
      'a key that is refused the call, with the name in the refusal',
      longTermKey('denied', { state: 'denied' }),
      longTermKey('denied'),
      { status: 'denied-but-valid', reason: null, account: ACCOUNT, arn: longTermKey('denied').arn },
    ],
    [
      'an expired session',
      temporaryKey('old', { state: 'expired' }),
      temporaryKey('old'),
      { status: 'expired' },
    ],
    [
      'a token that is cut off',
      temporaryKey('cut', { state: 'malformed-token' }),
      temporaryKey('cut'),
      { status: 'unknown', reason: 'malformed-token' },
    ],
    [
      "another key's secret",
      user,
      { ...user, secretAccessKey: secretAccessKey('other') },
      { status: 'wrong-secret', reason: null, ...identity },
    ],
    [
      'a long-term key beside which a token stood',
      user,
      { ...user, sessionToken: sessionToken('stray') },
      { status: 'active' },
    ],
    [
      'a key that nobody knows',
      user,
      longTermKey('stranger'),
      { status: 'inactive-or-deleted', reason: null, ...identity },
    ],
  ])('%s', async (_situation, known, asked, expected) => {
    const server = await serve({ credentials: [known] })
    expect(await verifierFor([at(server)]).verify(found(asked))).toMatchObject(expected)
    expect(server.calls).toHaveLength(1)
  })

  it('asks with a POST that names keysieve and nothing of this machine', async () => {
    const server = await serve({ credentials: [user] })
    await verifierFor([at(server)]).verify(found(user))
    expect(server.calls[0]).toMatchObject({
      method: 'POST',
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
      signature: 'right',
      region: 'us-east-1',
      token: 'none',
    })
    expect(server.calls[0]?.userAgent).toMatch(/^keysieve\/9\.8\.7 m\/[\w,]+$/)
    expect(server.calls[0]?.headers).not.toContain('x-amz-user-agent')
  })
})

describe('partitions', () => {
  const gov = { ...longTermKey('gov'), arn: `arn:aws-us-gov:iam::${ACCOUNT}:user/gov` }
  const pair = async (first: StsServerOptions, second: StsServerOptions) => {
    const servers = [await serve(first), await serve({ region: 'us-gov-west-1', ...second })] as const
    const verifier = verifierFor([at(servers[0]), at(servers[1], 'aws-us-gov', 'us-gov-west-1')])
    return { servers, verifier }
  }

  it('ask the next one where the first does not know the key, signed for its region', async () => {
    const { servers, verifier } = await pair({}, { credentials: [gov] })
    expect(await verifier.verify(found(gov))).toMatchObject({ status: 'active', arn: gov.arn })
    expect(servers.map((server) => server.calls.map((call) => call.region))).toEqual([
      ['us-east-1'],
      ['us-gov-west-1'],
    ])
  })

  it('stop at the first that knows the key', async () => {
    const { servers, verifier } = await pair({ credentials: [user] }, {})
    await verifier.verify(found(user))
    expect(servers.map((server) => server.calls.length)).toEqual([1, 0])
  })

  it('stop at the first that knows the key but not its secret', async () => {
    const { servers, verifier } = await pair({ credentials: [user] }, {})
    const answer = await verifier.verify(found({ ...user, secretAccessKey: secretAccessKey('no') }))
    expect(answer.status).toBe('wrong-secret')
    expect(servers.map((server) => server.calls.length)).toEqual([1, 0])
  })

  it('call a key deleted only when all have said so', async () => {
    const { verifier } = await pair({}, {})
    expect(await verifier.verify(found(user))).toEqual({
      ...identity,
      status: 'inactive-or-deleted',
      reason: null,
      detail: 'AWS does not know this key (asked: aws, aws-us-gov): it was deleted or set inactive.',
    })
  })

  it('call nothing deleted when one of them gave no verdict', async () => {
    const { verifier } = await pair({}, { script: times(9, error('ServiceUnavailable', 503)) })
    const answer = await verifier.verify(found(user))
    expect(answer).toMatchObject({ status: 'unknown', reason: 'service-error' })
    expect(answer.detail).toMatch(/ServiceUnavailable\. Not known in: aws\.$/)
  })
})

describe('answers that say nothing of the key', () => {
  it.each<[string, Behaviour[], Partial<Verification>, number]>([
    ['throttled once', [error('Throttling', 400)], { status: 'active' }, 2],
    ['throttled three times', times(3, error('ThrottlingException', 400)), { status: 'active' }, 4],
    ['throttled for good', times(9, error('Throttling', 400)), { status: 'unknown', reason: 'throttled' }, 4],
    [
      'HTTP 429 without a code',
      times(9, { kind: 'body', status: 429, type: 'text/plain', body: '' }),
      { status: 'unknown', reason: 'throttled' },
      4,
    ],
    ['a server error once', [error('InternalFailure', 500)], { status: 'active' }, 2],
    [
      'server errors for good',
      times(9, error('InternalFailure', 500)),
      { status: 'unknown', reason: 'service-error' },
      4,
    ],
    [
      "a gateway's error page once",
      [{ kind: 'body', status: 502, type: 'text/html', body: '<p>Bad<br>gateway' }],
      { status: 'active' },
      2,
    ],
    [
      "a proxy's refusal",
      [{ kind: 'body', status: 403, type: 'text/html', body: '<html><body>Blocked<br></body></html>' }],
      { status: 'unknown', reason: 'proxy-answer' },
      1,
    ],
    [
      "a proxy's log-in page",
      [{ kind: 'body', status: 200, type: 'text/html', body: '<html><body>Log in</body></html>' }],
      { status: 'unknown', reason: 'proxy-answer' },
      1,
    ],
    [
      'an empty answer',
      [{ kind: 'body', status: 200, type: 'text/xml', body: '' }],
      { status: 'unknown', reason: 'proxy-answer' },
      1,
    ],
    [
      'an empty refusal',
      [{ kind: 'body', status: 403, type: 'text/xml', body: '' }],
      { status: 'unknown', reason: 'proxy-answer' },
      1,
    ],
    [
      'half an identity',
      [
        {
          kind: 'body',
          status: 200,
          type: 'text/xml',
          body: '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
        },
      ],
      { status: 'unknown', reason: 'proxy-answer' },
      1,
    ],
    ['a code nobody knows', [error('SomethingNew', 400)], { status: 'unknown', reason: 'service-error' }, 1],
    [
      'a region that is not enabled',
      [error('RegionDisabledException')],
      { status: 'unknown', reason: 'service-error' },
      1,
    ],
    [
      'a malformed token by message',
      [error('ValidationError', 400, 'The security token is malformed.')],
      { status: 'unknown', reason: 'malformed-token' },
      1,
    ],
    ['an expired token by its other code', [error('ExpiredTokenException', 400)], { status: 'expired' }, 1],
    [
      'a refusal without a name',
      [error('AccessDeniedException')],
      { status: 'denied-but-valid', ...identity },
      1,
    ],
    [
      'an expired signature, twice',
      times(
        2,
        error('SignatureDoesNotMatch', 403, 'Signature expired: 20260101T000000Z is now earlier than'),
      ),
      { status: 'unknown', reason: 'clock-skew' },
      2,
    ],
    [
      'a signature from the future, twice',
      times(2, error('SignatureDoesNotMatch', 403, 'Signature not yet current: 20990101T000000Z')),
      { status: 'unknown', reason: 'clock-skew' },
      2,
    ],
    [
      'an expired request, twice',
      times(2, error('RequestExpired', 400)),
      { status: 'unknown', reason: 'clock-skew' },
      2,
    ],
    ['a skewed request, once', [error('RequestTimeTooSkewed')], { status: 'active' }, 2],
    [
      'throttled, then skewed, then well',
      [error('Throttling', 400), error('RequestExpired', 400)],
      { status: 'active' },
      3,
    ],
  ])('%s', async (_situation, script, expected, calls) => {
    const server = await serve({ credentials: [user], script })
    expect(await verifierFor([at(server)]).verify(found(user))).toMatchObject(expected)
    expect(server.calls).toHaveLength(calls)
  })

  it.each([
    ['behind', 3_600_000],
    ['ahead', -3_600_000],
  ])('heals a clock that is an hour %s, by the time the server tells', async (_way, clockAheadMs) => {
    const server = await serve({ credentials: [user], clockAheadMs })
    expect(await verifierFor([at(server)]).verify(found(user))).toMatchObject({ status: 'active' })
    expect(server.calls.map((call) => call.signature)).toEqual(['not-checked', 'right'])
  })

  it('tells a wrong secret from a wrong clock where both are wrong', async () => {
    const server = await serve({ credentials: [user], clockAheadMs: 3_600_000 })
    const answer = await verifierFor([at(server)]).verify(
      found({ ...user, secretAccessKey: secretAccessKey('no') }),
    )
    expect(answer.status).toBe('wrong-secret')
  })
})

describe('credentials that AWS is never asked about', () => {
  const canary = `AKIA${'YVP4CIPPERUVIFXG'}`
  it.each([
    ['a temporary key without its token', { ...session, sessionToken: null }, 'no-token'],
    ['a canary', { ...user, accessKeyId: canary }, 'canary'],
    ['a documented id', { ...user, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }, 'not-verifiable'],
    [
      'a documented secret',
      { ...user, secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
      'not-verifiable',
    ],
  ])('%s', async (_situation, asked, reason) => {
    const server = await serve({ credentials: [user, session] })
    expect(await verifierFor([at(server)]).verify(found(asked))).toMatchObject({
      status: 'not-checked',
      reason,
    })
    expect(server.calls).toEqual([])
  })
})

describe('what an answer tells', () => {
  const token = session.sessionToken ?? ''
  const asked = found(session)
  const scripts: [string, Behaviour[]][] = [
    ['an identity', []],
    ['a refusal that repeats the token', [error('AccessDenied', 403, `User: ${token} may not`)]],
    ['the token as a code', [error(token)]],
    [
      'the token as an identity',
      [
        {
          kind: 'body',
          status: 200,
          type: 'text/xml',
          body: `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${token}</Arn><UserId>${token}</UserId><Account>${token}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
        },
      ],
    ],
    ['a wrong signature', [error('SignatureDoesNotMatch', 403, `The canonical string was ${token}`)]],
    ['a throttle', times(4, error('Throttling', 400, token))],
    ['control characters', [error('Evil&#27;[31m', 403, '&#27;[31m')]],
    ['a broken connection', times(4, { kind: 'close-mid-answer' })],
  ]
  it.each(scripts)('holds no secret, no token, no control character: %s', async (_situation, script) => {
    const server = await serve({ credentials: [session], script })
    const text = JSON.stringify(await verifierFor([at(server)]).verify(asked))
    expect(text).not.toContain(session.secretAccessKey)
    expect(text).not.toContain(token.slice(0, 60))
    expect(text).not.toMatch(/\\u00|\\n/)
    expect(text.length).toBeLessThan(600)
    expect(JSON.stringify(server.calls)).not.toContain(session.secretAccessKey)
  })

  it('a credential that is printed stays hidden', () => {
    const credential = { ...asked, secretAccessKey: hidden(session.secretAccessKey) }
    expect(JSON.stringify(credential)).not.toContain(session.secretAccessKey)
    expect(accessKeyId('session', 'ASIA')).toBe(credential.accessKeyId)
  })
})
