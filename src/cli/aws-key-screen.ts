import type { Deactivation, KeyReport } from '../remote/index.js'
import { actorWords, agoOf, continued, dayOf, lastUseWords, ownerWords, row } from './aws-words.js'

export interface Actor {
  readonly acting: 'own' | 'leaked'
  readonly profile: string | null
}

const STATUS: Readonly<Record<KeyReport['status'], string>> = {
  active: 'active',
  inactive: 'inactive',
  absent: "not among its user's keys",
  unknown: 'active or inactive, which this identity may not see',
}

/** What is known of a key and who asks, before anything is done. */
export const keyScreen = (report: KeyReport, { acting, profile }: Actor, now: number): string => {
  const { createdAt } = report
  const made = createdAt === null ? '' : `, made ${dayOf(createdAt)} (${agoOf(createdAt, now)})`
  return [
    row('Key', `${report.accessKeyId}, ${STATUS[report.status]}${made}`),
    row('Belongs to', ownerWords(report)),
    row('Last used', lastUseWords(report.lastUse, now)),
    row('Acting as', actorWords(report.caller, acting, profile)),
  ].join('')
}

export const deactivateQuestion = (): string =>
  '\nDeactivate this key? What still uses it stops working; it can be switched on again.'

export const deactivateDryRun = (): string =>
  row('Dry run', 'Would set the key inactive (iam:UpdateAccessKey). Nothing was changed.')

export const alreadyInactive = (report: KeyReport): string =>
  row('Done', 'The key is inactive already. Nothing was changed.') + afterDeactivation(report)

export const deactivated = (report: KeyReport, { seen }: Deactivation): string =>
  (seen === 'listed-inactive'
    ? row('Done', 'The key is inactive, and AWS lists it so.')
    : row('Done', 'AWS took the change. It may take some seconds to be in force everywhere.')) +
  afterDeactivation(report)

const afterDeactivation = ({ accessKeyId, user }: KeyReport): string =>
  (user === null
    ? row('Next', 'Delete it: AWS console → Security credentials. Root keys should not exist.')
    : row('Next', `keysieve aws rotate ${accessKeyId} --step delete   when nothing misses it`)) +
  continued('See what was done with it, once for each region you use:') +
  continued(
    `aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${accessKeyId}`,
  )

/** What follows from where the key stands. */
export const lastUsedNext = ({ accessKeyId, status, user }: KeyReport): string => {
  if (status === 'inactive') return row('Next', `keysieve aws rotate ${accessKeyId} --step delete`)
  if (status === 'absent' || user === null) return ''
  return (
    row('Next', `keysieve aws deactivate ${accessKeyId}   if it was ever public`) +
    continued(`keysieve aws rotate ${accessKeyId}   if something still needs a key`)
  )
}
