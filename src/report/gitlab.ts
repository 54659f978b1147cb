import type { Finding, RuleDescription, ScanResult, Severity } from '../model/index.js'
import { accountOf, keyIdOf, titleOf } from './credential-words.js'
import {
  answerWords,
  commitOf,
  fileOf,
  headingOf,
  introductionOf,
  introductionWords,
  reasonsOf,
} from './finding-words.js'
import { wellFormedJsonText } from './json-text.js'
import { placeDigest } from './place-digest.js'
import { countsByReason, skipWord, unreadWord } from './reason-words.js'
import type { RenderOptions } from './render-options.js'
import { documentationOf } from './web-address.js'

/** Of GitLab's security report schemas, which a report has to declare and to fulfil, or it is not taken in. */
const SCHEMA_VERSION = '15.2.1'
const SCHEMA = `https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v${SCHEMA_VERSION}/dist/secret-detection-report-format.json`

/** What the schema allows, in characters. */
const NAME_CHARACTERS = 255
const SOLUTION_CHARACTERS = 7_000
/** Of all that GitLab stores of a file's other places. */
const MOST_PLACES = 20

/** GitLab's own analyzer writes this where it looked at files and not at commits. */
const NO_COMMIT = '0000000'

/**
 * GitLab's secret detection report (`artifacts:reports:secret_detection`), a vulnerability a line. It holds no extract of
 * the source code, which would publish what stands around the secret.
 */
export function* renderGitlab(result: ScanResult, options: RenderOptions): Generator<string> {
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]))
  yield `{"version":"${SCHEMA_VERSION}","schema":${wellFormedJsonText(SCHEMA)},\n`
  yield `"scan":${wellFormedJsonText(scanOf(result, options))},\n"vulnerabilities":[`
  for (const [index, finding] of result.findings.entries()) {
    const vulnerability = vulnerabilityOf(finding, rules.get(finding.ruleId))
    yield `${index === 0 ? '' : ','}\n${wellFormedJsonText(vulnerability)}`
  }
  yield `${result.findings.length === 0 ? '' : '\n'}]}\n`
}

/** What was not read is told here, and makes it a failed scan: then nobody takes old findings for resolved. */
const scanOf = (result: ScanResult, { version, now }: RenderOptions): unknown => {
  const tool = { id: 'keysieve', name: 'keysieve', version, vendor: { name: 'keysieve' } }
  const end = now?.getTime() ?? 0
  return {
    type: 'secret_detection',
    status: result.unread.length === 0 ? 'success' : 'failure',
    start_time: utc(end - (result.timings.total ?? 0)),
    end_time: utc(end),
    analyzer: tool,
    scanner: tool,
    messages: [
      ...result.unread.map(({ path, reason, detail }) => ({
        level: 'warn',
        value: `Could not be read: ${path}: ${unreadWord(reason)}${detail === '' ? '' : ` (${detail})`}`,
      })),
      ...countsByReason(result.skipped, skipWord).map(([word, count]) => ({
        level: 'info',
        value: `Left out on purpose: ${word} ${count}`,
      })),
    ],
  }
}

/** `YYYY-MM-DDThh:mm:ss` without a zone, as the schema wants it. */
const utc = (ms: number): string =>
  new Date(Math.max(0, ms)).toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length)

const SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
}

const vulnerabilityOf = (finding: Finding, rule: RuleDescription | undefined): unknown => {
  const { region } = finding
  const docs = rule === undefined ? null : documentationOf(rule)
  return {
    id: uuidOf(placeDigest(finding)),
    name: bounded(titleOf(finding, rule), NAME_CHARACTERS),
    description: descriptionOf(finding, rule),
    severity: SEVERITIES[finding.severity],
    solution: bounded(finding.remedy, SOLUTION_CHARACTERS),
    // The first is what GitLab recognises the kind of finding by.
    identifiers: [
      {
        type: 'keysieve_rule_id',
        name: `keysieve rule ${finding.ruleId}`,
        value: finding.ruleId,
        ...(docs === null ? {} : { url: docs }),
      },
      { type: 'cwe', name: 'CWE-798', value: '798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    ],
    ...(docs === null ? {} : { links: [{ name: 'Documentation', url: docs }] }),
    details: detailsOf(finding),
    location: {
      file: fileOf(finding),
      start_line: Math.max(1, region.startLine),
      end_line: Math.max(1, region.endLine),
      commit: commitRecord(finding),
    },
  }
}

const descriptionOf = (finding: Finding, rule: RuleDescription | undefined): string =>
  [
    `${headingOf(finding, rule)}.`,
    rule?.description ?? '',
    phrase('Why', reasonsOf(finding, null).join('; ')),
    phrase('Verification', answerWords(finding, rule) ?? ''),
    phrase('Who', introductionWords(finding) ?? ''),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')

const phrase = (label: string, text: string): string =>
  text === '' ? '' : `${label}: ${text}${text.endsWith('.') ? '' : '.'}`

/** The commit that was scanned, else the one that blame names. */
const commitRecord = (finding: Finding): unknown => {
  const by = introductionOf(finding)
  const sha = commitOf(finding)
  if (sha === null || sha === '') return { sha: NO_COMMIT }
  return by === null || by.commit !== sha ? { sha } : { sha, author: by.author, date: by.date }
}

/** Typed fields that GitLab lists beside the description. */
const detailsOf = (finding: Finding): unknown => {
  const [account, key] = [accountOf(finding), keyIdOf(finding)]
  const places = finding.related.slice(0, MOST_PLACES)
  return {
    fingerprint: { type: 'text', name: 'keysieve fingerprint', value: finding.fingerprint },
    confidence: { type: 'text', name: 'Confidence', value: finding.confidence },
    ...(account === null ? {} : { account: { type: 'text', name: 'Account', value: account } }),
    ...(key === null ? {} : { key: { type: 'text', name: 'Access key ID', value: key } }),
    ...(places.length === 0
      ? {}
      : { places: { type: 'list', name: 'Also at', items: places.map(fileLocation) } }),
  }
}

const fileLocation = (place: Finding['related'][number]): unknown => ({
  type: 'file-location',
  file_name: place.path === '' ? '.' : place.path,
  line_start: Math.max(1, place.startLine),
  line_end: Math.max(1, place.endLine),
})

/** The schema recommends a UUID as id: version 8 of RFC 9562, whose bits are the maker's own. */
const uuidOf = (digest: string): string =>
  [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-')

const bounded = (text: string, most: number): string => {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
