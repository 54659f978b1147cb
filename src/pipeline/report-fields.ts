import {
  type Introduction,
  notChecked,
  type Origin,
  type Related,
  type Suppression,
  VERIFICATION_STATUSES,
  type Verification,
  type VerificationReason,
} from '../model/index.js'

/** Reads the parts of a report's findings. Anybody may have written a report, so each returns undefined for any other shape. */

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isText = (value: unknown): value is string => typeof value === 'string'
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0

/** The names of reasons: newer versions may know more of them than we do. */
export const isWord = (value: unknown): value is string => isText(value) && /^[a-z][a-z-]{0,39}$/.test(value)

const textOrNull = (value: unknown): string | null | undefined =>
  value === null || value === undefined ? null : isText(value) ? value : undefined

/** A list of which every item can be read. */
export const listIn = <T>(
  value: unknown,
  itemIn: (item: unknown) => T | undefined,
): readonly T[] | undefined => {
  if (value === null || value === undefined) return []
  if (!Array.isArray(value)) return undefined
  const items: T[] = []
  for (const one of value) {
    const item = itemIn(one)
    if (item === undefined) return undefined
    items.push(item)
  }
  return items
}

export const textIn = (value: unknown): string | undefined => (isText(value) ? value : undefined)

export const containerIn = (value: unknown): readonly string[] | null | undefined => {
  const members = listIn(value, textIn)
  return members?.length === 0 ? null : members
}

export const originIn = (value: unknown): Origin | undefined => {
  if (!isObject(value)) return undefined
  const kind = (['worktree', 'index', 'commit', 'stdin'] as const).find((known) => known === value.kind)
  const [commit, author, date] = [value.commit, value.author, value.date].map(textOrNull)
  const introduced = introductionIn(value.introduced)
  if (kind === undefined || commit === undefined || author === undefined) return undefined
  return date === undefined || introduced === undefined
    ? undefined
    : { kind, commit, author, date, introduced }
}

const introductionIn = (value: unknown): Introduction | null | undefined => {
  if (value === null || value === undefined) return null
  if (!isObject(value)) return undefined
  const { commit, author, date } = value
  return isText(commit) && isText(author) && isText(date) ? { commit, author, date } : undefined
}

export const relatedIn = (value: unknown): Related | undefined => {
  if (!isObject(value)) return undefined
  const role = (['id', 'secret', 'token'] as const).find((known) => known === value.role)
  const { path, startLine, startColumn, endLine, endColumn } = value
  if (role === undefined || !isText(path) || !isCount(startLine) || !isCount(startColumn)) return undefined
  return isCount(endLine) && isCount(endColumn)
    ? { role, path, startLine, startColumn, endLine, endColumn }
    : undefined
}

export const verificationIn = (value: unknown): Verification | undefined => {
  if (value === null || value === undefined) return notChecked('not-asked')
  if (!isObject(value)) return undefined
  const status = VERIFICATION_STATUSES.find((known) => known === value.status)
  const [account, arn, userId, detail] = [value.account, value.arn, value.userId, value.detail].map(
    textOrNull,
  )
  const reason = value.reason ?? null
  if (status === undefined || (reason !== null && !isWord(reason))) return undefined
  if (account === undefined || arn === undefined || userId === undefined || detail === undefined)
    return undefined
  const known = reason as VerificationReason | null
  return { status, reason: known, account, arn, userId, root: value.root === true, detail }
}

export const suppressionIn = (value: unknown): Suppression | null | undefined => {
  if (value === null || value === undefined) return null
  if (!isObject(value) || value.kind !== 'inline' || !isCount(value.line)) return undefined
  const reason = textOrNull(value.reason)
  return reason === undefined ? undefined : { kind: 'inline', line: value.line, reason }
}
