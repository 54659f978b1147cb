import type { AccessKey, AccessKeyMetadata, GetAccessKeyLastUsedResponse } from '@aws-sdk/client-iam'
import type { GetCallerIdentityResponse } from '@aws-sdk/client-sts'
import { hiddenSecret, type NewKey } from './plain-values.js'

/** Who acts. */
export interface Caller {
  readonly account: string
  readonly arn: string
  /** Name of the IAM user; null for roles, federated users and root. */
  readonly user: string | null
  readonly root: boolean
}

export type KeyStatus = 'active' | 'inactive'

export interface ListedKey {
  readonly accessKeyId: string
  readonly status: KeyStatus
  readonly createdAt: Date
}

export interface LastUse {
  readonly at: Date
  /** As AWS names it, such as `s3`; null where it says N/A. */
  readonly service: string | null
  readonly region: string | null
}

/** Whose a key is, and its last use. */
export interface KeyUse {
  /** Null for keys of no IAM user: root's. */
  readonly user: string | null
  /** Null: never, or not since AWS keeps record (April 2015). */
  readonly lastUse: LastUse | null
}

/** IAM API reference, `User` and `AccessKey`: names are 1–64 of these, ids 16–128 word characters. */
const USER_NAME = /^[\w+=,.@-]{1,64}$/
const KEY_ID = /^\w{16,128}$/
const ARN = /^arn:aws[a-z-]{0,20}:(?:iam|sts)::(?<account>\d{12}):(?<resource>[\x21-\x7e]{1,600})$/
/** Services and regions as AWS writes them; anything else is not shown. */
const PLAIN_WORD = /^[a-z][a-z0-9.-]{0,63}$/

/** Each null where the answer is not one of AWS; what is returned is safe to print. */
export const callerOf = ({ Account, Arn }: GetCallerIdentityResponse): Caller | null => {
  const { account, resource = '' } = ARN.exec(Arn ?? '')?.groups ?? {}
  if (account === undefined || account !== Account) return null
  const user = /^user\/(?:.*\/)?(?<name>[\w+=,.@-]{1,64})$/.exec(resource)?.groups?.name ?? null
  return { account, arn: Arn ?? '', user, root: resource === 'root' }
}

export const keyUseOf = ({
  UserName,
  AccessKeyLastUsed: last,
}: GetAccessKeyLastUsedResponse): KeyUse | null => {
  if (last === undefined || (UserName !== undefined && UserName !== '' && !USER_NAME.test(UserName)))
    return null
  const at = last.LastUsedDate
  const user = UserName === undefined || UserName === '' ? null : UserName
  if (at === undefined) return { user, lastUse: null }
  if (Number.isNaN(at.getTime())) return null
  return { user, lastUse: { at, service: plainWord(last.ServiceName), region: plainWord(last.Region) } }
}

const plainWord = (text: string | undefined): string | null =>
  text !== undefined && PLAIN_WORD.test(text) ? text : null

export const listedKeyOf = ({ AccessKeyId, Status, CreateDate }: AccessKeyMetadata): ListedKey | null => {
  if (AccessKeyId === undefined || !KEY_ID.test(AccessKeyId)) return null
  if (CreateDate === undefined || Number.isNaN(CreateDate.getTime())) return null
  if (Status !== 'Active' && Status !== 'Inactive') return null
  return {
    accessKeyId: AccessKeyId,
    status: Status === 'Active' ? 'active' : 'inactive',
    createdAt: CreateDate,
  }
}

export const userNameOf = (name: string | undefined): string | null =>
  name !== undefined && USER_NAME.test(name) ? name : null

/** The secret of an access key: 40 characters today; the API model allows any. */
const SECRET = /^[\x21-\x7e]{16,128}$/

export const createdKeyOf = (user: string, key: AccessKey | undefined): NewKey | null => {
  const { AccessKeyId: accessKeyId = '', SecretAccessKey: secret = '' } = key ?? {}
  if (!KEY_ID.test(accessKeyId) || !SECRET.test(secret)) return null
  return { user, accessKeyId, secretAccessKey: hiddenSecret(secret) }
}

/** A change answers with nothing but the request's id, which no proxy's page has. */
export const doneOf = ({
  $metadata,
}: {
  readonly $metadata: { readonly requestId?: string | undefined }
}): 'done' | null => ($metadata.requestId === undefined ? null : 'done')
