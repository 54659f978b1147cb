import { describe, expect, it } from 'vitest'
import { auditKeys } from '../../src/remote/index.js'
import { accessKeyId } from '../support/credentials.js'
import { type IamServerOptions, serveIam, writesOf } from '../support/iam-server.js'
import { admin, daysAgo, iamAt, keyOf } from '../support/iam-stage.js'
import { longTermKey } from '../support/sts-credentials.js'
import { error, times } from '../support/sts-stage.js'

const made = (name: string, days: number, changes = {}) =>
  keyOf(accessKeyId(name), { createdAt: daysAgo(days), ...changes })

const users = {
  ada: [made('ada-old', 400.5), made('ada-off', 500.5, { status: 'Inactive' })],
  admin: [made('admin-new', 3.5, { lastUsed: null })],
  brook: [],
  cleo: [made('cleo-edge', 90.5)],
}

const audit = async (options: IamServerOptions = {}, caller = admin, olderThanDays = 90) => {
  const server = await serveIam({ callers: [caller], account: { users, pageSize: 2 }, ...options })
  return { server, answer: await auditKeys(iamAt(server, caller), { olderThanDays, now: Date.now() }) }
}

describe('an audit', () => {
  it('lists the keys of all users, oldest first, and marks active ones that are too old', async () => {
    const { server, answer } = await audit()
    expect(answer).toMatchObject({
      ok: true,
      value: {
        scope: 'all-users',
        users: 4,
        unread: [],
        keys: [
          { accessKeyId: accessKeyId('ada-off'), status: 'inactive', ageDays: 500, overdue: false },
          { accessKeyId: accessKeyId('ada-old'), user: 'ada', ageDays: 400, overdue: true },
          { accessKeyId: accessKeyId('cleo-edge'), ageDays: 90, overdue: false },
          { accessKeyId: accessKeyId('admin-new'), ageDays: 3, lastUse: 'never', overdue: false },
        ],
      },
    })
    expect(writesOf(server)).toEqual([])
  })

  it.each([
    [89, 2],
    [90, 1],
    [400, 0],
  ])('of keys older than %s days marks %s', async (days, count) => {
    const { answer } = await audit({}, admin, days)
    expect(answer.ok && answer.value.keys.filter(({ overdue }) => overdue)).toHaveLength(count)
  })

  it("shows one's own keys where the users may not be listed", async () => {
    const { answer } = await audit({ denied: { ListUsers: '' } })
    expect(answer).toMatchObject({
      value: { scope: 'own-user', users: 1, keys: [{ accessKeyId: accessKeyId('admin-new') }] },
    })
  })

  it('is refused to a role that may not list the users', async () => {
    const role = longTermKey('role', {
      arn: `arn:aws:sts::${admin.account}:assumed-role/ops/me`,
      account: admin.account,
    })
    const { answer } = await audit({ denied: { ListUsers: '' } }, role)
    expect(answer).toMatchObject({ ok: false, error: { kind: 'denied' } })
  })

  it('goes on without last uses that may not be asked for', async () => {
    const { answer } = await audit({ denied: { GetAccessKeyLastUsed: '' } })
    expect(answer).toMatchObject({ value: { unread: [] } })
    expect(answer.ok && new Set(answer.value.keys.map(({ lastUse }) => lastUse))).toEqual(
      new Set(['unknown']),
    )
  })

  it('names what could not be read', async () => {
    const { answer } = await audit({ denied: { ListAccessKeys: '' } })
    expect(answer).toMatchObject({ ok: true, value: { keys: [] } })
    expect(answer.ok && answer.value.unread.map(({ user }) => user)).toEqual(Object.keys(users))
  })

  it('waits and asks again where it is too fast', async () => {
    const { answer } = await audit({ script: { ListAccessKeys: times(3, error('Throttling', 400)) } })
    expect(answer.ok && answer.value.keys).toHaveLength(4)
  })
})
