import { describe, expect, it } from 'vitest'
import { accessKeyId } from '../support/credentials.js'
import { type IamServerOptions, serveIam, writesOf } from '../support/iam-server.js'
import { admin, daysAgo, keyOf, LEAKED_ID, leakedAccount } from '../support/iam-stage.js'
import { aws } from './operator.js'

const users = {
  ada: [keyOf(accessKeyId('ada'), { createdAt: daysAgo(400.5) })],
  admin: [keyOf(accessKeyId('new'), { createdAt: daysAgo(3.5), lastUsed: null })],
}
const serve = (options: IamServerOptions = {}) =>
  serveIam({ callers: [admin], account: { users, pageSize: 1 }, ...options })

describe('aws audit', () => {
  it('lists keys, marks old ones, and exits with 1', async () => {
    const server = await serve()
    const { code, out, err } = await aws(server, ['audit'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    const [first, second] = out.split('\n')
    expect(first).toMatch(
      /^OLD {3}AKIA\w{16} {2}ada {4}active {6}400 days {2}last used 20\d\d-\d\d-\d\d, s3$/,
    )
    expect(second).toMatch(/^ {6}AKIA\w{16} {2}admin {2}active {8}3 days {2}last used never$/)
    expect(out).toContain('2 access keys (2 active) of 2 users in account')
    expect(out).toContain(`Next  keysieve aws rotate ${accessKeyId('ada')}\n`)
    expect(writesOf(server)).toEqual([])
  })

  it('exits with 0 where none is older than was asked', async () => {
    const { code, out } = await aws(await serve(), ['audit', '--older-than', '2y'])
    expect(code).toBe(0)
    expect(out).toContain('no active one is older than 730 days.')
  })

  it('is the same for programs', async () => {
    const { code, out } = await aws(await serve(), ['audit', '--format', 'json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      schema: 'keysieve/aws-audit/v1',
      account: admin.account,
      arn: admin.arn,
      scope: 'all-users',
      olderThanDays: 90,
      keys: [
        { user: 'ada', ageDays: 400, overdue: true, lastUse: { service: 's3', region: 'eu-west-1' } },
        { user: 'admin', lastUse: 'never', overdue: false },
      ],
      unread: [],
    })
  })

  it("says that it shows one's own keys only", async () => {
    const { code, out } = await aws(await serve({ denied: { ListUsers: '' } }), ['audit'])
    expect(code).toBe(0)
    expect(out).toContain(
      `Only your own: ${admin.arn} may not list the users of the account (iam:ListUsers).`,
    )
  })

  it('exits with 3 where keys could not be read', async () => {
    const { code, out } = await aws(await serve({ denied: { ListAccessKeys: '' } }), ['audit'])
    expect(code).toBe(3)
    expect(out).toMatch(/not read: keys of ada\. This identity may not do iam:ListAccessKeys/)
  })

  it('tells why nothing could be read', async () => {
    const ended = await aws(await serve({ callers: [] }), ['audit'])
    expect(ended).toMatchObject({ code: 3, out: '', err: expect.stringMatching(/InvalidClientTokenId/) })
  })
})

describe('aws last-used', () => {
  it('says whose a key is, where it stands and what is next', async () => {
    const server = await serveIam({ callers: [admin], account: leakedAccount() })
    const { code, out } = await aws(server, ['last-used', LEAKED_ID])
    expect(code).toBe(0)
    expect(out).toMatch(/\nLast used {2}.*\(5 days ago\), s3 in eu-west-1\n/)
    expect(out).toContain(`\nNext       keysieve aws deactivate ${LEAKED_ID}`)
    expect(writesOf(server)).toEqual([])
  })

  it.each([
    ['was never used', { lastUsed: null }, /Last used {2}never, as far as AWS keeps record/],
    ['is inactive', { status: 'Inactive' as const }, /rotate AKIA\w+ --step delete/],
  ])('of a key that %s', async (_situation, changes, words) => {
    const server = await serveIam({ callers: [admin], account: leakedAccount(changes) })
    expect(await aws(server, ['last-used', LEAKED_ID])).toMatchObject({
      code: 0,
      out: expect.stringMatching(words),
    })
  })
})
