import type { AlternativeSecret, Finding, Region, Related } from '../model/index.js'

/**
 * The finding with another secret near its ID in the first place, since that is the one that works. Its fingerprint
 * stays: it says what was found, and is the same with and without verification.
 */
export const withRightSecret = (finding: Finding, right: AlternativeSecret): Finding => {
  const { secret, region, excerpt, lineHash } = right
  const before = relatedAt(finding.region, finding.path)
  return {
    ...finding,
    region,
    redacted: String(secret),
    excerpt,
    lineHash,
    values: { ...finding.values, secret },
    related: finding.related.map((one) => (isAt(one, region) ? before : one)),
    why: [...finding.why, 'of several secrets near its ID the one that works'],
  }
}

const relatedAt = ({ startLine, startColumn, endLine, endColumn }: Region, path: string): Related => ({
  role: 'secret',
  path,
  startLine,
  startColumn,
  endLine,
  endColumn,
})

const isAt = ({ role, startLine, startColumn }: Related, region: Region): boolean =>
  role === 'secret' && startLine === region.startLine && startColumn === region.startColumn
