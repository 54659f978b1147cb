import { type Finding, SEVERITIES, type Severity } from '../model/index.js'

/** Most severe first. */
export const WORST_FIRST: readonly Severity[] = SEVERITIES.toReversed()

/** The same findings, most severe first; in their order among equals. */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  WORST_FIRST.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
