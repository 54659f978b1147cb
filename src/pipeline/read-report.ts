import {
  type Counts,
  err,
  type Finding,
  ok,
  type Result,
  type Skipped,
  type Timings,
  type Unread,
} from '../model/index.js'
import { findingIn } from './report-entry.js'
import { isCount, isObject, isText, isWord } from './report-fields.js'

/** What an earlier report says. `jsonl` holds findings only, so all else is empty, and no count is known. */
export interface EarlierReport {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Finding[]
  readonly unread: readonly Unread[]
  readonly skipped: readonly Skipped[]
  readonly counts: Pick<Counts, 'files' | 'bytes' | 'examples' | 'known'>
  readonly timings: Timings
}

/** Deeper than any report of ours; the parser's memory would be the limit otherwise. */
const MOST_LEVELS = 32

/** Thirty years. */
const MOST_MS = 1e12

/**
 * Reads a report of format `json` or `jsonl`, whoever wrote it.
 * @returns or an error: one sentence that says what is wrong with which finding
 */
export const readReport = (text: string): Result<EarlierReport, string> => {
  if (isDeep(text)) return err(`it is nested deeper than ${MOST_LEVELS} levels`)
  const whole = parsed(text)
  if (isObject(whole) && Array.isArray(whole.findings)) return wholeReport(whole, whole.findings)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const findings = findingsIn(linesOf(lines), 'line')
  return findings.ok ? ok({ ...NOTHING, findings: findings.value }) : findings
}

const NOTHING: EarlierReport = {
  findings: [],
  suppressed: [],
  unread: [],
  skipped: [],
  counts: { files: 0, bytes: 0, examples: 0, known: 0 },
  timings: {},
}

/** Counts brackets outside strings, character by character: what comes here may be long, and no JSON at all. */
const isDeep = (text: string): boolean => {
  let level = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '"') isInString = !isInString
    else if (isInString) continue
    else if (character === '[' || character === '{') level++
    else if (character === ']' || character === '}') level--
    if (level > MOST_LEVELS) return true
  }
  return false
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function* linesOf(lines: readonly string[]): Generator<unknown> {
  for (const line of lines) yield parsed(line)
}

const findingsIn = (
  items: Iterable<unknown>,
  unit: 'finding' | 'suppressed finding' | 'line',
): Result<readonly Finding[], string> => {
  const findings: Finding[] = []
  for (const item of items) {
    const finding = findingIn(item)
    if (!finding.ok)
      return err(
        `${unit} ${findings.length + 1} is no finding of a json or jsonl report: it ${finding.error}`,
      )
    findings.push(finding.value)
  }
  return ok(findings)
}

const wholeReport = (
  whole: Record<string, unknown>,
  listed: readonly unknown[],
): Result<EarlierReport, string> => {
  if (whole.schema !== undefined && whole.schema !== 'keysieve/v1')
    return err('its "schema" is another one than keysieve/v1')
  const findings = findingsIn(listed, 'finding')
  if (!findings.ok) return findings
  const suppressed = findingsIn(Array.isArray(whole.suppressed) ? whole.suppressed : [], 'suppressed finding')
  if (!suppressed.ok) return suppressed
  const unread = entriesIn(whole.unread, unreadIn)
  if (unread === null) return err('its "unread" is no list of paths and reasons')
  const skipped = entriesIn(whole.skipped, skippedIn)
  if (skipped === null) return err('its "skipped" is no list of paths and reasons')
  return ok({
    findings: findings.value,
    suppressed: suppressed.value,
    unread,
    skipped,
    counts: countsIn(whole.counts),
    timings: timingsIn(whole.timings),
  })
}

const entriesIn = <T>(value: unknown, entryIn: (item: unknown) => T | null): readonly T[] | null => {
  if (value === undefined) return []
  if (!Array.isArray(value)) return null
  const entries: T[] = []
  for (const item of value) {
    const entry = entryIn(item)
    if (entry === null) return null
    entries.push(entry)
  }
  return entries
}

const unreadIn = (item: unknown): Unread | null => {
  if (!isObject(item) || !isText(item.path) || !isWord(item.reason)) return null
  const reason = item.reason as Unread['reason']
  return { class: 'unread', path: item.path, reason, detail: isText(item.detail) ? item.detail : '' }
}

const skippedIn = (item: unknown): Skipped | null =>
  isObject(item) && isText(item.path) && isWord(item.reason)
    ? { class: 'skipped', path: item.path, reason: item.reason as Skipped['reason'] }
    : null

/** The others follow from what is listed. */
const countsIn = (value: unknown): EarlierReport['counts'] => {
  const counts = isObject(value) ? value : {}
  const count = (key: string): number => {
    const known = counts[key]
    return isCount(known) ? known : 0
  }
  return { files: count('files'), bytes: count('bytes'), examples: count('examples'), known: count('known') }
}

const timingsIn = (value: unknown): Timings =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          (entry): entry is [string, number] =>
            typeof entry[1] === 'number' && entry[1] >= 0 && entry[1] < MOST_MS,
        ),
      )
    : {}
