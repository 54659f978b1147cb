import { isoTime } from './iso-time.js'

/**
 * The query of a URL that carries its own signature, as S3 and STS take it. Sources: AWS General Reference,
 * "Authenticating requests: using query parameters" (Signature Version 4), and the same of Version 2.
 */
export interface SignedQuery {
  readonly accessKeyId: string
  /** Null in version 2, which signs for no region. */
  readonly region: string | null
  readonly service: string | null
  /** ISO 8601, UTC; null where the query names no time that is one. */
  readonly signed: string | null
  readonly expires: string | null
}

const SCOPE =
  /^(?<id>A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16})\/\d{8}\/(?<region>[a-z0-9-]{2,32})\/(?<service>[a-z0-9-]{2,32})\/aws4_request$/
const DATE = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)T(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)Z$/
const ID = /^A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}$/

/** Seven days: longer than that no query of version 4 is valid. */
const MOST_SECONDS = 604_800

/** @param text the query or a URL, `&` and `=` perhaps as JSON, HTML or another URL write them; null where it is none */
export const signedQueryIn = (text: string): SignedQuery | null => {
  const parameters = parametersIn(plainQuery(text))
  return ofVersion4(parameters) ?? ofVersion2(parameters)
}

type Parameters = ReadonlyMap<string, string>

const ofVersion4 = (parameters: Parameters): SignedQuery | null => {
  const scope = SCOPE.exec(parameters.get('x-amz-credential') ?? '')?.groups
  if (scope === undefined) return null
  const { id = '', region = null, service = null } = scope
  const date = millisecondsOf(parameters.get('x-amz-date') ?? '')
  const seconds = parameters.get('x-amz-expires') ?? ''
  const lasts = /^\d{1,7}$/.test(seconds) && Number(seconds) <= MOST_SECONDS ? Number(seconds) : null
  return {
    accessKeyId: id,
    region,
    service,
    signed: isoTime(date),
    expires: date === null || lasts === null ? null : isoTime(date + lasts * 1000),
  }
}

const ofVersion2 = (parameters: Parameters): SignedQuery | null => {
  const id = parameters.get('awsaccesskeyid') ?? ''
  if (!ID.test(id) || !parameters.has('signature')) return null
  const expires = parameters.get('expires') ?? ''
  return {
    accessKeyId: id,
    region: null,
    service: null,
    signed: null,
    expires: /^\d{1,11}$/.test(expires) ? isoTime(Number(expires) * 1000) : null,
  }
}

const millisecondsOf = (date: string): number | null => {
  const found = DATE.exec(date)?.groups
  if (found === undefined) return null
  const { year, month, day, hour, minute, second } = found
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time) ? null : time
}

/** A query inside another URL is encoded once more, seldom twice. */
const MOST_DECODINGS = 2

const plainQuery = (text: string): string => {
  let query = text
    .replace(/&amp;|&#38;|\\{1,4}u0026/g, '&')
    .replace(/\\{1,4}u003[dD]/g, '=')
    .replace(/\\{1,4}\//g, '/')
  for (let i = 0; i < MOST_DECODINGS && !/(?:x-amz-credential|awsaccesskeyid)=/i.test(query); i++)
    query = percentDecoded(query)
  return query
}

/** First come, first served: a parameter that stands twice is the query's own and somebody else's. */
const parametersIn = (query: string): Parameters => {
  const parameters = new Map<string, string>()
  for (const piece of query.split(/[?&#]/)) {
    const equals = piece.indexOf('=')
    const name = piece.slice(0, Math.max(0, equals)).toLowerCase()
    if (name !== '' && !parameters.has(name)) parameters.set(name, percentDecoded(piece.slice(equals + 1)))
  }
  return parameters
}

const percentDecoded = (text: string): string =>
  text.replace(/%[0-9A-Fa-f]{2}/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
