import { Buffer } from 'node:buffer'
import { accessKeyId, draw, sessionToken } from './credentials.js'

/** Credentials of AWS services, made from a seed as `credentials.ts` makes access keys. */

const HEX = '0123456789abcdef'
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export const signatureOf = (seed: string): string => draw(`${seed}/signature`, HEX, 64)

/** The query of a URL signed on 2 March 2026, 10:11:12 UTC, for 15 minutes. */
export const signedQuery = (seed: string, id = accessKeyId(seed), token: string | null = null): string =>
  [
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    `X-Amz-Credential=${id}%2F20260302%2Feu-west-1%2Fs3%2Faws4_request`,
    'X-Amz-Date=20260302T101112Z',
    'X-Amz-Expires=900',
    ...(token === null ? [] : [`X-Amz-Security-Token=${encodeURIComponent(token)}`]),
    `X-Amz-Signature=${signatureOf(seed)}`,
    'X-Amz-SignedHeaders=host',
  ].join('&')

/** Version 2, until 2 March 2026, 11:41:12 UTC. */
export const oldSignature = (seed: string): string => `${draw(`${seed}/v2`, BASE64, 27)}=`

export const bedrockKey = (seed: string, owner = 'BedrockAPIKey-x1y2-at-211166660001'): string =>
  `ABSK${Buffer.from(`${owner}:${draw(`${seed}/bedrock`, BASE64, 43)}=`).toString('base64')}`

export const shortTermBedrockKey = (seed: string): string => {
  const query = signedQuery(seed, accessKeyId(seed, 'ASIA'), sessionToken(seed))
  const url = `bedrock.amazonaws.com/?Action=CallWithBearerToken&${query}&Version=1`
  return `bedrock-api-key-${Buffer.from(url).toString('base64')}`
}

export const eksToken = (seed: string): string => {
  const query = signedQuery(seed, accessKeyId(seed, 'ASIA'), sessionToken(seed))
  const url = `https://sts.eu-west-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15&${query}`
  return `k8s-aws-v1.${Buffer.from(url).toString('base64url')}`
}

/** Until 2 March 2026, 22:11:12 UTC. */
export const ecrPassword = (seed: string): string =>
  Buffer.from(
    JSON.stringify({
      payload: draw(`${seed}/payload`, BASE64, 800),
      datakey: draw(`${seed}/datakey`, BASE64, 180),
      version: '2',
      type: 'DATA_KEY',
      expiration: Date.parse('2026-03-02T22:11:12Z') / 1000,
    }),
  ).toString('base64')

export const dockerAuth = (password: string): string => Buffer.from(`AWS:${password}`).toString('base64')

/** @param head the version: `B` and A to P, or `A` and g to v */
export const smtpPassword = (seed: string, head = 'BK'): string =>
  `${head}${draw(`${seed}/smtp`, BASE64, 42)}`

export const servicePassword = (seed: string): string => `${draw(`${seed}/git`, BASE64, 43)}=`

/** @param kind what stands before PRIVATE KEY, with its blank */
export const privateKey = (seed: string, kind = 'RSA '): string => {
  const lines = ['a', 'b', 'c', 'd'].map((line) => draw(`${seed}/pem/${line}`, BASE64, 64))
  return [
    `-----BEGIN ${kind}PRIVATE KEY-----`,
    ...lines,
    `${draw(`${seed}/pem/e`, BASE64, 40)}==`,
    `-----END ${kind}PRIVATE KEY-----`,
  ].join('\n')
}
