import type { Candidate, Detection, Facts, Occurrence } from '../model/index.js'
import { accountOf } from './access-key-id.js'
import { isCanaryAccount } from './canary-accounts.js'
import type { Claim } from './claim.js'
import { groupBy, mapped } from './groups.js'
import { type SignedQuery, signedQueryIn } from './signed-query.js'
import { isSameQuery, queryAround, type UrlQuery } from './url-query.js'

interface SignedUrl {
  readonly signature: Candidate
  readonly id: Candidate
  readonly token: Candidate | null
  readonly query: SignedQuery
}

/** The id may stand so far before or behind the signature: a session token of this length lies between. */
const MOST_BYTES = 4096

/**
 * URLs that are signed in their query: the signature opens what it was made for until it expires, and holds no secret of
 * the key that made it. Id and token in the query are parts of it. A signature without a whole id in its query (a
 * documentation example, a placeholder) is nothing.
 * @param parts access key ids and session tokens among others; sorted, as the signatures are
 */
export const presignedUrls = (signatures: readonly Candidate[], parts: readonly Candidate[]): Claim => {
  if (signatures.length === 0) return { detections: [], taken: new Set() }
  const queries = new Map<Candidate, UrlQuery>()
  const queryOf = (candidate: Candidate): UrlQuery => {
    const known = queries.get(candidate) ?? queryAround(candidate)
    queries.set(candidate, known)
    return known
  }
  const urls: SignedUrl[] = []
  const taken = new Set<Candidate>()
  let first = 0
  for (const signature of signatures) {
    while (isFarBefore(parts[first], signature)) first++
    const query = queryOf(signature)
    const inQuery: Candidate[] = []
    for (let i = first; i < parts.length; i++) {
      const part = parts[i] as Candidate
      if (part.span.start > signature.span.end + MOST_BYTES) break
      if (part.role !== 'secret' && !taken.has(part) && isSameQuery(query, queryOf(part))) inQuery.push(part)
    }
    const url = signedUrl(signature, inQuery, queryOf)
    if (url === null) continue
    urls.push(url)
    for (const part of inQuery) taken.add(part)
  }
  return { detections: groupBy(urls, keyOf).map(detectionOf), taken }
}

const isFarBefore = (part: Candidate | undefined, signature: Candidate): boolean =>
  part !== undefined && part.span.end + MOST_BYTES < signature.span.start

const signedUrl = (
  signature: Candidate,
  inQuery: readonly Candidate[],
  queryOf: (candidate: Candidate) => UrlQuery,
): SignedUrl | null => {
  const id = signingId(signature, inQuery)
  if (id === null) return null
  const query = signedQueryIn(`${queryOf(id).text}&${queryOf(signature).text}`)
  if (query?.accessKeyId !== id.value) return null
  return { signature, id, token: inQuery.find(({ role }) => role === 'token') ?? null, query }
}

/** The last id before the signature, else the first behind it: a query has one, and what has hundreds is none. */
const signingId = ({ span }: Candidate, inQuery: readonly Candidate[]): Candidate | null => {
  const ids = inQuery.filter((part) => part.role === 'id' && isNamedAsSigner(part))
  return ids.findLast((id) => id.span.start < span.start) ?? ids[0] ?? null
}

const isNamedAsSigner = ({ around: { text, start } }: Candidate): boolean =>
  /(?:x-amz-credential|awsaccesskeyid)(?:=|%(?:25)?3d|\\u003d)$/i.test(
    text.slice(Math.max(0, start - 32), start),
  )

const keyOf = ({ signature, id }: SignedUrl): string => `${id.value} ${signature.value}`

const detectionOf = (same: readonly [SignedUrl, ...SignedUrl[]]): Detection => {
  const [{ signature, id, token, query }] = same
  return {
    ruleId: signature.ruleId,
    values: { id: id.value, secret: signature.value, ...(token ? { token: token.value } : {}) },
    primary: 'secret',
    occurrences: mapped(same, occurrenceOf),
    also: [],
    confidence: signature.confidence,
    facts: signedFacts(query),
    why: ['a whole signed query, with the ID of the key that signed it'],
  }
}

const occurrenceOf = ({ signature, id, token }: SignedUrl): Occurrence => ({
  parts: [
    { role: 'secret', span: signature.span },
    { role: 'id', span: id.span },
    ...(token ? [{ role: 'token' as const, span: token.span }] : []),
  ],
  name: signature.name,
})

/** What a signed query says without a network: whose key signed it, for what, until when. */
export const signedFacts = ({ accessKeyId, region, service, expires }: SignedQuery): Facts => {
  const accountId = accountOf(accessKeyId)
  return {
    accessKeyId,
    accountId,
    canary: accountId !== null && isCanaryAccount(accountId),
    region,
    service,
    expires,
  }
}
