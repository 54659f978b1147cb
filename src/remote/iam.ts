import type { Caller, KeyUse, ListedKey } from './iam-answers.js'
import type { Answer } from './iam-calls.js'
import { readsOver } from './iam-reads.js'
import { type IamOptions, openWire } from './iam-wire.js'
import { writesOver } from './iam-writes.js'
import type { NewKey } from './plain-values.js'

/** One user's key. The user null: the caller's own, as IAM takes it where no name is given. */
export interface KeyOfUser {
  readonly user: string | null
  readonly accessKeyId: string
}

export interface IamReads {
  /** STS GetCallerIdentity. */
  caller(): Promise<Answer<Caller>>
  /** IAM GetAccessKeyLastUsed. */
  useOf(accessKeyId: string): Promise<Answer<KeyUse>>
  /** IAM ListAccessKeys, all pages. @param user null: the caller */
  keysOf(user: string | null): Promise<Answer<readonly ListedKey[]>>
  /** Names by IAM ListUsers, all pages. */
  users(): Promise<Answer<readonly string[]>>
}

export interface IamWrites {
  /** IAM UpdateAccessKey with Inactive. */
  deactivate(key: KeyOfUser): Promise<Answer<'done'>>
  /** IAM CreateAccessKey; never sent twice. */
  createKey(user: string): Promise<Answer<NewKey>>
  /** IAM DeleteAccessKey. */
  deleteKey(key: KeyOfUser): Promise<Answer<'done'>>
}

/** What keysieve may ask IAM for, and nothing else. No method rejects. */
export interface Iam extends IamReads, IamWrites {
  /** Ends open connections. Safe to call twice. */
  close(): void
}

export const createIam = (options: IamOptions): Iam => {
  const wire = openWire(options)
  return { ...readsOver(wire), ...writesOver(wire), close: wire.close }
}
