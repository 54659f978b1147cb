import { readSdkError, type SdkError } from '../aws/index.js'

/** Why a call to IAM or STS brought nothing. */
export interface IamFault {
  readonly kind: /** There are none to act with, or they could not be had. */
    | 'no-credentials'
    /** AWS does not take the credentials that act: unknown, expired, or not their secret. */
    | 'caller-refused'
    /** They may not do this. */
    | 'denied'
    /** IAM does not know the user or the key. */
    | 'no-such-entity'
    /** A user has two access keys at most. */
    | 'limit'
    | 'clock-skew'
    /** Too many calls, or something else is changing the same user. */
    | 'busy'
    | 'unreachable'
    /** An answer that is not one of AWS. */
    | 'unclear'
  /** One or two sentences; of the server's words they hold the error code alone. */
  readonly detail: string
}

/** What a fault asks for next. */
export interface FaultAnswer {
  readonly fault: IamFault
  readonly next:
    | 'done'
    /** The request was refused unread: ask again after a pause. */
    | 'again'
    /** As `again`, but the request may have been carried out: not for what must not be done twice. */
    | 'again-if-harmless'
    /** Our clock was off; the client has read the server's: ask once more at once. */
    | 'again-with-its-clock'
}

/** Codes by what they mean. Statuses differ between AWS's own pages, so the code alone counts. */
const KINDS: Readonly<Record<string, IamFault['kind']>> = {
  AccessDenied: 'denied',
  UnauthorizedOperation: 'denied',
  NoSuchEntity: 'no-such-entity',
  LimitExceeded: 'limit',
  EntityTemporarilyUnmodifiable: 'busy',
  ConcurrentModification: 'busy',
  Throttling: 'busy',
  Throttled: 'busy',
  RequestThrottled: 'busy',
  RequestLimitExceeded: 'busy',
  TooManyRequests: 'busy',
  SlowDown: 'busy',
  InvalidClientTokenId: 'caller-refused',
  UnrecognizedClient: 'caller-refused',
  ExpiredToken: 'caller-refused',
  InvalidToken: 'caller-refused',
  SignatureDoesNotMatch: 'caller-refused',
  InvalidSignature: 'caller-refused',
  RequestExpired: 'clock-skew',
  RequestTimeTooSkewed: 'clock-skew',
  RequestInTheFuture: 'clock-skew',
}

/** @param action as IAM policies name it: `iam:UpdateAccessKey` */
export const faultOf = (error: unknown, host: string, action: string): FaultAnswer => {
  const read = readSdkError(error)
  if (read.timedOut) return say('unreachable', `No connection to ${host} in time.`, 'again')
  if (read.code !== null) return ofCode(read.code.replace(/Exception$/, ''), read, host, action)
  if (read.systemCode !== null) return ofConnection(read.systemCode, host)
  if (read.status === null) return say('unclear', `The call to ${host} could not be made (${read.name}).`)
  if (read.status === 429) return say('busy', `${host} answered with HTTP 429.`, 'again')
  return proxyAnswer(
    host,
    `HTTP ${read.status} without an answer of AWS`,
    read.status >= 500 ? 'again-if-harmless' : 'done',
  )
}

const ofCode = (code: string, { message, status }: SdkError, host: string, action: string): FaultAnswer => {
  const said = `${host} answered ${code}`
  const kind = /signature (?:expired|not yet current)/i.test(message) ? 'clock-skew' : KINDS[code]
  switch (kind) {
    case 'denied':
      return say('denied', deniedDetail(message, action))
    case 'clock-skew':
      return say(
        kind,
        `${said}: this machine's clock is wrong. Set it and try again.`,
        'again-with-its-clock',
      )
    case 'busy':
      return say(kind, `${said}: too much is asked or changed at once. Try again in a minute.`, 'again')
    case undefined:
      return say(
        'unclear',
        `${said} to ${action}.`,
        status !== null && status >= 500 ? 'again-if-harmless' : 'done',
      )
    default:
      return say(kind, `${said} to ${action}.`)
  }
}

/**
 * AWS attaches a deny policy to the users of keys it found in public (AWS Managed Policy Reference,
 * AWSCompromisedKeyQuarantine V1 to V4); among what it denies is UpdateAccessKey. Messages may name the policy.
 */
const deniedDetail = (message: string, action: string): string => {
  if (/AWSCompromisedKeyQuarantine/.test(message))
    return `AWS has put this identity under quarantine and refuses it ${action}. Use another, administrative identity.`
  return /explicit deny/i.test(message)
    ? `A policy refuses ${action} to this identity by an explicit deny; that may be AWS's quarantine for keys found in public. Use another, administrative identity.`
    : `This identity may not do ${action}. Use one that may, or have it allowed.`
}

/** Certificates that can't be trusted and names that don't exist stay so; a broken connection may not. */
const UNSENT = new Set(['ECONNREFUSED', 'EAI_AGAIN'])
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

const ofConnection = (code: string, host: string): FaultAnswer =>
  say(
    'unreachable',
    `No connection to ${host} (${code}).`,
    UNSENT.has(code) ? 'again' : BROKEN.has(code) ? 'again-if-harmless' : 'done',
  )

const proxyAnswer = (host: string, what: string, next: FaultAnswer['next']): FaultAnswer =>
  say('unclear', `${host} gave ${what}; a proxy may stand in between.`, next)

/** A status of success over something that is not what was asked for. */
export const strangeAnswer = (host: string, action: string): IamFault => ({
  kind: 'unclear',
  detail: `${host} gave an answer to ${action} that is not one of AWS; a proxy may stand in between.`,
})

const say = (kind: IamFault['kind'], detail: string, next: FaultAnswer['next'] = 'done'): FaultAnswer => ({
  fault: { kind, detail },
  next,
})
