import { createHash } from 'node:crypto'
import { keyKindOf } from '../aws/index.js'
import type { Finding, Secret } from '../model/index.js'
import type { AwsCredential } from './verifier.js'

/** The only place in this folder that takes a value out of its `Secret` (a test counts the places). */
const plain = (secret: Secret): string => secret.reveal()

/** A credential as the SDK wants it. Keep it no longer than a call needs it, and print none of it. */
export interface PlainCredential {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export const plainCredential = ({
  accessKeyId,
  secretAccessKey,
  sessionToken,
}: AwsCredential): PlainCredential => ({
  accessKeyId,
  secretAccessKey: plain(secretAccessKey),
  // A token that was paired with a long-term key by mistake would make AWS refuse a live key.
  ...(sessionToken !== null && keyKindOf(accessKeyId) !== 'long-term'
    ? { sessionToken: plain(sessionToken) }
    : {}),
})

/** The access key id of a finding, with or without its secret. */
export const accessKeyIdOf = ({ id }: Finding['values']): string | null =>
  id === undefined ? null : plain(id)

/** Digests to compare by, so that no map holds a value. */
export interface CredentialDigest {
  /** Equal for credentials that AWS would answer alike, and only for those. */
  readonly whole: string
  readonly secret: string
}

export const credentialDigest = (credential: AwsCredential): CredentialDigest => {
  const { accessKeyId, secretAccessKey, sessionToken } = plainCredential(credential)
  return {
    whole: sha256(JSON.stringify([accessKeyId, secretAccessKey, sessionToken ?? null])),
    secret: sha256(secretAccessKey),
  }
}

/** Equal for equal secrets. */
export const secretDigest = (secret: Secret): string => sha256(plain(secret))

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
