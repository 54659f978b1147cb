import type { Facts } from './finding.js'

/** When a credential ends by the date that it carries itself (fact `expires`, ISO 8601, UTC): epoch ms, null for none. */
export const expiryOf = ({ expires }: Facts): number | null => {
  const time = typeof expires === 'string' ? Date.parse(expires) : Number.NaN
  return Number.isNaN(time) ? null : time
}

/** @param now epoch milliseconds */
export const hasExpired = (facts: Facts, now: number): boolean => {
  const expiry = expiryOf(facts)
  return expiry !== null && expiry <= now
}
