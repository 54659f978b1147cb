import { describe, expect, it } from 'vitest'
import { secretAccessKey, sessionToken } from '../support/credentials.js'
import { ACCOUNT, found, longTermKey, temporaryKey } from '../support/sts-credentials.js'
import type { StsServerOptions } from '../support/sts-server.js'
import { at, error, identity, serve, session, times, user, verifierFor } from '../support/sts-stage.js'

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
      detail:
        'AWS does not know this key (asked: aws, aws-us-gov; not asked: aws-eusc, aws-cn): it was deleted or set inactive.',
    })
  })

  it('call nothing deleted when one of them gave no verdict', async () => {
    const { verifier } = await pair({}, { script: times(9, error('ServiceUnavailable', 503)) })
    const answer = await verifier.verify(found(user))
    expect(answer).toMatchObject({ status: 'unknown', reason: 'service-error' })
    expect(answer.detail).toMatch(/ServiceUnavailable\. Not known in: aws\.$/)
  })
})
