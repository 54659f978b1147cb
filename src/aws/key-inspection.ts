import { accountOf, type Generation, generationOf, type KeyKind, keyKindOf } from './access-key-id.js'
import { isCanaryAccount } from './canary-accounts.js'
import { isExampleAccessKeyId } from './example-credentials.js'

/** What an id names that signs nothing (IAM User Guide, "IAM identifiers"). */
const NAMES = {
  AIDA: 'user',
  AROA: 'role',
  AGPA: 'group',
  AIPA: 'instance-profile',
  ANPA: 'managed-policy',
  ANVA: 'policy-version',
  APKA: 'public-key',
  ASCA: 'certificate',
} as const

const SIGNS: ReadonlySet<string> = new Set(['AKIA', 'ASIA', 'ABIA', 'ACCA'])

export type NamedThing = (typeof NAMES)[keyof typeof NAMES]

/** Why no account can be read. */
export type NoAccount =
  /** Issued before ids carried the account. */
  | 'old-generation'
  /** The number is larger than any account's, so nobody issued this id. */
  | 'made-up'
  /** Letters of a documentation value mean nothing. */
  | 'example'
  | 'malformed'

/** What is wrong with the form; the first that applies. */
export type IdDefect = 'lower-case' | 'unknown-prefix' | 'wrong-length' | 'wrong-character'

/** What an id says by itself. */
export interface KeyInspection {
  readonly accessKeyId: string
  /** Null where the id has its form. */
  readonly defect: IdDefect | null
  /** Null where the form or the prefix is not known. */
  readonly kind: KeyKind | NamedThing | null
  readonly generation: Generation | null
  /** 12 digits. A hint, not a proof: see `accountOf`. */
  readonly accountId: string | null
  readonly noAccount: NoAccount | null
  /** Calling AWS with it alarms somebody. */
  readonly canary: boolean
  /** From public documentation. */
  readonly example: boolean
  /** `short-lived`: 36 hours at most; `old`: of the generation that AWS no longer issues; `unknown`: the id does not tell. */
  readonly age: 'short-lived' | 'old' | 'unknown'
}

/** Offline facts of an id. @param id as somebody typed it */
export const inspectAccessKeyId = (id: string): KeyInspection => {
  const defect = defectOf(id)
  const kind = defect === null ? kindOf(id) : null
  const example = isExampleAccessKeyId(id)
  const accountId = defect !== null || id.includes('EXAMPLE') ? null : accountOf(id)
  const generation = defect === null ? generationOf(id) : null
  return {
    accessKeyId: id,
    defect,
    kind,
    generation,
    accountId,
    noAccount: accountId === null ? noAccountOf(id, generation) : null,
    canary: accountId !== null && isCanaryAccount(accountId),
    example,
    age: kind === 'temporary' ? 'short-lived' : generation === 'old' && !example ? 'old' : 'unknown',
  }
}

const noAccountOf = (id: string, generation: Generation | null): NoAccount => {
  if (id.includes('EXAMPLE')) return 'example'
  if (generation === null) return 'malformed'
  return generation === 'old' ? 'old-generation' : 'made-up'
}

const kindOf = (id: string): KeyKind | NamedThing | null => {
  const prefix = id.slice(0, 4)
  if (SIGNS.has(prefix)) return keyKindOf(id)
  return Object.entries(NAMES).find(([known]) => known === prefix)?.[1] ?? null
}

/** Ids that sign have 20 characters; those that name have 21, in old accounts 20. */
const defectOf = (id: string): IdDefect | null => {
  const prefix = id.slice(0, 4)
  if (id !== id.toUpperCase()) return 'lower-case'
  if (!SIGNS.has(prefix) && !Object.hasOwn(NAMES, prefix)) return 'unknown-prefix'
  if (id.length !== 20 && (SIGNS.has(prefix) || id.length !== 21)) return 'wrong-length'
  // Documentation values hold digits that no real id has.
  return (isExampleAccessKeyId(id) ? /^[A-Z0-9]+$/ : /^[A-Z2-7]+$/).test(id) ? null : 'wrong-character'
}
