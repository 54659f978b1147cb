import type { Caller, KeyReport, LastUse } from '../remote/index.js'
import { printable } from './printable.js'

const DAY_MS = 86_400_000

/** `2026-11-20` */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** `2026-11-20 14:03 UTC`: to the minute, which is as exact as AWS's record of a use. */
const minuteOf = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

export const agoOf = (at: Date, now: number): string => {
  const days = Math.floor((now - at.getTime()) / DAY_MS)
  return days <= 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`
}

export const lastUseWords = (lastUse: LastUse | 'never' | 'unknown', now: number): string => {
  if (lastUse === 'never') return 'never, as far as AWS keeps record'
  if (lastUse === 'unknown') return 'not known: this identity may not ask'
  const { at, service, region } = lastUse
  const where = service === null ? '' : `, ${service}${region === null ? '' : ` in ${region}`}`
  return `${minuteOf(at)} (${agoOf(at, now)})${where}`
}

export const ownerWords = ({ user, account }: Pick<KeyReport, 'user' | 'account'>): string =>
  `${user === null ? 'the root user' : `user ${user}`}, account ${account}`

/** Whose credentials act; said before anything is done with them. */
export const actorWords = (caller: Caller, acting: 'own' | 'leaked', profile: string | null): string => {
  if (acting === 'leaked') return `${caller.arn} (the leaked key itself)`
  return `${caller.arn} (your credentials${profile === null ? '' : `, profile ${printable(profile)}`})`
}

/** `label` and text in two columns. */
export const row = (label: string, text: string): string => `${label.padEnd(11)}${text}\n`

export const continued = (text: string): string => row('', text)
