import type { IamWrites, KeyOfUser } from './iam.js'
import { createdKeyOf, doneOf } from './iam-answers.js'
import type { Wire } from './iam-wire.js'

export const writesOver = (wire: Wire): IamWrites => ({
  deactivate: (key) =>
    wire.ask({
      service: 'iam',
      name: 'UpdateAccessKey',
      effect: 'harmless',
      send: ({ iam, clients }, options) =>
        clients.iam.send(new iam.UpdateAccessKeyCommand({ ...namesOf(key), Status: 'Inactive' }), options),
      read: doneOf,
    }),
  createKey: (user) =>
    wire.ask({
      service: 'iam',
      name: 'CreateAccessKey',
      effect: 'once',
      send: ({ iam, clients }, options) =>
        clients.iam.send(new iam.CreateAccessKeyCommand({ UserName: user }), options),
      read: ({ AccessKey }) => createdKeyOf(user, AccessKey),
    }),
  deleteKey: (key) =>
    wire.ask({
      service: 'iam',
      name: 'DeleteAccessKey',
      effect: 'harmless',
      send: ({ iam, clients }, options) =>
        clients.iam.send(new iam.DeleteAccessKeyCommand(namesOf(key)), options),
      read: doneOf,
    }),
})

const namesOf = ({ user, accessKeyId }: KeyOfUser) => ({
  AccessKeyId: accessKeyId,
  ...(user === null ? {} : { UserName: user }),
})
