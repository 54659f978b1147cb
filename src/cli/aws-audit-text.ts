import type { Audit, AuditedKey, LastUse } from '../remote/index.js'
import { dayOf } from './aws-words.js'

/** One line a key, oldest first, then what follows from it. */
export const auditText = (audit: Audit): string => {
  const width = Math.max(4, ...audit.keys.map(({ user }) => user.length))
  return [
    ...audit.keys.map((key) => keyLine(key, width)),
    audit.keys.length === 0 ? '' : '\n',
    ...audit.unread.map(({ user, what, fault }) => `not read: ${what} of ${user}. ${fault.detail}\n`),
    summary(audit),
    scopeLine(audit),
    nextLine(audit),
  ].join('')
}

const keyLine = (key: AuditedKey, width: number): string =>
  `${[
    key.overdue ? 'OLD ' : '    ',
    key.accessKeyId.padEnd(20),
    key.user.padEnd(width),
    key.status.padEnd(8),
    `${String(key.ageDays).padStart(5)} days`,
    `last used ${lastUseWord(key.lastUse)}`,
  ].join('  ')}\n`

const lastUseWord = (lastUse: LastUse | 'never' | 'unknown'): string =>
  typeof lastUse === 'string'
    ? lastUse
    : `${dayOf(lastUse.at)}${lastUse.service === null ? '' : `, ${lastUse.service}`}`

const summary = ({ keys, users, olderThanDays, caller }: Audit): string => {
  const overdue = keys.filter((key) => key.overdue).length
  const active = keys.filter(({ status }) => status === 'active').length
  return `${keys.length} access keys (${active} active) of ${users} ${users === 1 ? 'user' : 'users'} in account ${caller.account}: ${
    overdue === 0
      ? `no active one is older than ${olderThanDays} days.`
      : `${overdue} active and older than ${olderThanDays} days.`
  }\n`
}

const scopeLine = ({ scope, caller }: Audit): string =>
  scope === 'own-user'
    ? `Only your own: ${caller.arn} may not list the users of the account (iam:ListUsers).\n`
    : "The root user's keys are in no list:  aws iam get-account-summary  (AccountAccessKeysPresent must be 0).\n"

const nextLine = ({ keys }: Audit): string => {
  const first = keys.find((key) => key.overdue)
  return first === undefined ? '' : `Next  keysieve aws rotate ${first.accessKeyId}\n`
}

/** For programs: dates as ISO 8601. */
export const auditJson = ({ caller, unread, ...audit }: Audit): string =>
  `${JSON.stringify(
    {
      schema: 'keysieve/aws-audit/v1',
      account: caller.account,
      arn: caller.arn,
      ...audit,
      unread: unread.map(({ user, what, fault }) => ({
        user,
        what,
        reason: fault.kind,
        detail: fault.detail,
      })),
    },
    null,
    2,
  )}\n`
