import { createHmac } from 'node:crypto'
import { BASE64, DIGITS, LOWER, UPPER } from './alphabets.js'
import type { Credential } from './credentials.js'
import { wrapped } from './hiding.js'
import type { Material } from './material.js'

const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64')
const compactDate = (m: Material): string => m.date().replaceAll('-', '')
const amazonDate = (m: Material, day: string): string => `${day}T${m.time().replaceAll(':', '')}Z`

/** `ABSK` and base64 of user, account and secret (reference, section 6). */
export const bedrockApiKey = (
  m: Material,
  user = `BedrockAPIKey-${m.text(`${LOWER}${DIGITS}`, 4)}`,
): string => `ABSK${base64(`${user}-at-${m.account()}:${m.text(BASE64, m.between(56, 96))}`)}`

/** A presigned call without its scheme, in base64, after a constant prefix. */
export const bedrockShortTermKey = (m: Material): string => {
  const k = m.temporary()
  const day = compactDate(m)
  const query = [
    'Action=CallWithBearerToken',
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    `X-Amz-Credential=${encodeURIComponent(`${k.id}/${day}/${m.region()}/bedrock/aws4_request`)}`,
    `X-Amz-Date=${amazonDate(m, day)}`,
    'X-Amz-Expires=43200',
    `X-Amz-Security-Token=${encodeURIComponent(k.token)}`,
    `X-Amz-Signature=${m.hex(64)}`,
    'X-Amz-SignedHeaders=host',
    'Version=1',
  ]
  return `bedrock-api-key-${base64(`bedrock.amazonaws.com/?${query.join('&')}`)}`
}

const hmac = (key: string | Uint8Array, text: string): Uint8Array =>
  createHmac('sha256', key).update(text).digest()

/** The SMTP password that belongs to a secret access key in a region (SES Developer Guide; version byte 4). */
export const sesSmtpPassword = ({ secret }: Credential, region: string): string => {
  const steps = ['11111111', region, 'ses', 'aws4_request', 'SendRawEmail']
  const signature = steps.reduce<string | Uint8Array>((key, text) => hmac(key, text), `AWS4${secret}`)
  return base64(Buffer.concat([Buffer.from([4]), Buffer.from(signature)]))
}

/** A git credential of CodeCommit: a user name with its account, and a password of 32 random bytes in base64. */
export const codeCommitCredential = (m: Material): { readonly user: string; readonly password: string } => ({
  user: `${m.person()}-at-${m.account()}`,
  password: m.base64(32),
})

export const appSyncApiKey = (m: Material): string => `da2-${m.text(`${LOWER}${DIGITS}`, 26)}`

/** `auth` of a docker configuration: base64 of user `AWS` and a password that is itself base64 of JSON. */
export const ecrAuth = (m: Material): string => {
  const password = {
    payload: m.base64(900),
    datakey: m.base64(180),
    version: '2',
    type: 'DATA_KEY',
    expiration: 1_700_000_000 + m.below(90_000_000),
  }
  return base64(`AWS:${base64(JSON.stringify(password))}`)
}

export const mwsAuthToken = (m: Material): string => `amzn.mws.${m.uuid()}`

export interface PresignedUrl {
  readonly url: string
  readonly signature: string
}

export const presignedV4 = (
  m: Material,
  k: Credential,
  path = `${m.word()}/${m.word()}.pdf`,
): PresignedUrl => {
  const [region, day, signature] = [m.region(), compactDate(m), m.hex(64)]
  const query = [
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    `X-Amz-Credential=${encodeURIComponent(`${k.id}/${day}/${region}/s3/aws4_request`)}`,
    `X-Amz-Date=${amazonDate(m, day)}`,
    `X-Amz-Expires=${m.pick([900, 3600, 86_400, 604_800])}`,
    ...(k.token === undefined ? [] : [`X-Amz-Security-Token=${encodeURIComponent(k.token)}`]),
    'X-Amz-SignedHeaders=host',
    `X-Amz-Signature=${signature}`,
  ]
  return { url: `https://${m.bucket()}.s3.${region}.amazonaws.com/${path}?${query.join('&')}`, signature }
}

/** The signature is base64 of 20 bytes, percent-encoded in the URL, plain in `signature`. */
export const presignedV2 = (m: Material, k: Credential): PresignedUrl => {
  const signature = m.base64(20)
  const url = `https://${m.bucket()}.s3.amazonaws.com/${m.word()}.zip?AWSAccessKeyId=${k.id}&Expires=17${m.digits(8)}&Signature=${encodeURIComponent(signature)}`
  return { url, signature }
}

export const publicKeyId = (m: Material): string => `APKA${m.text(`${UPPER}234567`, 16)}`

/** Random bytes behind the opening bytes of a DER sequence of that length; no key at all. */
export const privateKeyPem = (m: Material, label = 'RSA PRIVATE KEY', length = 1190): string => {
  const start = [0x30, 0x82, (length - 4) >> 8, (length - 4) & 0xff, 0x02, 0x01, 0x00]
  const body = Buffer.concat([Buffer.from(start), m.bytes(length - start.length)])
  return [`-----BEGIN ${label}-----`, ...wrapped(base64(body), 64), `-----END ${label}-----`].join('\n')
}

/** A presigned GetCallerIdentity in base64url. */
export const eksToken = (m: Material): string => {
  const k = m.temporary()
  const day = compactDate(m)
  const query = [
    'Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256',
    `X-Amz-Credential=${encodeURIComponent(`${k.id}/${day}/${m.region()}/sts/aws4_request`)}`,
    `X-Amz-Date=${amazonDate(m, day)}&X-Amz-Expires=60&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id`,
    `X-Amz-Security-Token=${encodeURIComponent(k.token)}`,
    `X-Amz-Signature=${m.hex(64)}`,
  ]
  const url = `https://sts.${m.region()}.amazonaws.com/?${query.join('&')}`
  return `k8s-aws-v1.${Buffer.from(url).toString('base64url')}`
}

export const apiId = (m: Material, length: number): string => m.text(`${LOWER}${DIGITS}`, length)
