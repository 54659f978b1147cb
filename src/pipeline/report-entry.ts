import {
  CONFIDENCES,
  compareText,
  err,
  type Finding,
  notChecked,
  type Origin,
  ok,
  originOf,
  type Region,
  type Result,
  SEVERITIES,
} from '../model/index.js'

/**
 * Reads the findings of a report of format `json` or `jsonl`. What a report does not hold (values, excerpt, line hash)
 * is empty; whether the credential still stands there is for `recover` to say.
 * @returns or an error: one sentence that says what is wrong with which finding
 */
export const parseReport = (text: string): Result<readonly Finding[], string> => {
  const whole = parsed(text)
  if (isObject(whole) && Array.isArray(whole.findings)) return findingsIn(whole.findings, 'finding')
  return findingsIn(
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(parsed),
    'line',
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const findingsIn = (
  items: readonly unknown[],
  unit: 'finding' | 'line',
): Result<readonly Finding[], string> => {
  const findings: Finding[] = []
  for (const [index, item] of items.entries()) {
    const finding = findingIn(item)
    if (finding === null) return err(`${unit} ${index + 1} is no finding of a keysieve json or jsonl report`)
    findings.push(finding)
  }
  return ok(findings.sort((a, b) => compareText(a.path, b.path)))
}

const findingIn = (item: unknown): Finding | null => {
  if (!isObject(item) || (item.schema !== undefined && item.schema !== 'keysieve/v1')) return null
  const { ruleId, path, fingerprint, redacted, remedy } = item
  const severity = SEVERITIES.find((known) => known === item.severity)
  const confidence = CONFIDENCES.find((known) => known === item.confidence)
  const region = regionIn(item)
  const origin = originIn(item.origin)
  if (severity === undefined || confidence === undefined || region === null || origin === null) return null
  if (!isText(ruleId) || !isText(path) || !isText(fingerprint) || !isText(redacted) || !isText(remedy))
    return null
  return {
    ruleId,
    severity,
    confidence,
    path,
    container: containerIn(item.container),
    region,
    redacted,
    fingerprint,
    origin,
    facts: factsIn(item.facts),
    related: [],
    partners: fingerprintsIn(item.partners),
    verification: notChecked('not-found'),
    suppressed: null,
    remedy,
    why: [],
    excerpt: [],
    lineHash: '',
    assignedName: '',
    values: {},
    alternatives: [],
  }
}

const containerIn = (item: unknown): readonly string[] | null =>
  Array.isArray(item) && item.length > 0 && item.every(isText) ? item : null

const REGION_KEYS = ['startLine', 'startColumn', 'endLine', 'endColumn', 'startByte', 'endByte'] as const

const regionIn = (item: Record<string, unknown>): Region | null => {
  const [startLine, startColumn, endLine, endColumn, startByte, endByte] = REGION_KEYS.map((key) => item[key])
  if (!isCount(startLine) || !isCount(startColumn) || !isCount(endLine)) return null
  if (!isCount(endColumn) || !isCount(startByte) || !isCount(endByte)) return null
  return { startLine, startColumn, endLine, endColumn, startByte, endByte }
}

const originIn = (item: unknown): Origin | null => {
  if (!isObject(item)) return null
  const kind = (['worktree', 'index', 'commit', 'stdin'] as const).find((known) => known === item.kind)
  if (kind === undefined) return null
  const { commit, author, date } = item
  return {
    ...originOf(kind),
    commit: isText(commit) ? commit : null,
    author: isText(author) ? author : null,
    date: isText(date) ? date : null,
  }
}

const factsIn = (item: unknown): Finding['facts'] => {
  if (!isObject(item)) return {}
  const isPlain = (entry: [string, unknown]): entry is [string, string | number | boolean | null] =>
    entry[1] === null || ['string', 'number', 'boolean'].includes(typeof entry[1])
  return Object.fromEntries(Object.entries(item).filter(isPlain))
}

const fingerprintsIn = (item: unknown): readonly string[] =>
  Array.isArray(item) ? item.filter((one) => isText(one) && /^v1:[0-9a-f]{32}$/.test(one)).slice(0, 5) : []

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
