import { compareText, err, ok, type Result } from '../model/index.js'
import type { IamReads } from './iam.js'
import type { Caller, KeyStatus, LastUse } from './iam-answers.js'
import type { IamFault } from './iam-fault.js'

export interface AuditedKey {
  readonly user: string
  readonly accessKeyId: string
  readonly status: KeyStatus
  readonly createdAt: Date
  /** Whole days. */
  readonly ageDays: number
  readonly lastUse: LastUse | 'never' | 'unknown'
  /** Active, and older than was asked. */
  readonly overdue: boolean
}

export interface Audit {
  readonly caller: Caller
  /** `own-user`: the caller may not list the account's users. */
  readonly scope: 'all-users' | 'own-user'
  readonly olderThanDays: number
  readonly users: number
  /** Oldest first. */
  readonly keys: readonly AuditedKey[]
  /** Users whose keys could not be listed, and keys whose last use could not be read. */
  readonly unread: readonly { readonly user: string; readonly what: string; readonly fault: IamFault }[]
}

export interface AuditRequest {
  readonly olderThanDays: number
  /** Milliseconds since 1970. */
  readonly now: number
}

const MOST_AT_ONCE = 4
const DAY_MS = 86_400_000

/** The keys of all users of the account, or of the caller alone where no more is allowed. Reads only. */
export const auditKeys = async (iam: IamReads, request: AuditRequest): Promise<Result<Audit, IamFault>> => {
  const asked = await iam.caller()
  if (!asked.ok) return asked
  const caller = asked.value
  const listed = await iam.users()
  if (!listed.ok && (listed.error.kind !== 'denied' || caller.user === null)) return err(listed.error)
  const users = listed.ok ? listed.value : [caller.user ?? '']
  const unread: Audit['unread'][number][] = []
  const keys: AuditedKey[] = []
  await eachOf(users, async (user) => {
    const found = await keysOfUser(iam, user, request)
    keys.push(...found.keys)
    unread.push(...found.unread)
  })
  return ok({
    caller,
    scope: listed.ok ? 'all-users' : 'own-user',
    olderThanDays: request.olderThanDays,
    users: users.length,
    keys: keys.sort(
      (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || compareText(a.accessKeyId, b.accessKeyId),
    ),
    unread: unread.sort((a, b) => compareText(a.user, b.user) || compareText(a.what, b.what)),
  })
}

const keysOfUser = async (
  iam: IamReads,
  user: string,
  { olderThanDays, now }: AuditRequest,
): Promise<Pick<Audit, 'keys' | 'unread'>> => {
  const listed = await iam.keysOf(user)
  // Deleted since the users were listed.
  if (!listed.ok && listed.error.kind === 'no-such-entity') return { keys: [], unread: [] }
  if (!listed.ok) return { keys: [], unread: [{ user, what: 'keys', fault: listed.error }] }
  const unread: Audit['unread'][number][] = []
  const keys: AuditedKey[] = []
  for (const key of listed.value) {
    const use = await iam.useOf(key.accessKeyId)
    // Not being allowed to ask is told by the key's line; the audit of ages is whole without it.
    if (!use.ok && use.error.kind !== 'denied')
      unread.push({ user, what: `last use of ${key.accessKeyId}`, fault: use.error })
    const ageDays = Math.floor((now - key.createdAt.getTime()) / DAY_MS)
    keys.push({
      ...key,
      user,
      ageDays,
      lastUse: use.ok ? (use.value.lastUse ?? 'never') : 'unknown',
      overdue: key.status === 'active' && ageDays > olderThanDays,
    })
  }
  return { keys, unread }
}

/** A few side by side, each taken once. */
const eachOf = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const queue = items.values()
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, worker))
}
