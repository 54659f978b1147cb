import {
  type Finding,
  notChecked,
  originOf,
  type Region,
  type RuleDescription,
  type ScanResult,
  SEVERITIES,
  Secret,
  type Severity,
} from '../../src/model/index.js'
import type { RenderOptions } from '../../src/report/index.js'
import { accessKeyId, secretAccessKey } from './credentials.js'

/** Of the account 211166664961: made from a seed, belongs to nobody. */
export const KEY_ID = accessKeyId('report')
export const SECRET = secretAccessKey('report')
export const ACCOUNT = '211166664961'
export const HIDDEN = '<40 characters hidden>'

export const PAIR_RULE: RuleDescription = {
  id: 'aws-access-key',
  provider: 'AWS',
  name: 'AWS access key',
  description: 'An access key ID with its secret access key. Whoever has it acts as its owner.',
  remedy: 'Deactivate the key in IAM, then replace it where it is used, then delete it.',
  docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  severity: 'high',
  confidence: 'high',
}

export const ID_RULE: RuleDescription = {
  ...PAIR_RULE,
  id: 'aws-access-key-id',
  name: 'AWS access key ID without its secret',
  description: 'The public half of an access key.',
  severity: 'medium',
}

export const region = (startLine: number, startColumn: number, length: number): Region => ({
  startLine,
  startColumn,
  endLine: startLine,
  endColumn: startColumn + length,
  startByte: startLine * 100 + startColumn - 1,
  endByte: startLine * 100 + startColumn - 1 + length,
})

/** A pair in an .env file, as a scan finds it. */
export const pairFinding = (changes: Partial<Finding> = {}): Finding => ({
  ruleId: 'aws-access-key',
  severity: 'high',
  confidence: 'high',
  path: '.env',
  container: null,
  region: region(3, 23, 40),
  redacted: HIDDEN,
  fingerprint: 'v1:00112233445566778899aabbccddeeff',
  origin: originOf('worktree'),
  facts: { accessKeyId: KEY_ID, accountId: ACCOUNT, keyKind: 'long-term', canary: false },
  related: [{ role: 'id', path: '.env', startLine: 2, startColumn: 19, endLine: 2, endColumn: 39 }],
  partners: [],
  verification: notChecked('not-asked'),
  suppressed: null,
  remedy: `Deactivate ${KEY_ID} of account ${ACCOUNT} now, then take it out of the code; removing it from the file alone leaves it usable.`,
  why: ['id and secret stand together, the secret under its own name'],
  excerpt: [
    { line: 2, text: `AWS_ACCESS_KEY_ID=${KEY_ID}`, mark: null },
    { line: 3, text: `AWS_SECRET_ACCESS_KEY=${HIDDEN}`, mark: { start: 23, end: 45 } },
  ],
  lineHash: '9cabe4e8f98342fb:1',
  assignedName: 'awssecretaccesskey',
  alternatives: [],
  values: { id: new Secret(KEY_ID, KEY_ID), secret: new Secret(SECRET, HIDDEN) },
  ...changes,
})

/** An id alone in a document. */
export const idFinding = (changes: Partial<Finding> = {}): Finding =>
  pairFinding({
    ruleId: 'aws-access-key-id',
    severity: 'medium',
    path: 'docs/setup.md',
    region: region(40, 9, 20),
    redacted: KEY_ID,
    fingerprint: 'v1:ffeeddccbbaa99887766554433221100',
    related: [],
    remedy: `An access key ID opens nothing without its secret, but ${KEY_ID} may have its secret nearby.`,
    why: ['an access key ID by its form; no secret stands near it'],
    excerpt: [{ line: 40, text: `Set it: ${KEY_ID} and go.`, mark: { start: 9, end: 29 } }],
    values: { id: new Secret(KEY_ID, KEY_ID) },
    ...changes,
  })

export const scanResult = (findings: readonly Finding[], changes: Partial<ScanResult> = {}): ScanResult => {
  const bySeverity = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<
    Severity,
    number
  >
  for (const { severity } of findings) bySeverity[severity]++
  const { suppressed = [], unread = [], skipped = [] } = changes
  return {
    mode: 'scan',
    findings,
    suppressed,
    unread,
    skipped,
    counts: {
      files: 31_022,
      bytes: 234_000_000,
      findings: bySeverity,
      suppressed: suppressed.length,
      examples: 0,
      known: 0,
      unread: unread.length,
      skipped: skipped.length,
    },
    timings: { list: 12.3, scan: 380, total: 412.5 },
    rules: [PAIR_RULE, ID_RULE],
    ...changes,
  }
}

export const renderOptions = (changes: Partial<RenderOptions> = {}): RenderOptions => ({
  colors: 'off',
  detail: 'normal',
  width: 80,
  version: '1.2.3',
  showPath: (path) => path,
  now: new Date('2026-11-24T12:00:00Z'),
  timings: 'hidden',
  ...changes,
})
