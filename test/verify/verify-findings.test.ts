import { afterEach, describe, expect, it } from 'vitest'
import { type Finding, notChecked, type Verification } from '../../src/model/index.js'
import { createStsVerifier, type Verifier, verifyFindings } from '../../src/verify/index.js'
import { secretAccessKey, sessionToken } from '../support/credentials.js'
import { hidden, longTermKey, temporaryKey } from '../support/sts-credentials.js'
import { type StsServer, type StsServerOptions, startStsServer } from '../support/sts-server.js'
import { finding, findingOf, idOf } from '../support/verifiable-findings.js'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const quick = { budgetMs: 20_000, paceMs: 0, recheckMs: 0 }

const serve = async (options: StsServerOptions): Promise<{ server: StsServer; verifier: Verifier }> => {
  const server = await startStsServer(options)
  const verifier = createStsVerifier({
    endpoint: server.endpoint,
    timeoutMs: 10_000,
    version: '1.0.0',
    pauseMs: 1,
  })
  ends.push(
    () => verifier.close(),
    () => server.close(),
  )
  return { server, verifier }
}

const statuses = (findings: readonly Finding[]) => findings.map(({ verification }) => verification.status)
const reasons = (findings: readonly Finding[]) => findings.map(({ verification }) => verification.reason)

const keys = Array.from({ length: 12 }, (_, index) => longTermKey(`key-${index}`))

describe('verifyFindings over the loopback STS', () => {
  it.each(['aws-ses-smtp-password', 'aws-presigned-url', 'aws-codecommit-password', 'acme-token'])(
    'never signs with what %s found beside an id',
    async (ruleId) => {
      const [key] = keys
      if (key === undefined) throw new Error('there is no key')
      const { server, verifier } = await serve({ credentials: keys })
      const found = await verifyFindings([{ ...findingOf(key), ruleId }], verifier, quick)
      expect(statuses(found)).toEqual(['not-checked'])
      expect(reasons(found)).toEqual(['not-verifiable'])
      expect(server.calls).toEqual([])
    },
  )

  it('asks once for each distinct credential and keeps the order', async () => {
    const dead = longTermKey('dead')
    const { server, verifier } = await serve({ credentials: keys })
    const [a = dead, b = dead] = keys
    const found = await verifyFindings([a, dead, a, b, dead, a].map(findingOf), verifier, quick)
    expect(statuses(found)).toEqual([
      'active',
      'inactive-or-deleted',
      'active',
      'active',
      'inactive-or-deleted',
      'active',
    ])
    expect(found.map(({ verification }) => verification.arn)).toEqual([
      a.arn,
      null,
      a.arn,
      b.arn,
      null,
      a.arn,
    ])
    expect(server.calls.map((call) => call.accessKeyId).sort()).toEqual(
      [a, b, dead].map((key) => key.accessKeyId).sort(),
    )
  })

  it('changes nothing but the verification', async () => {
    const { verifier } = await serve({ credentials: keys })
    const before = keys.map(findingOf)
    const after = await verifyFindings(before, verifier, quick)
    expect(after.map((each) => ({ ...each, verification: null }))).toEqual(
      before.map((each) => ({ ...each, verification: null })),
    )
    expect(statuses(before)).toEqual(before.map(() => 'not-checked'))
  })

  it('asks for at most four ids at once, and does ask side by side', async () => {
    const { server, verifier } = await serve({ credentials: keys, delayMs: 20 })
    expect(statuses(await verifyFindings(keys.map(findingOf), verifier, quick))).toEqual(
      keys.map(() => 'active'),
    )
    expect(Math.max(...server.calls.map((call) => call.underWay))).toBe(4)
  })

  it('asks about the secrets of one id one after the other, until one is right', async () => {
    const known = longTermKey('many')
    const wrong = (seed: string) => ({ ...known, secretAccessKey: secretAccessKey(seed) })
    const { server, verifier } = await serve({ credentials: [known], delayMs: 10 })
    const found = await verifyFindings(
      [wrong('1'), wrong('2'), known, wrong('3')].map(findingOf),
      verifier,
      quick,
    )
    expect(statuses(found)).toEqual(['wrong-secret', 'wrong-secret', 'active', 'wrong-secret'])
    expect(Math.max(...server.calls.map((call) => call.underWayForId))).toBe(1)
    // The first, the second twice (STS may refuse a further secret at first), the right one; none after it.
    expect(server.calls.map((call) => call.signature)).toEqual(['wrong', 'wrong', 'wrong', 'right'])
    expect(found[3]?.verification.detail).toBe('Another secret found in this scan is the one of this key.')
  })

  it('believes the second answer for a second secret', async () => {
    const known = longTermKey('second')
    const refused = {
      kind: 'error',
      status: 403,
      code: 'SignatureDoesNotMatch',
      message: 'no match',
    } as const
    const { server, verifier } = await serve({ credentials: [known], script: [refused, refused] })
    const found = await verifyFindings(
      [{ ...known, secretAccessKey: secretAccessKey('x') }, known].map(findingOf),
      verifier,
      quick,
    )
    expect(statuses(found)).toEqual(['wrong-secret', 'active'])
    expect(server.calls).toHaveLength(3)
  })

  it('tries five secrets of an id and says so of the rest', async () => {
    const known = longTermKey('five')
    const guesses = Array.from({ length: 7 }, (_, n) => ({
      ...known,
      secretAccessKey: secretAccessKey(`${n}`),
    }))
    const { server, verifier } = await serve({ credentials: [known] })
    const found = await verifyFindings(guesses.map(findingOf), verifier, quick)
    expect(statuses(found)).toEqual([...Array(5).fill('wrong-secret'), 'unknown', 'unknown'])
    expect(reasons(found).slice(5)).toEqual(['budget', 'budget'])
    expect(server.calls).toHaveLength(9)
  })

  it('asks anew for another token of the same key', async () => {
    const known = temporaryKey('tokens')
    const { server, verifier } = await serve({ credentials: [known] })
    const other = { ...known, sessionToken: sessionToken('another') }
    const found = await verifyFindings([known, other].map(findingOf), verifier, quick)
    expect(statuses(found)).toEqual(['active', 'inactive-or-deleted'])
    expect(server.calls).toHaveLength(2)
  })

  it('tells how far it is', async () => {
    const { verifier } = await serve({ credentials: keys })
    const told: [number, number][] = []
    const onProgress = (done: number, total: number): number => told.push([done, total])
    await verifyFindings([...keys, ...keys].map(findingOf), verifier, { ...quick, onProgress })
    expect(told).toEqual([0, ...keys.map((_, index) => index + 1)].map((done) => [done, keys.length]))
  })
})

describe('what is never asked', () => {
  const canary = { ...longTermKey('c'), accessKeyId: `AKIA${'YVP4CIPPERUVIFXG'}` }
  const key = longTermKey('half')
  it.each<[string, Finding, Partial<Verification>]>([
    ['an id alone', finding('aws-access-key-id', { id: idOf(key.accessKeyId) }), { reason: 'no-secret' }],
    [
      "a canary's id alone",
      finding('aws-access-key-id', { id: idOf(canary.accessKeyId) }),
      { reason: 'canary' },
    ],
    [
      'a secret alone',
      finding('aws-secret-access-key', { secret: hidden(key.secretAccessKey) }),
      { reason: 'not-verifiable' },
    ],
    [
      'a token alone',
      finding('aws-session-token', { token: hidden(sessionToken('t')) }),
      { reason: 'not-verifiable' },
    ],
    ['a canary', findingOf(canary), { reason: 'canary', account: '595918472158' }],
    [
      'a documented id',
      findingOf({ ...key, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }),
      { reason: 'not-verifiable' },
    ],
    [
      'a temporary key without its token',
      findingOf({ ...temporaryKey('t'), sessionToken: null }),
      { reason: 'no-token' },
    ],
    [
      'a credential of another provider',
      finding('github-token', { secret: hidden('x'), id: idOf('x') }),
      { reason: 'not-verifiable' },
    ],
  ])('%s', async (_situation, asked, expected) => {
    const { server, verifier } = await serve({ credentials: [key, canary] })
    const [answered] = await verifyFindings([asked], verifier, quick)
    expect(answered?.verification).toMatchObject({ status: 'not-checked', ...expected })
    expect(server.calls).toEqual([])
  })

  it('what could not be read again keeps its reason', async () => {
    const { server, verifier } = await serve({})
    const lost = { ...finding('aws-access-key', {}), verification: notChecked('not-read') }
    expect(reasons(await verifyFindings([lost], verifier, quick))).toEqual(['not-read'])
    expect(server.calls).toEqual([])
  })

  it('nothing found, nothing asked', async () => {
    const { verifier } = await serve({})
    expect(await verifyFindings([], verifier, quick)).toEqual([])
  })
})
