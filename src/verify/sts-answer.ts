import { readSdkError, type SdkError } from '../aws/index.js'
import type { Verification, VerificationReason, VerificationStatus } from '../model/index.js'

/** What one call came to, and what that asks for next. */
export interface StsAnswer {
  readonly verification: Verification
  readonly next:
    | 'done'
    /** Nothing was said of the key: ask again after a pause, then take this verification as it is. */
    | 'again'
    /** Our clock was off; the client has read the server's: ask once more at once. */
    | 'again-with-its-clock'
    /** This partition does not know the key; another one may. */
    | 'elsewhere'
    /** STS of this region is switched off for the account: the partition's other endpoint may answer. */
    | 'other-endpoint'
  /** The server's own wish: not before so many milliseconds. */
  readonly afterMs?: number
}

export interface Identity {
  readonly Account?: string | undefined
  readonly Arn?: string | undefined
  readonly UserId?: string | undefined
}

/** IAM, STS and root ARNs; names and paths are printable ASCII without spaces (IAM API reference, `User`, `Role`). */
const ARN = /arn:aws[a-z-]{0,20}:(?:iam|sts)::(?<account>\d{12}):(?<resource>[\x21-\x7e]{1,600})/
const WHOLE_ARN = new RegExp(`^${ARN.source}$`)
const USER_ID = /^[\w:+=,.@-]{1,256}$/

/** An answer with status 200. @param host where it came from */
export const answerOfIdentity = ({ Account, Arn, UserId }: Identity, host: string): StsAnswer => {
  const parts = WHOLE_ARN.exec(Arn ?? '')?.groups
  if (parts === undefined || parts.account !== Account || !USER_ID.test(UserId ?? ''))
    return proxyAnswer(host, 'an answer that is not one of STS', 'done')
  return {
    verification: {
      ...callerOf(Arn ?? ''),
      status: 'active',
      reason: null,
      userId: UserId ?? null,
      detail: null,
    },
    next: 'done',
  }
}

const callerOf = (arn: string): Pick<Verification, 'account' | 'arn' | 'root'> => {
  const parts = ARN.exec(arn)?.groups
  return { account: parts?.account ?? null, arn, root: parts?.resource === 'root' }
}

/** Codes by what they say of the key. Statuses differ between AWS's own pages, so the code alone counts. */
const UNKNOWN_KEY = new Set(['InvalidClientTokenId', 'UnrecognizedClientException'])
const EXPIRED = new Set(['ExpiredToken', 'ExpiredTokenException'])
const BAD_SIGNATURE = new Set(['SignatureDoesNotMatch', 'InvalidSignatureException'])
const DENIED = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation'])
const CLOCK = new Set(['RequestExpired', 'RequestTimeTooSkewed', 'RequestInTheFuture'])
const REGION_OFF = new Set(['OptInRequired', 'RegionDisabledException'])
const BAD_TOKEN = new Set(['InvalidToken', 'InvalidTokenException', 'MalformedToken'])
const THROTTLED = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestLimitExceeded',
  'TooManyRequests',
  'TooManyRequestsException',
  'SlowDown',
])

/**
 * What the SDK threw. Nothing of the server's wording is passed on but its code, and that only where it has a
 * code's form.
 */
export const answerOfError = (error: unknown, host: string): StsAnswer => {
  const read = readSdkError(error)
  const answer = answerOfSdkError(read, host)
  return read.retryAfterMs === null ? answer : { ...answer, afterMs: read.retryAfterMs }
}

const answerOfSdkError = (
  { code, message, status, systemCode, name, timedOut }: SdkError,
  host: string,
): StsAnswer => {
  if (timedOut) return say('unreachable', 'timeout', `No connection to ${host} in time.`, 'again')
  if (code !== null) return answerOfCode(code, message, status, host)
  if (systemCode !== null) return noAnswer(systemCode, host)
  if (status === null)
    return say('unknown', 'service-error', `The call to ${host} could not be made (${name}).`, 'done')
  if (status === 429) return say('unknown', 'throttled', `${host} answered with HTTP 429.`, 'again')
  // A gateway's error page may be gone in a second; a log-in page or a redirect will not.
  return proxyAnswer(host, `HTTP ${status} without an answer of STS`, status >= 500 ? 'again' : 'done')
}

const answerOfCode = (code: string, message: string, status: number | null, host: string): StsAnswer => {
  const said = `${host} answered ${code}`
  const clock = `${said}: this machine's clock is wrong. Set it and verify again.`
  if (UNKNOWN_KEY.has(code)) return say('inactive-or-deleted', null, `${said}.`, 'elsewhere')
  if (EXPIRED.has(code)) return say('expired', null, `${said}.`, 'done')
  if (CLOCK.has(code)) return say('unknown', 'clock-skew', clock, 'again-with-its-clock')
  if (BAD_SIGNATURE.has(code))
    return /signature (?:expired|not yet current)/i.test(message)
      ? say('unknown', 'clock-skew', clock, 'again-with-its-clock')
      : say('wrong-secret', null, `${said}: the key exists, this is not its secret.`, 'done')
  if (DENIED.has(code)) return denied(said, message)
  if (REGION_OFF.has(code)) return say('unknown', 'service-error', `${said}.`, 'other-endpoint')
  if (BAD_TOKEN.has(code) || /security token.{0,80}malformed/i.test(message))
    return say('unknown', 'malformed-token', `${said}: the session token is damaged or cut off.`, 'done')
  if (THROTTLED.has(code) || status === 429) return say('unknown', 'throttled', `${said}.`, 'again')
  return say('unknown', 'service-error', `${said}.`, (status ?? 0) >= 500 ? 'again' : 'done')
}

/** AWS names the caller in the refusal itself. */
const denied = (said: string, message: string): StsAnswer => {
  const arn = ARN.exec(message.slice(0, 2000))?.[0] ?? null
  const answer = say('denied-but-valid', null, `${said}: the key is live, the call was refused.`, 'done')
  return arn === null ? answer : { ...answer, verification: { ...answer.verification, ...callerOf(arn) } }
}

/** Certificates that can't be trusted and names that don't exist stay so; a broken connection may not. */
const PASSING = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])

const noAnswer = (systemCode: string, host: string): StsAnswer =>
  say(
    'unreachable',
    'network',
    `No connection to ${host} (${systemCode}).`,
    PASSING.has(systemCode) ? 'again' : 'done',
  )

const proxyAnswer = (host: string, what: string, next: StsAnswer['next']): StsAnswer =>
  say('unknown', 'proxy-answer', `${host} gave ${what}; a proxy may stand in between.`, next)

/** A status without an identity. */
export const say = (
  status: VerificationStatus,
  reason: VerificationReason | null,
  detail: string,
  next: StsAnswer['next'],
): StsAnswer => ({
  verification: { status, reason, account: null, arn: null, userId: null, root: false, detail },
  next,
})
