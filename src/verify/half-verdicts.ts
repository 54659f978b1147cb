import { type Finding, notChecked, type Verification } from '../model/index.js'
import { secretDigest } from './plain-credential.js'
import { type Answered, isProven, placeOf, remarkOn, weightiest, withRemark } from './verdicts.js'

/** What was said of a credential whose ID another finding holds. */
interface Told {
  readonly answer: Verification
  readonly owner: Finding
}

/**
 * What secrets and tokens that stand alone learn: from the IDs they were tried with, or from their equals beside an ID.
 * @param answered for each finding what its attempts came to
 * @returns null where nothing was learnt
 */
export const halfVerdicts = (
  findings: readonly Finding[],
  answered: readonly (readonly Answered[])[],
): ((finding: Finding) => Verification | null) => {
  const told = new Map<string, Told[]>()
  const proven = new Map<string, Told>()
  for (const [index, owner] of findings.entries())
    for (const { attempt, answer } of answered[index] ?? []) {
      for (const half of [attempt.secretFrom, attempt.tokenFrom]) {
        if (half === null) continue
        const list = told.get(half.fingerprint) ?? []
        list.push({ answer, owner })
        told.set(half.fingerprint, list)
      }
      if (isProven(answer)) proven.set(secretDigest(attempt.credential.secretAccessKey), { answer, owner })
    }
  return (finding) => {
    const { id, secret } = finding.values
    if (id !== undefined) return null
    const equal = secret === undefined ? undefined : proven.get(secretDigest(secret))
    const best = equal ?? weightiest(told.get(finding.fingerprint) ?? [])
    return best === null ? null : verdictOnHalf(finding, best)
  }
}

/** That AWS does not know an ID says nothing of a secret that may be another one's. */
const verdictOnHalf = ({ values }: Finding, { answer, owner }: Told): Verification => {
  const isOfId =
    answer.status === 'inactive-or-deleted' || (answer.status === 'expired' && values.token === undefined)
  if (!isOfId) return withRemark(answer, remarkOn(answer, 'key ID', owner))
  const detail = `AWS knows no key with the ID in ${placeOf(owner)}, which may be its own.`
  return { ...notChecked('not-verifiable'), detail }
}
