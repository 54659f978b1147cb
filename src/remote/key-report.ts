import { accountOf } from '../aws/index.js'
import { err, ok, type Result } from '../model/index.js'
import type { IamReads } from './iam.js'
import type { Caller, KeyStatus, LastUse, ListedKey } from './iam-answers.js'
import type { IamFault } from './iam-fault.js'

/** All that can be read of a key before anything is changed. */
export interface KeyReport {
  readonly accessKeyId: string
  readonly caller: Caller
  /** Name of the IAM user; null: the root user's key. */
  readonly user: string | null
  readonly account: string
  /** Unknown where the caller may not ask. */
  readonly lastUse: LastUse | 'never' | 'unknown'
  /** Unknown where the caller may not list the user's keys; `absent` where they do not hold this one. */
  readonly status: KeyStatus | 'absent' | 'unknown'
  readonly createdAt: Date | null
  /** All keys of the user; null where the caller may not list them. */
  readonly keys: readonly ListedKey[] | null
}

/** Why there is no report, and nothing may be changed. */
export type ReportRefusal =
  | { readonly kind: 'other-account'; readonly keyAccount: string; readonly caller: Caller }
  /** The root user's; only root can act on it. */
  | { readonly kind: 'root-key'; readonly caller: Caller }
  /** Neither of this account nor of another that would be told from it. */
  | { readonly kind: 'unknown-key'; readonly caller: Caller }
  /** IAM refuses to tell whose it is. It is said to do so for keys that are gone or another account's as well. */
  | { readonly kind: 'untold'; readonly caller: Caller }
  | { readonly kind: 'fault'; readonly fault: IamFault }

/** Reads only. @param acting `leaked`: the key itself is the caller */
export const reportOnKey = async (
  iam: IamReads,
  accessKeyId: string,
  acting: 'own' | 'leaked',
): Promise<Result<KeyReport, ReportRefusal>> => {
  const asked = await iam.caller()
  if (!asked.ok) return err({ kind: 'fault', fault: asked.error })
  const caller = asked.value
  const keyAccount = accountOf(accessKeyId)
  // The number in the id is no proof, but a key of this account can't carry another one.
  if (keyAccount !== null && keyAccount !== caller.account)
    return err({ kind: 'other-account', keyAccount, caller })
  const owner = await ownerOf(iam, accessKeyId, caller, acting)
  if (!owner.ok) return owner
  const { user, lastUse } = owner.value
  if (user === null && !caller.root) return err({ kind: 'root-key', caller })
  const listed = await iam.keysOf(user)
  const keys = listed.ok ? listed.value : null
  if (!listed.ok && listed.error.kind !== 'denied') return err({ kind: 'fault', fault: listed.error })
  const key = keys?.find((one) => one.accessKeyId === accessKeyId)
  return ok({
    accessKeyId,
    caller,
    user,
    account: caller.account,
    lastUse,
    status: key?.status ?? statusUnlisted(keys, acting),
    createdAt: key?.createdAt ?? null,
    keys,
  })
}

/** A key that signs is active, whoever may list it. */
const statusUnlisted = (keys: readonly ListedKey[] | null, acting: 'own' | 'leaked'): KeyReport['status'] =>
  keys !== null ? 'absent' : acting === 'leaked' ? 'active' : 'unknown'

const ownerOf = async (
  iam: IamReads,
  accessKeyId: string,
  caller: Caller,
  acting: 'own' | 'leaked',
): Promise<Result<Pick<KeyReport, 'user' | 'lastUse'>, ReportRefusal>> => {
  const use = await iam.useOf(accessKeyId)
  if (use.ok) return ok({ user: use.value.user, lastUse: use.value.lastUse ?? 'never' })
  const fault = use.error
  // The key itself knows whose it is, even where it may ask for nothing.
  if (fault.kind === 'denied' && acting === 'leaked' && (caller.user !== null || caller.root))
    return ok({ user: caller.user, lastUse: 'unknown' })
  if (fault.kind === 'no-such-entity') return err({ kind: 'unknown-key', caller })
  return err(fault.kind === 'denied' ? { kind: 'untold', caller } : { kind: 'fault', fault })
}
