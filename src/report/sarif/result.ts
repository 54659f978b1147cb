import type { Finding, Related, RuleDescription } from '../../model/index.js'
import { roleWord } from '../credential-words.js'
import { wasAsked } from '../verification-words.js'
import { artifactUri } from './artifact-uri.js'
import { type Place, physicalLocation } from './location.js'
import { messageOf } from './message.js'
import { inMessage } from './plain-text.js'
import { levelOf } from './severity-levels.js'

/** GitHub shows at most 100 locations of a result. */
const MOST_RELATED = 100

export interface IndexedRule {
  readonly index: number
  readonly rule: RuleDescription
}

/** @param known the finding's rule in the run's list; undefined for a rule that is not in force (any more) */
export const sarifResult = (finding: Finding, known: IndexedRule | undefined): unknown => {
  // Lines of a member mean nothing in the file that a viewer could open.
  const related = finding.container === null ? finding.related.slice(0, MOST_RELATED) : []
  return {
    ruleId: finding.ruleId,
    ...(known === undefined ? {} : { ruleIndex: known.index }),
    level: levelOf(finding.severity),
    message: { text: messageOf(finding, known?.rule, related) },
    locations: [{ physicalLocation: physicalLocation(finding.path, placeOf(finding)) }],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(relatedLocation) }),
    partialFingerprints: {
      // Empty where a finding was taken from an earlier report; GitHub's action then computes it.
      ...(finding.lineHash === '' ? {} : { primaryLocationLineHash: lineHashOf(finding) }),
      'keysieve/v1': finding.fingerprint,
    },
    properties: properties(finding),
  }
}

/** Of an archive its beginning: GitHub wants a line, and the message says which one of which member. */
const placeOf = ({ container, region }: Finding): Place =>
  container === null ? region : { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 }

/** GitHub takes results of a file with equal hashes for one: two members may have equal lines. */
const lineHashOf = ({ container, lineHash }: Finding): string =>
  container === null ? lineHash : `${lineHash}:${container.map(artifactUri).join(':')}`

const relatedLocation = (related: Related, index: number): unknown => ({
  id: index + 1,
  physicalLocation: physicalLocation(related.path, related),
  message: { text: inMessage(roleWord(related.role)) },
})

const properties = ({ verification, origin, ...finding }: Finding): unknown => ({
  severity: finding.severity,
  confidence: finding.confidence,
  redacted: finding.redacted,
  facts: finding.facts,
  ...(wasAsked(verification)
    ? { verification: { status: verification.status, reason: verification.reason, arn: verification.arn } }
    : {}),
  ...(origin.commit === null ? {} : { commit: origin.commit }),
  ...(origin.introduced === null ? {} : { introducedIn: origin.introduced.commit }),
  ...(finding.container === null ? {} : { container: finding.container }),
  ...(finding.partners.length === 0 ? {} : { partners: finding.partners }),
})
