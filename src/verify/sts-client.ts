import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts'
import type { PlainCredential } from './plain-credential.js'
import type { ProxyServer } from './proxy.js'
import type { StsPartition } from './sts-partition.js'
import { TunnelAgent } from './tunnel-agent.js'

export type Sdk = typeof import('@aws-sdk/client-sts')

/** A whole answer of STS has about 1 KB. */
const LONGEST_ANSWER_BYTES = 64 * 1024

export interface Connections {
  readonly httpAgent: HttpAgent
  readonly httpsAgent: HttpsAgent
}

/**
 * One set for all calls of a run: a key that is asked for in a second call finds its connection open. Plain http stays on
 * this machine (`parseEndpoint`), so it never goes through a proxy.
 */
export const openConnections = (proxy: ProxyServer | null, timeoutMs: number): Connections => ({
  httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 4 }),
  httpsAgent:
    proxy === null
      ? // Said aloud, since NODE_TLS_REJECT_UNAUTHORIZED=0 would otherwise let anyone answer.
        new HttpsAgent({ keepAlive: true, maxSockets: 4, rejectUnauthorized: true })
      : new TunnelAgent(proxy, timeoutMs),
})

export interface ClientOptions {
  readonly partition: StsPartition
  readonly credential: PlainCredential
  readonly connections: Connections
  readonly connectionTimeoutMs: number
  /** Of keysieve. */
  readonly version: string
}

/**
 * The SDK's client with every setting given that it would otherwise take from AWS_* variables or ~/.aws: a scanned
 * machine's own credentials, profiles and endpoints have no say in a verification. The SDK follows no redirect.
 */
export const createClient = (sdk: Sdk, options: ClientOptions): STSClient => {
  const { partition, credential, connections, connectionTimeoutMs, version } = options
  return quietly(
    () =>
      new sdk.STSClient({
        region: partition.region,
        endpoint: partition.endpoint,
        credentials: credential,
        // Retries are made by `sts.ts`, which knows the answers; the client keeps the clock correction between them.
        maxAttempts: 1,
        retryMode: 'standard',
        defaultsMode: 'standard',
        useDualstackEndpoint: false,
        useFipsEndpoint: false,
        authSchemePreference: async () => ['sigv4'],
        sigv4aSigningRegionSet: async () => undefined,
        disableClockSkewCorrection: async () => false,
        userAgentAppId: async () => undefined,
        defaultUserAgentProvider: async () => [['keysieve', version]],
        requestHandler: {
          ...connections,
          connectionTimeout: connectionTimeoutMs,
          // All other time is limited by the caller's AbortSignal.
          requestTimeout: 0,
          socketTimeout: 0,
        },
        streamCollector: collectBounded,
      } satisfies STSClientConfig),
  )
}

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

/**
 * While it constructs its first client the SDK warns on stderr about Node versions it will drop. Its users can act
 * on that; keysieve's can't, the SDK being bundled. The SDK offers no other switch, and construction is synchronous.
 */
const quietly = <T>(construct: () => T): T => {
  const before = process.env[SDK_WARNING]
  process.env[SDK_WARNING] = 'true'
  try {
    return construct()
  } finally {
    if (before === undefined) delete process.env[SDK_WARNING]
    else process.env[SDK_WARNING] = before
  }
}
