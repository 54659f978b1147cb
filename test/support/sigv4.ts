import { createHash, createHmac } from 'node:crypto'

/**
 * AWS Signature Version 4 as the receiving side computes it, written from AWS's description ("Create a signed AWS
 * API request", IAM User Guide) so that the SDK under test is checked by something that is not the SDK.
 */
export interface ReceivedRequest {
  readonly method: string
  /** Path and query as they stand in the request line. */
  readonly target: string
  /** Lower-case names; values as received. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface SignatureClaim {
  readonly accessKeyId: string
  /** YYYYMMDD */
  readonly date: string
  readonly region: string
  readonly service: string
  readonly signedHeaders: readonly string[]
  /** 64 hex digits. */
  readonly signature: string
}

const FORM =
  /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/([\w-]+)\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/

/** What an `Authorization` header claims; null where it is not of the algorithm's form. */
export const claimOf = (authorization: string): SignatureClaim | null => {
  const [, accessKeyId, date, region, service, names, signature] = FORM.exec(authorization) ?? []
  if (!accessKeyId || !date || !region || !service || !names || !signature) return null
  return { accessKeyId, date, region, service, signedHeaders: names.split(';'), signature }
}

/** The signature that the holder of `secret` would have made for this request under this claim's scope. */
export const signatureFor = (request: ReceivedRequest, claim: SignatureClaim, secret: string): string => {
  const scope = `${claim.date}/${claim.region}/${claim.service}/aws4_request`
  const toSign = [
    'AWS4-HMAC-SHA256',
    request.headers['x-amz-date'] ?? '',
    scope,
    sha256(canonicalRequest(request, claim.signedHeaders)),
  ].join('\n')
  const key = [claim.date, claim.region, claim.service, 'aws4_request'].reduce<Buffer | string>(
    (key, part) => hmac(key, part),
    `AWS4${secret}`,
  )
  return hmac(key, toSign).toString('hex')
}

const canonicalRequest = (request: ReceivedRequest, signedHeaders: readonly string[]): string => {
  const url = new URL(request.target, 'http://canonical.invalid')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const headers = signedHeaders.map(
    (name) => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`,
  )
  return [
    request.method,
    url.pathname,
    query,
    headers.join(''),
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n')
}

/** Percent-encoding of everything but unreserved characters, as the algorithm asks. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()
