import { Buffer } from 'node:buffer'
import { isoTime } from './iso-time.js'
import { type SignedQuery, signedQueryIn } from './signed-query.js'

/**
 * Credentials that are an encoded text, read offline: what names their owner and their end. What is secret in them
 * stays where it is. Each gives null for a value that is none.
 */

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('latin1')

const BEDROCK_HEAD = 'ABSK'
/**
 * A user name of IAM, the account, and behind them the secret; a number is added to a name that stands twice. What parts
 * account and secret (a colon) one source tells: any sign will do.
 */
const BEDROCK_BODY = /^(?<user>[\w+=,.@-]{1,64}?)-at-(?<account>\d{12})(?!\w)[\x20-\x7e]{16}/

/** Sources: awslabs/git-secrets, BeyondTrust "bedrock-keys-security" (AWS makes the user of console keys itself). */
export const bedrockOwner = (
  key: string,
): { readonly userName: string; readonly accountId: string } | null => {
  if (!key.startsWith(BEDROCK_HEAD)) return null
  const { user, account } = BEDROCK_BODY.exec(decoded(key.slice(BEDROCK_HEAD.length)))?.groups ?? {}
  return user === undefined || account === undefined ? null : { userName: user, accountId: account }
}

const SHORT_TERM_HEAD = 'bedrock-api-key-'

/** Source: aws/aws-bedrock-token-generator-js: base64 of a signed URL without its scheme. */
export const bedrockQuery = (key: string): SignedQuery | null => {
  const text = key.startsWith(SHORT_TERM_HEAD) ? decoded(key.slice(SHORT_TERM_HEAD.length)) : ''
  return /^bedrock[\w.-]*\.amazonaws\.com\/?\?/.test(text) ? signedQueryIn(text) : null
}

const EKS_HEAD = 'k8s-aws-v1.'
/** A cluster takes a token for so long, whatever its query says of itself (kubernetes-sigs/aws-iam-authenticator). */
const EKS_TOKEN_MS = 15 * 60 * 1000

/** Sources: kubernetes-sigs/aws-iam-authenticator, aws/aws-cli: base64url of a signed URL of STS. */
export const eksQuery = (token: string): SignedQuery | null => {
  const text = token.startsWith(EKS_HEAD)
    ? Buffer.from(token.slice(EKS_HEAD.length), 'base64url').toString('latin1')
    : ''
  const query = /^https:\/\/sts\.[\w.-]+\/?\?/.test(text) ? signedQueryIn(text) : null
  if (query === null) return null
  return {
    ...query,
    expires: query.signed === null ? null : isoTime(Date.parse(query.signed) + EKS_TOKEN_MS),
  }
}

const DOCKER_USER = 'AWS:'

/**
 * A password of ECR, or `AWS:` and the password as Docker's configuration encodes it. The password is base64 of JSON:
 * a sealed payload and, beside it, when it ends (epoch seconds).
 */
export const ecrPassword = (value: string): { readonly expires: string | null } | null => {
  const text = decoded(value)
  const sealed = parsed(text.startsWith(DOCKER_USER) ? decoded(text.slice(DOCKER_USER.length)) : text)
  const { payload, datakey, expiration } = sealed
  const isSealed = typeof datakey === 'string' || typeof expiration === 'number'
  if (typeof payload !== 'string' || !isSealed) return null
  return { expires: typeof expiration === 'number' ? isoTime(expiration * 1000) : null }
}

const parsed = (json: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
