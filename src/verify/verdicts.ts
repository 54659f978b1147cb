import type { Finding, Verification, VerificationStatus } from '../model/index.js'
import type { Attempt } from './attempts.js'

/** What AWS said of one attempt of a finding. */
export interface Answered {
  readonly attempt: Attempt
  readonly answer: Verification
}

/** What one of a finding's attempts says of it: proof before doubt, and doubt before what would be an all-clear. */
const WEIGHT: Readonly<Record<VerificationStatus, number>> = {
  active: 0,
  'denied-but-valid': 1,
  unknown: 2,
  unreachable: 3,
  expired: 4,
  'inactive-or-deleted': 5,
  'wrong-secret': 6,
  'not-checked': 7,
}

export const isProven = ({ status }: Verification): boolean =>
  status === 'active' || status === 'denied-but-valid'

/** The weightiest of several; of equal ones the first. */
export const weightiest = <T extends { readonly answer: Verification }>(all: readonly T[]): T | null =>
  all.reduce<T | null>(
    (best, one) => (best === null || WEIGHT[one.answer.status] < WEIGHT[best.answer.status] ? one : best),
    null,
  )

/** Of the finding that holds the ID: where its other half stands, if that is another file. */
export const verdictOnId = ({ attempt, answer }: Answered): Verification => {
  const other = attempt.secretFrom ?? attempt.tokenFrom
  if (other === null) return answer
  const half = attempt.secretFrom === null ? 'session token' : 'secret'
  return withRemark(answer, remarkOn(answer, half, other))
}

export const remarkOn = (answer: Verification, half: string, other: Finding): string =>
  isProven(answer)
    ? `Its ${half} stands in ${placeOf(other)}.`
    : `Asked with the ${half} in ${placeOf(other)}.`

export const withRemark = (answer: Verification, remark: string): Verification => ({
  ...answer,
  detail: answer.detail === null ? remark : `${answer.detail} ${remark}`,
})

/** Paths of findings are masked. */
export const placeOf = ({ path, region }: Finding): string => `${path}:${region.startLine}`
