import type { IamReads } from './iam.js'
import { callerOf, keyUseOf, listedKeyOf, userNameOf } from './iam-answers.js'
import type { Wire } from './iam-wire.js'
import { allPages, type Page, pageOf } from './pages.js'

export const readsOver = (wire: Wire): IamReads => ({
  caller: () =>
    wire.ask({
      service: 'sts',
      name: 'GetCallerIdentity',
      effect: 'harmless',
      send: ({ sts, clients }, options) => clients.sts.send(new sts.GetCallerIdentityCommand({}), options),
      read: callerOf,
    }),
  useOf: (accessKeyId) =>
    wire.ask({
      service: 'iam',
      name: 'GetAccessKeyLastUsed',
      effect: 'harmless',
      send: ({ iam, clients }, options) =>
        clients.iam.send(new iam.GetAccessKeyLastUsedCommand({ AccessKeyId: accessKeyId }), options),
      read: keyUseOf,
    }),
  keysOf: (user) => allPages((marker) => pageOfKeys(wire, user, marker), wire.host, 'iam:ListAccessKeys'),
  users: () => allPages((marker) => pageOfUsers(wire, marker), wire.host, 'iam:ListUsers'),
})

const pageOfKeys = (wire: Wire, user: string | null, marker: string | null) =>
  wire.ask({
    service: 'iam',
    name: 'ListAccessKeys',
    effect: 'harmless',
    send: ({ iam, clients }, options) =>
      clients.iam.send(new iam.ListAccessKeysCommand({ ...named(user), ...from(marker) }), options),
    read: (page) => pageOf(page, page.AccessKeyMetadata, listedKeyOf),
  })

const pageOfUsers = (wire: Wire, marker: string | null) =>
  wire.ask({
    service: 'iam',
    name: 'ListUsers',
    effect: 'harmless',
    send: ({ iam, clients }, options) =>
      clients.iam.send(new iam.ListUsersCommand({ MaxItems: 1000, ...from(marker) }), options),
    read: (page): Page<string> | null => pageOf(page, page.Users, ({ UserName }) => userNameOf(UserName)),
  })

const from = (marker: string | null) => (marker === null ? {} : { Marker: marker })

export const named = (user: string | null) => (user === null ? {} : { UserName: user })
