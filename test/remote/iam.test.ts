import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { serveIam, writesOf } from '../support/iam-server.js'
import {
  admin,
  daysAgo,
  iamAt,
  keyOf,
  LEAKED_ACCOUNT,
  LEAKED_ID,
  leakedAccount,
} from '../support/iam-stage.js'

const callers = [admin]
const many = Array.from({ length: 7 }, (_, index) => `user-${index}`)

describe('IAM is asked', () => {
  it('who acts', async () => {
    const server = await serveIam({ callers })
    expect(await iamAt(server, admin).caller()).toEqual({
      ok: true,
      value: { account: LEAKED_ACCOUNT, arn: admin.arn, user: 'admin', root: false },
    })
    expect(server.calls).toMatchObject([{ action: 'GetCallerIdentity', service: 'sts', signature: 'right' }])
  })

  it('whose a key is and when it was used', async () => {
    const at = daysAgo(3)
    const server = await serveIam({ callers, account: leakedAccount({ lastUsed: [at, 'ses', 'eu-west-1'] }) })
    expect(await iamAt(server, admin).useOf(LEAKED_ID)).toEqual({
      ok: true,
      value: { user: 'ci-deploy', lastUse: { at: new Date(at), service: 'ses', region: 'eu-west-1' } },
    })
    expect(server.calls).toMatchObject([
      { service: 'iam', region: 'us-east-1', accessKeyId: admin.accessKeyId, signature: 'right' },
    ])
  })

  it('about a key that was never used', async () => {
    const server = await serveIam({ callers, account: leakedAccount({ lastUsed: null }) })
    expect(await iamAt(server, admin).useOf(LEAKED_ID)).toEqual({
      ok: true,
      value: { user: 'ci-deploy', lastUse: null },
    })
  })

  it('about a key of no user', async () => {
    const server = await serveIam({ callers, account: { users: { '': [keyOf(LEAKED_ID)] } } })
    expect(await iamAt(server, admin).useOf(LEAKED_ID)).toMatchObject({ value: { user: null } })
  })

  it('for the users of all pages', async () => {
    const users = Object.fromEntries(many.map((name) => [name, []]))
    const server = await serveIam({ callers, account: { users, pageSize: 3 } })
    expect(await iamAt(server, admin).users()).toEqual({ ok: true, value: many })
    expect(server.calls.map(({ params }) => params.Marker ?? null)).toEqual([null, 'page-3', 'page-6'])
  })

  it('for the keys of all pages, of a user who has none as well', async () => {
    const ids = many.map((name) => accessKeyId(name))
    const users = { 'ci-deploy': ids.map((id) => keyOf(id)), admin: [] }
    const server = await serveIam({ callers, account: { users, pageSize: 2 } })
    const listed = await iamAt(server, admin).keysOf('ci-deploy')
    expect(listed.ok && listed.value.map((key) => key.accessKeyId)).toEqual(ids)
    expect(await iamAt(server, admin).keysOf(null)).toEqual({ ok: true, value: [] })
    expect(server.calls.at(-1)?.params).not.toHaveProperty('UserName')
  })

  it('to deactivate, create and delete', async () => {
    const newKey = { accessKeyId: accessKeyId('new'), secretAccessKey: secretAccessKey('new') }
    const server = await serveIam({ callers, account: { ...leakedAccount(), newKey } })
    const iam = iamAt(server, admin)
    const key = { user: 'ci-deploy', accessKeyId: LEAKED_ID }
    expect(await iam.deactivate(key)).toEqual({ ok: true, value: 'done' })
    expect(server.users()['ci-deploy']).toMatchObject([{ accessKeyId: LEAKED_ID, status: 'Inactive' }])
    const made = await iam.createKey('ci-deploy')
    expect(made).toMatchObject({ ok: true, value: { user: 'ci-deploy', accessKeyId: newKey.accessKeyId } })
    expect(JSON.stringify(made)).not.toContain(newKey.secretAccessKey)
    expect(await iam.deleteKey(key)).toEqual({ ok: true, value: 'done' })
    expect(server.users()['ci-deploy']).toMatchObject([{ accessKeyId: newKey.accessKeyId }])
    expect(writesOf(server)).toEqual(['UpdateAccessKey', 'CreateAccessKey', 'DeleteAccessKey'])
  })

  it('by a program that says who it is and nothing of the machine', async () => {
    const server = await serveIam({ callers, account: leakedAccount() })
    await iamAt(server, admin).useOf(LEAKED_ID)
    expect(server.calls[0]?.userAgent).toMatch(/^keysieve\/[\w.-]+ m\/[\w,]+$/)
  })

  it('with the clock of the server, where ours is wrong', async () => {
    const server = await serveIam({ callers, account: leakedAccount(), clockAheadMs: 3_600_000 })
    expect(await iamAt(server, admin).caller()).toMatchObject({ ok: true })
  })
})
