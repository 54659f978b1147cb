/** An account as IAM keeps it, and what IAM answers about it (XML as in the IAM API reference, version 2010-05-08). */
export interface AccountKey {
  readonly accessKeyId: string
  readonly status: 'Active' | 'Inactive'
  readonly createdAt: string
  /** ISO date, service and region; null: never used. */
  readonly lastUsed: readonly [date: string, service: string, region: string] | null
}

export interface Account {
  /** Keys by user name; the empty name is root. */
  readonly users: Readonly<Record<string, readonly AccountKey[]>>
  /** What the next new key is. */
  readonly newKey?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly pageSize?: number
}

export interface IamAnswer {
  readonly status: number
  /** Name of the response element, or an error's code. */
  readonly body: string
}

/** IAM over one account that changes as it is told. @param self user who signs; empty for root */
export interface IamState {
  answer(action: string, params: URLSearchParams, self: string): IamAnswer
  readonly users: () => Account['users']
}

export const iamOver = (account: Account): IamState => {
  const users: Record<string, AccountKey[]> = Object.fromEntries(
    Object.entries(account.users).map(([name, keys]) => [name, [...keys]]),
  )
  const pageSize = account.pageSize ?? 100
  const change = (user: string, id: string, make: (key: AccountKey) => readonly AccountKey[]): IamAnswer => {
    const keys = users[user]
    if (keys === undefined || !keys.some((key) => key.accessKeyId === id))
      return iamError(404, 'NoSuchEntity', `The Access Key with id ${id} cannot be found.`)
    users[user] = keys.flatMap((key) => (key.accessKeyId === id ? make(key) : [key]))
    return done('')
  }
  const verbs: Record<string, (params: URLSearchParams, self: string) => IamAnswer> = {
    ListUsers: (params) => {
      const names = Object.keys(users).filter((name) => name !== '')
      return page(params, names, pageSize, 'Users', (name) => member(userXml(name)))
    },
    ListAccessKeys: (params, self) => {
      const name = params.get('UserName') ?? self
      const keys = users[name]
      if (keys === undefined)
        return iamError(404, 'NoSuchEntity', `The user with name ${name} cannot be found.`)
      return page(params, keys, pageSize, 'AccessKeyMetadata', (key) => member(keyXml(name, key)))
    },
    GetAccessKeyLastUsed: (params) => {
      const id = params.get('AccessKeyId')
      const owner = Object.keys(users).find((name) => users[name]?.some((key) => key.accessKeyId === id))
      const key = users[owner ?? '']?.find((one) => one.accessKeyId === id)
      if (owner === undefined || key === undefined)
        return iamError(404, 'NoSuchEntity', `The Access Key with id ${id} cannot be found.`)
      return done(`${owner === '' ? '' : `<UserName>${owner}</UserName>`}${lastUsedXml(key)}`)
    },
    UpdateAccessKey: (params, self) =>
      change(params.get('UserName') ?? self, params.get('AccessKeyId') ?? '', (key) => [
        { ...key, status: params.get('Status') === 'Active' ? 'Active' : 'Inactive' },
      ]),
    DeleteAccessKey: (params, self) =>
      change(params.get('UserName') ?? self, params.get('AccessKeyId') ?? '', () => []),
    CreateAccessKey: (params, self) => {
      const name = params.get('UserName') ?? self
      const keys = users[name]
      if (keys === undefined || account.newKey === undefined)
        return iamError(404, 'NoSuchEntity', `The user with name ${name} cannot be found.`)
      if (keys.length >= 2)
        return iamError(409, 'LimitExceeded', 'Cannot exceed quota for AccessKeysPerUser: 2')
      const { accessKeyId, secretAccessKey } = account.newKey
      const createdAt = new Date().toISOString()
      const key: AccountKey = { accessKeyId, status: 'Active', createdAt, lastUsed: null }
      users[name] = [...keys, key]
      return done(
        `<AccessKey>${keyXml(name, key)}<SecretAccessKey>${secretAccessKey}</SecretAccessKey></AccessKey>`,
      )
    },
  }
  return {
    answer: (action, params, self) =>
      verbs[action]?.(params, self) ?? iamError(400, 'InvalidAction', 'Could not find operation'),
    users: () => users,
  }
}

const page = <T>(
  params: URLSearchParams,
  items: readonly T[],
  size: number,
  element: string,
  xml: (item: T) => string,
): IamAnswer => {
  const from = Number(params.get('Marker')?.replace('page-', '') ?? 0)
  const end = from + size
  const more = end < items.length
  return done(
    `<IsTruncated>${more}</IsTruncated>${more ? `<Marker>page-${end}</Marker>` : ''}` +
      `<${element}>${items.slice(from, end).map(xml).join('')}</${element}>`,
  )
}

const member = (xml: string): string => `<member>${xml}</member>`

const userXml = (name: string): string =>
  `<Path>/</Path><UserName>${name}</UserName><UserId>AIDAQRSTUVWXYZEXAMPLE</UserId><Arn>arn:aws:iam::123456789012:user/${name}</Arn><CreateDate>2020-01-01T00:00:00Z</CreateDate>`

const keyXml = (user: string, { accessKeyId, status, createdAt }: AccountKey): string =>
  `<UserName>${user}</UserName><AccessKeyId>${accessKeyId}</AccessKeyId><Status>${status}</Status><CreateDate>${createdAt}</CreateDate>`

/** Where a key was never used, IAM leaves the date out and writes N/A for the rest. */
const lastUsedXml = ({ lastUsed }: AccountKey): string => {
  const [date, service, region] = lastUsed ?? [null, 'N/A', 'N/A']
  return `<AccessKeyLastUsed>${date === null ? '' : `<LastUsedDate>${date}</LastUsedDate>`}<ServiceName>${service}</ServiceName><Region>${region}</Region></AccessKeyLastUsed>`
}

const done = (result: string): IamAnswer => ({ status: 200, body: result })

export const iamError = (status: number, code: string, message: string): IamAnswer => ({
  status,
  body: `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>c0ffee00-0000-4000-8000-000000000000</RequestId></ErrorResponse>`,
})

export const iamXml = (action: string, { status, body }: IamAnswer): string =>
  status === 200
    ? `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${action}Result>${body}</${action}Result><ResponseMetadata><RequestId>c0ffee00-0000-4000-8000-000000000000</RequestId></ResponseMetadata></${action}Response>`
    : body
