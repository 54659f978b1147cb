import type { Finding, Origin, Related, Skipped, Unread } from '../model/index.js'

/** A finding with exactly the keys of JSON Lines in their order, `null` where there is nothing: programs rely on it. */
export const findingRecord = (finding: Finding): Readonly<Record<string, unknown>> => ({
  schema: 'keysieve/v1',
  ruleId: finding.ruleId,
  severity: finding.severity,
  confidence: finding.confidence,
  path: finding.path,
  container: finding.container,
  startLine: finding.region.startLine,
  startColumn: finding.region.startColumn,
  endLine: finding.region.endLine,
  endColumn: finding.region.endColumn,
  startByte: finding.region.startByte,
  endByte: finding.region.endByte,
  redacted: finding.redacted,
  fingerprint: finding.fingerprint,
  origin: originRecord(finding.origin),
  facts: finding.facts,
  related: finding.related.map(relatedRecord),
  partners: finding.partners,
  verification: verificationRecord(finding),
  suppressed: suppressionRecord(finding),
  remedy: finding.remedy,
})

const originRecord = ({ kind, commit, author, date, introduced }: Origin): unknown => ({
  kind,
  commit,
  author,
  date,
  introduced:
    introduced === null
      ? null
      : { commit: introduced.commit, author: introduced.author, date: introduced.date },
})

const relatedRecord = (related: Related): unknown => ({
  role: related.role,
  path: related.path,
  startLine: related.startLine,
  startColumn: related.startColumn,
  endLine: related.endLine,
  endColumn: related.endColumn,
})

const verificationRecord = ({ verification }: Finding): unknown => ({
  status: verification.status,
  reason: verification.reason,
  account: verification.account,
  arn: verification.arn,
  userId: verification.userId,
  root: verification.root,
  detail: verification.detail,
})

const suppressionRecord = ({ suppressed }: Finding): unknown =>
  suppressed === null ? null : { kind: suppressed.kind, line: suppressed.line, reason: suppressed.reason }

/** `container` and `detail` only where there is one. */
export const unreadRecord = ({
  path,
  container,
  reason,
  detail,
}: Unread): Readonly<Record<string, unknown>> => ({
  path,
  ...(container === undefined ? {} : { container }),
  reason,
  ...(detail === '' ? {} : { detail }),
})

export const skippedRecord = ({ path, container, reason }: Skipped): Readonly<Record<string, unknown>> => ({
  path,
  ...(container === undefined ? {} : { container }),
  reason,
})
