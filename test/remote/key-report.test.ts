import { describe, expect, it } from 'vitest'
import { deactivateKey, reportOnKey } from '../../src/remote/index.js'
import { accessKeyId } from '../support/credentials.js'
import { type IamServerOptions, serveIam, writesOf } from '../support/iam-server.js'
import {
  admin,
  iamAt,
  keyOf,
  LEAKED_ACCOUNT,
  LEAKED_ID,
  leakedAccount,
  leakedCaller,
} from '../support/iam-stage.js'
import { longTermKey } from '../support/sts-credentials.js'
import { error } from '../support/sts-stage.js'

const serve = (options: IamServerOptions = {}) =>
  serveIam({ callers: [admin, leakedCaller()], account: leakedAccount(), ...options })

describe('what is read of a key', () => {
  it('is whose it is, its state and its last use', async () => {
    const server = await serve()
    expect(await reportOnKey(iamAt(server, admin), LEAKED_ID, 'own')).toMatchObject({
      ok: true,
      value: { user: 'ci-deploy', account: LEAKED_ACCOUNT, status: 'active', lastUse: { service: 's3' } },
    })
    expect(server.actions()).toEqual(['GetCallerIdentity', 'GetAccessKeyLastUsed', 'ListAccessKeys'])
  })

  it.each<[string, IamServerOptions, object]>([
    ['an inactive key', { account: leakedAccount({ status: 'Inactive' }) }, { status: 'inactive' }],
    ['a key that was never used', { account: leakedAccount({ lastUsed: null }) }, { lastUse: 'never' }],
    [
      'keys that may not be listed',
      { denied: { ListAccessKeys: '' } },
      { status: 'unknown', createdAt: null, keys: null, user: 'ci-deploy' },
    ],
  ])('of %s', async (_situation, options, expected) => {
    const server = await serve(options)
    const report = await reportOnKey(iamAt(server, admin), LEAKED_ID, 'own')
    expect(report).toMatchObject({ ok: true, value: expected })
  })

  it('is asked of the key itself, where it may ask for nothing', async () => {
    const server = await serve({ denied: { ListAccessKeys: '', GetAccessKeyLastUsed: '' } })
    expect(await reportOnKey(iamAt(server, leakedCaller()), LEAKED_ID, 'leaked')).toMatchObject({
      ok: true,
      value: { user: 'ci-deploy', lastUse: 'unknown', status: 'active' },
    })
  })

  it("is asked of root's own key", async () => {
    const root = leakedCaller(`arn:aws:iam::${LEAKED_ACCOUNT}:root`)
    const server = await serve({ callers: [root], account: { users: { '': [keyOf(LEAKED_ID)] } } })
    expect(await reportOnKey(iamAt(server, root), LEAKED_ID, 'leaked')).toMatchObject({
      ok: true,
      value: { user: null, caller: { root: true } },
    })
  })
})

describe('nothing is reported, and nothing more asked,', () => {
  it('of a key that its id assigns to another account', async () => {
    const stranger = longTermKey('elsewhere')
    const server = await serve({ callers: [stranger] })
    expect(await reportOnKey(iamAt(server, stranger), LEAKED_ID, 'own')).toMatchObject({
      ok: false,
      error: { kind: 'other-account', keyAccount: LEAKED_ACCOUNT, caller: { account: stranger.account } },
    })
    expect(server.actions()).toEqual(['GetCallerIdentity'])
  })

  it("of the root user's key, to somebody else", async () => {
    const server = await serve({ account: { users: { '': [keyOf(LEAKED_ID)] } } })
    expect(await reportOnKey(iamAt(server, admin), LEAKED_ID, 'own')).toMatchObject({
      error: { kind: 'root-key' },
    })
  })

  it('of a key that AWS does not know', async () => {
    const server = await serve({ account: { users: {} } })
    expect(await reportOnKey(iamAt(server, admin), LEAKED_ID, 'own')).toMatchObject({
      error: { kind: 'unknown-key' },
    })
  })

  it.each([
    ['GetCallerIdentity', 'ServiceUnavailable', 503],
    ['GetAccessKeyLastUsed', 'ServiceFailure', 500],
    ['ListAccessKeys', 'ServiceFailure', 500],
  ])('where %s is answered %s', async (action, code, status) => {
    const server = await serve({ script: { [action]: Array(9).fill(error(code, status)) } })
    expect(await reportOnKey(iamAt(server, admin), LEAKED_ID, 'own')).toMatchObject({
      ok: false,
      error: { kind: 'fault' },
    })
  })
})

describe('a key that is deactivated', () => {
  const key = { user: 'ci-deploy', accessKeyId: LEAKED_ID }

  it('is looked at afterwards', async () => {
    const server = await serve()
    expect(await deactivateKey(iamAt(server, admin), key, 1)).toEqual({
      ok: true,
      value: { seen: 'listed-inactive' },
    })
    expect(server.actions()).toEqual(['UpdateAccessKey', 'ListAccessKeys'])
  })

  it('may stay listed as active for a while', async () => {
    const stale = { ...keyOf(accessKeyId('other')) }
    const server = await serve({ account: { users: { 'ci-deploy': [keyOf(LEAKED_ID), stale] } } })
    const iam = iamAt(server, admin)
    const listed = await iam.keysOf('ci-deploy')
    const lagging = { ...iam, keysOf: async () => listed }
    expect(await deactivateKey(lagging, key, 1)).toEqual({ ok: true, value: { seen: 'accepted' } })
    expect(writesOf(server)).toEqual(['UpdateAccessKey'])
  })

  it('by itself can not look any more', async () => {
    const server = await serve()
    expect(await deactivateKey(iamAt(server, leakedCaller()), key, 1)).toEqual({
      ok: true,
      value: { seen: 'accepted' },
    })
  })
})
