import {
  CONFIDENCES,
  err,
  type Facts,
  type Finding,
  ok,
  type Region,
  type Result,
  SEVERITIES,
} from '../model/index.js'
import {
  containerIn,
  isCount,
  isObject,
  isText,
  listIn,
  originIn,
  relatedIn,
  suppressionIn,
  textIn,
  verificationIn,
} from './report-fields.js'

/**
 * A finding as a report of format `json` or `jsonl` holds it. What a report does not hold (values, excerpt, reasons, line
 * hash) is empty; whether the credential still stands there is for `recover` to say.
 * @returns or an error: which key has not the shape that it should have
 */
export const findingIn = (item: unknown): Result<Finding, string> => {
  if (!isObject(item)) return err('is no object')
  if (item.schema !== undefined && item.schema !== 'keysieve/v1')
    return err('has another "schema" than keysieve/v1')
  const read = {
    ruleId: ruleIdIn(item.ruleId),
    severity: SEVERITIES.find((known) => known === item.severity),
    confidence: CONFIDENCES.find((known) => known === item.confidence),
    path: textIn(item.path),
    container: containerIn(item.container),
    redacted: textIn(item.redacted),
    fingerprint: textIn(item.fingerprint),
    origin: originIn(item.origin),
    facts: factsIn(item.facts),
    related: listIn(item.related, relatedIn),
    partners: listIn(item.partners, textIn),
    verification: verificationIn(item.verification),
    suppressed: suppressionIn(item.suppressed),
    remedy: textIn(item.remedy),
  }
  const region = regionIn(item)
  if (typeof region === 'string') return err(`has no proper "${region}"`)
  for (const [key, value] of Object.entries(read)) {
    if (value === undefined) return err(`has no proper "${key}"`)
  }
  // None is undefined, which TypeScript can't see through the loop.
  const whole = read as { [K in keyof typeof read]: Exclude<(typeof read)[K], undefined> }
  return ok({
    ...whole,
    region,
    why: [],
    excerpt: [],
    lineHash: '',
    assignedName: '',
    values: {},
    alternatives: [],
  })
}

/** Ids begin with a letter and hold no blank; rules of others may be named in any script. */
const ruleIdIn = (value: unknown): string | undefined =>
  isText(value) && /^[^\s\p{C}]{1,200}$/u.test(value) ? value : undefined

const REGION_KEYS = ['startLine', 'startColumn', 'endLine', 'endColumn', 'startByte', 'endByte'] as const

/** Or the first key that is no count. */
const regionIn = (item: Record<string, unknown>): Region | (typeof REGION_KEYS)[number] => {
  const region: Partial<Record<(typeof REGION_KEYS)[number], number>> = {}
  for (const key of REGION_KEYS) {
    const value = item[key]
    if (!isCount(value)) return key
    region[key] = value
  }
  return region as Region
}

/** What is not plain data is left out: no rule states it. */
const factsIn = (value: unknown): Facts | undefined => {
  if (value === null || value === undefined) return {}
  if (!isObject(value)) return undefined
  const isPlain = (entry: [string, unknown]): entry is [string, string | number | boolean | null] =>
    entry[1] === null || ['string', 'number', 'boolean'].includes(typeof entry[1])
  return Object.fromEntries(Object.entries(value).filter(isPlain))
}
