import { describe, expect, it } from 'vitest'
import type { Verification } from '../../src/model/index.js'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { found, hidden } from '../support/sts-credentials.js'
import type { Behaviour } from '../support/sts-server.js'
import { at, error, identity, serve, session, times, user, verifierFor } from '../support/sts-stage.js'

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
