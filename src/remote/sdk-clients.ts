import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { IAMClient } from '@aws-sdk/client-iam'
import type { STSClient } from '@aws-sdk/client-sts'
import type { Partition, ServiceEndpoint } from '../aws/index.js'
import type { PlainKey } from './plain-values.js'

export interface Sdk {
  readonly iam: typeof import('@aws-sdk/client-iam')
  readonly sts: typeof import('@aws-sdk/client-sts')
}

/** Loaded when first needed, so that no other command pays for it. */
export const loadSdk = async (): Promise<Sdk> => {
  const [iam, sts] = await Promise.all([import('@aws-sdk/client-iam'), import('@aws-sdk/client-sts')])
  return { iam, sts }
}

/** A page of ListUsers has 1,000 users at most, each about 500 bytes. */
const LONGEST_ANSWER_BYTES = 4 << 20

export interface Connections {
  readonly httpAgent: HttpAgent
  readonly httpsAgent: HttpsAgent
}

export const openConnections = (): Connections => ({
  httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 4 }),
  // Said aloud, since NODE_TLS_REJECT_UNAUTHORIZED=0 would otherwise let anyone answer.
  httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: 4, rejectUnauthorized: true }),
})

export interface ClientSettings {
  readonly partition: Partition
  /** Origin that answers for IAM and STS both; null asks AWS. */
  readonly endpoint: string | null
  readonly connections: Connections
  readonly connectionTimeoutMs: number
  /** Of keysieve, for the user agent, which CloudTrail keeps. */
  readonly version: string
}

export interface Clients {
  readonly iam: IAMClient
  readonly sts: STSClient
}

/** Both with the one key that acts. */
export const createClients = (sdk: Sdk, settings: ClientSettings, credentials: PlainKey): Clients =>
  quietly(() => ({
    iam: new sdk.iam.IAMClient({ ...pinned(settings, settings.partition.iam), credentials }),
    sts: new sdk.sts.STSClient({
      ...pinned(settings, settings.partition.sts),
      sigv4aSigningRegionSet: async () => undefined,
      credentials,
    }),
  }))

/** A client that is asked for its credentials alone and sends nothing itself. */
export const createKeyFinder = (sdk: Sdk, settings: ClientSettings, profile: string | null): IAMClient =>
  quietly(
    () =>
      new sdk.iam.IAMClient({
        ...pinned(settings, settings.partition.iam),
        ...(profile === null ? {} : { profile }),
        // An object of its own: the SDK prints its warnings where it is given none, or one that it knows to be silent.
        logger: { debug: silent, info: silent, warn: silent, error: silent },
      }),
  )

const silent = (): void => undefined

type UserAgent = [name: string, version: string][]

/**
 * Every setting given that the SDK would otherwise take from AWS_* variables or ~/.aws: a profile says who acts, never
 * where the calls go. The SDK follows no redirect.
 */
const pinned = (settings: ClientSettings, service: ServiceEndpoint) => ({
  region: service.region,
  endpoint: settings.endpoint ?? service.endpoint,
  // Retries are made by `iam-calls.ts`, which knows the answers; the client keeps the clock correction between them.
  maxAttempts: 1,
  retryMode: 'standard' as const,
  defaultsMode: 'standard' as const,
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  authSchemePreference: async () => ['sigv4'],
  disableClockSkewCorrection: async () => false,
  userAgentAppId: async () => undefined,
  defaultUserAgentProvider: async (): Promise<UserAgent> => [['keysieve', settings.version]],
  requestHandler: {
    ...settings.connections,
    connectionTimeout: settings.connectionTimeoutMs,
    // All other time is limited by the caller's AbortSignal.
    requestTimeout: 0,
    socketTimeout: 0,
  },
  streamCollector: collectBounded,
})

/** The SDK's own collector has no limit. */
const collectBounded = async (stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    // Leaving the loop by a throw destroys the stream, and with it the connection.
    if (length > LONGEST_ANSWER_BYTES) throw new Error('answer too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const SDK_WARNING = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'

/** The SDK warns on stderr about Node versions it will drop; users of a bundled SDK can't act on that. */
const quietly = <T>(construct: () => T): T => {
  const before = process.env[SDK_WARNING]
  process.env[SDK_WARNING] = 'true'
  try {
    return construct()
  } finally {
    restore(SDK_WARNING, before)
  }
}

const IGNORE_ENDPOINTS = 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'

/**
 * While credentials are looked for, the SDK may ask STS or Identity Center by clients of its own; configured endpoints
 * must not lead those elsewhere either.
 */
export const withoutConfiguredEndpoints = async <T>(act: () => Promise<T>): Promise<T> => {
  const before = process.env[IGNORE_ENDPOINTS]
  process.env[IGNORE_ENDPOINTS] = 'true'
  try {
    return await act()
  } finally {
    restore(IGNORE_ENDPOINTS, before)
  }
}

const restore = (name: string, before: string | undefined): void => {
  if (before === undefined) delete process.env[name]
  else process.env[name] = before
}
