import { claimOf, type ReceivedRequest, signatureFor } from './sigv4.js'

/** A credential that the server knows, and how STS would answer a well-signed call with it. */
export interface KnownCredential {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string | null
  readonly state: 'active' | 'denied' | 'expired' | 'malformed-token'
  readonly account: string
  readonly arn: string
  readonly userId: string
}

export type SignatureVerdict = 'right' | 'wrong' | 'not-checked'

const FIFTEEN_MINUTES_MS = 15 * 60_000

export interface Judgement {
  readonly signature: SignatureVerdict
  readonly status: number
  readonly body: string
}

/** What STS answers, in the order in which it looks: form, clock, id, signature, token, right. */
export const judge = (
  request: ReceivedRequest,
  credentials: readonly KnownCredential[],
  region: string,
  now: number,
): Judgement => {
  const refuse = (
    code: string,
    message: string,
    status = 403,
    signature: SignatureVerdict = 'not-checked',
  ) => ({
    signature,
    status,
    body: errorXml(code, message),
  })
  const claim = claimOf(request.headers.authorization ?? '')
  if (claim === null) return refuse('MissingAuthenticationToken', 'Request is missing Authentication Token')
  const token = request.headers['x-amz-security-token']
  const mustBeSigned = ['host', 'x-amz-date', ...(token === undefined ? [] : ['x-amz-security-token'])]
  if (mustBeSigned.some((name) => !claim.signedHeaders.includes(name)))
    return refuse('IncompleteSignature', 'A header that must be signed is not', 400)
  if (claim.service !== 'sts' || claim.region !== region)
    return refuse('SignatureDoesNotMatch', 'Credential should be scoped to a valid region.')
  const skewed = clockComplaint(request.headers['x-amz-date'] ?? '', now)
  if (skewed !== null) return refuse('SignatureDoesNotMatch', skewed)

  const known = credentials.find((each) => each.accessKeyId === claim.accessKeyId)
  const invalid = 'The security token included in the request is invalid.'
  if (known === undefined || (known.sessionToken !== null && token === undefined))
    return refuse('InvalidClientTokenId', invalid)
  if (signatureFor(request, claim, known.secretAccessKey) !== claim.signature)
    return refuse(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match.',
      403,
      'wrong',
    )
  if (token !== undefined && token !== known.sessionToken)
    return refuse('InvalidClientTokenId', invalid, 403, 'right')
  if (!/^Action=GetCallerIdentity&Version=2011-06-15$/.test(request.body))
    return refuse('InvalidAction', 'Could not find operation', 400, 'right')
  switch (known.state) {
    case 'active':
      return { signature: 'right', status: 200, body: identityXml(known) }
    case 'denied':
      return refuse(
        'AccessDenied',
        `User: ${known.arn} is not authorized to perform: sts:GetCallerIdentity with an explicit deny`,
        403,
        'right',
      )
    case 'expired':
      return refuse('ExpiredToken', 'The security token included in the request is expired', 403, 'right')
    case 'malformed-token':
      return refuse('InvalidToken', 'The provided token is malformed or otherwise invalid.', 400, 'right')
  }
}

const clockComplaint = (stamp: string, now: number): string | null => {
  const at = Date.parse(stamp.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (Number.isNaN(at)) return 'Date in the request is not of the right form'
  if (now - at > FIFTEEN_MINUTES_MS)
    return `Signature expired: ${stamp} is now earlier than the server's limit`
  if (at - now > FIFTEEN_MINUTES_MS)
    return `Signature not yet current: ${stamp} is still later than the limit`
  return null
}

export const errorXml = (code: string, message: string): string =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>c0ffee00-0000-4000-8000-000000000000</RequestId></ErrorResponse>`

const identityXml = ({ account, arn, userId }: KnownCredential): string =>
  `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>${userId}</UserId><Account>${account}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>c0ffee00-0000-4000-8000-000000000000</RequestId></ResponseMetadata></GetCallerIdentityResponse>`
