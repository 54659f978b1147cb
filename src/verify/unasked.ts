import type { Verification } from '../model/index.js'

/** Verdicts that no call stands behind. */
const without = (verdict: Pick<Verification, 'status' | 'reason' | 'detail'>): Verification => ({
  account: null,
  arn: null,
  userId: null,
  root: false,
  ...verdict,
})

/** Unknown, not `not-checked`: the user asked for it, so the exit code must say that it was not done. */
export const outOfBudget = without({
  status: 'unknown',
  reason: 'budget',
  detail: 'The time for all verifications was used up before AWS answered.',
})

export const tooManySecrets = without({
  status: 'unknown',
  reason: 'budget',
  detail: 'Five other secrets were tried for this key ID; no more are.',
})

export const anotherSecretIsRight = without({
  status: 'wrong-secret',
  reason: null,
  detail: 'Another secret found in this scan is the one of this key.',
})
