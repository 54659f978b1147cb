import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type IamServerOptions, serveIam } from '../support/iam-server.js'
import { admin, iamAt, LEAKED_ID, leakedAccount } from '../support/iam-stage.js'
import { longTermKey } from '../support/sts-credentials.js'
import type { Behaviour } from '../support/sts-server.js'
import { error, times } from '../support/sts-stage.js'

const key = { user: 'ci-deploy', accessKeyId: LEAKED_ID }
const page: Behaviour = { kind: 'body', status: 200, type: 'text/html', body: '<html><p>Log in</p></html>' }

const serve = (options: IamServerOptions = {}) =>
  serveIam({ callers: [admin], account: leakedAccount(), ...options })

describe('a call that IAM refuses', () => {
  it.each<[string, string, string, RegExp]>([
    ['is denied', 'on resource: user ci-deploy', 'denied', /may not do iam:UpdateAccessKey/],
    [
      'is denied by a policy',
      'with an explicit deny in an identity-based policy',
      'denied',
      /explicit deny; that may be AWS's quarantine/,
    ],
    [
      'is denied by the quarantine',
      'with an explicit deny: arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV4',
      'denied',
      /under quarantine .* Use another, administrative identity/,
    ],
  ])('%s', async (_situation, words, kind, detail) => {
    const server = await serve({ denied: { UpdateAccessKey: words } })
    const answer = await iamAt(server, admin).deactivate(key)
    expect(answer).toMatchObject({ ok: false, error: { kind, detail: expect.stringMatching(detail) } })
    expect(server.actions()).toEqual(['UpdateAccessKey'])
  })

  it('knows no such key', async () => {
    const server = await serve({ account: { users: {} } })
    expect(await iamAt(server, admin).deactivate(key)).toMatchObject({ error: { kind: 'no-such-entity' } })
  })

  it('finds two keys already', async () => {
    const server = await serve({ script: { CreateAccessKey: [error('LimitExceeded', 409)] } })
    expect(await iamAt(server, admin).createKey('ci-deploy')).toMatchObject({ error: { kind: 'limit' } })
  })

  it.each([
    ['of whom AWS does not know', longTermKey('stranger')],
    ['with a secret that is not theirs', { ...admin, secretAccessKey: longTermKey('x').secretAccessKey }],
  ])('comes from somebody %s', async (_who, caller) => {
    const server = await serve()
    expect(await iamAt(server, caller).useOf(LEAKED_ID)).toMatchObject({ error: { kind: 'caller-refused' } })
    expect(server.calls).toHaveLength(1)
  })
})

describe('an answer that is none', () => {
  it.each<[string, Behaviour, string, number]>([
    ['a page of a proxy', page, 'unclear', 1],
    [
      'a broken document',
      { ...page, type: 'text/xml', body: '<GetAccessKeyLastUsedResponse><Get' },
      'unclear',
      1,
    ],
    ['nothing', { ...page, body: '' }, 'unclear', 1],
    ['a redirect', { kind: 'redirect', status: 302, location: 'http://127.0.0.1:1/' }, 'unclear', 1],
    ['a gateway that is down', { ...page, status: 502 }, 'unclear', 4],
    ['a connection that breaks', { kind: 'close-mid-answer' }, 'unreachable', 4],
    ['an answer without end', { kind: 'huge' }, 'unclear', 1],
  ])('%s', async (_situation, behaviour, kind, attempts) => {
    const server = await serve({ script: { GetAccessKeyLastUsed: times(9, behaviour) } })
    expect(await iamAt(server, admin).useOf(LEAKED_ID)).toMatchObject({ ok: false, error: { kind } })
    expect(server.calls).toHaveLength(attempts)
  })

  it.each<[string, Behaviour]>([
    ['hangs', { kind: 'hang' }],
    ['stops in the middle', { kind: 'stall' }],
  ])('an answer that %s is given up', async (_how, behaviour) => {
    const server = await serve({ script: { UpdateAccessKey: times(9, behaviour) } })
    expect(await iamAt(server, admin, 200).deactivate(key)).toMatchObject({
      error: {
        kind: 'unreachable',
        detail: expect.stringMatching(/did not answer iam:UpdateAccessKey within 200 ms/),
      },
    })
  })

  it('a page of a proxy is not taken for a change that was made', async () => {
    const server = await serve({ script: { UpdateAccessKey: [page], DeleteAccessKey: [page] } })
    const iam = iamAt(server, admin)
    expect(await iam.deactivate(key)).toMatchObject({ error: { kind: 'unclear' } })
    expect(await iam.deleteKey(key)).toMatchObject({ error: { kind: 'unclear' } })
  })

  it('a redirect is not followed', async () => {
    const elsewhere = await serve()
    const location = `${elsewhere.endpoint}/`
    const behaviour: Behaviour = { kind: 'redirect', status: 307, location }
    const server = await serve({ script: { UpdateAccessKey: [behaviour] } })
    expect(await iamAt(server, admin).deactivate(key)).toMatchObject({ ok: false })
    expect(elsewhere.calls).toEqual([])
  })

  it('a list that never ends is given up', async () => {
    const body =
      '<ListUsersResponse><ListUsersResult><IsTruncated>true</IsTruncated><Marker>same</Marker><Users/></ListUsersResult></ListUsersResponse>'
    const server = await serve({ script: { ListUsers: times(9, { ...page, type: 'text/xml', body }) } })
    expect(await iamAt(server, admin).users()).toMatchObject({ error: { kind: 'unclear' } })
    expect(server.calls).toHaveLength(2)
  })

  it('nobody listens', async () => {
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const { port } = gone.address() as AddressInfo
    await new Promise((resolve) => gone.close(resolve))
    const server = { ...(await serve()), endpoint: `http://127.0.0.1:${port}` }
    expect(await iamAt(server, admin).caller()).toMatchObject({ error: { kind: 'unreachable' } })
  })
})

describe('a call that came too fast', () => {
  it.each([
    ['Throttling', 400],
    ['EntityTemporarilyUnmodifiable', 409],
  ])('%s is made again', async (code, status) => {
    const server = await serve({ script: { UpdateAccessKey: times(2, error(code, status)) } })
    expect(await iamAt(server, admin).deactivate(key)).toEqual({ ok: true, value: 'done' })
    expect(server.calls).toHaveLength(3)
  })

  it('is given up after four attempts', async () => {
    const server = await serve({ script: { UpdateAccessKey: times(9, error('Throttling', 400)) } })
    expect(await iamAt(server, admin).deactivate(key)).toMatchObject({ error: { kind: 'busy' } })
    expect(server.calls).toHaveLength(4)
  })
})

it.each<[string, Behaviour]>([
  ['breaks', { kind: 'close-mid-answer' }],
  ['fails', error('ServiceFailure', 500)],
])('a new key is not asked for twice where the first answer %s', async (_how, behaviour) => {
  const server = await serve({ script: { CreateAccessKey: times(9, behaviour) } })
  expect(await iamAt(server, admin).createKey('ci-deploy')).toMatchObject({ ok: false })
  expect(server.actions()).toEqual(['CreateAccessKey'])
})
