import type { Candidate, Detection } from '../model/index.js'

/** Credentials that were made of some candidates, and which candidates nobody else may have. */
export interface Claim {
  readonly detections: readonly Detection[]
  readonly taken: ReadonlySet<Candidate>
}
