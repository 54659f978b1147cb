import type { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { Verification } from '../model/index.js'
import { rest } from './pace.js'
import { plainCredential } from './plain-credential.js'
import { refusalOf } from './refusal.js'
import { answerOfError, answerOfIdentity, type StsAnswer, say } from './sts-answer.js'
import { type Connections, createClient, openConnections, type Sdk } from './sts-client.js'
import { AWS_PARTITIONS, privatePartition, type StsPartition } from './sts-partition.js'
import { outOfBudget } from './unasked.js'
import type { AwsCredential, Verifier } from './verifier.js'

export interface StsVerifierOptions {
  /** An origin that `parseEndpoint` accepted; null asks AWS itself. */
  readonly endpoint: string | null
  /** For one credential: all attempts, pauses and partitions together. */
  readonly timeoutMs: number
  /** Of keysieve, for the user agent, which the owner of a key finds in CloudTrail. */
  readonly version: string
  /** Before the first repeated attempt; doubles with each. */
  readonly pauseMs?: number
  /** Whom to ask, in this order; overrules `endpoint`. A session token goes to each of them until one knows its key. */
  readonly partitions?: readonly StsPartition[]
}

const MOST_ATTEMPTS = 4
const PAUSE_MS = 300

/**
 * Asks AWS who a credential is (STS GetCallerIdentity: needs no permission, changes nothing, is logged in the
 * owner's CloudTrail). Statuses follow the error table of AWS's STS documentation, see `sts-answer.ts`.
 */
export const createStsVerifier = (options: StsVerifierOptions): Verifier => {
  const partitions =
    options.partitions ?? (options.endpoint === null ? AWS_PARTITIONS : privatePartition(options.endpoint))
  const connections = openConnections()
  return {
    verify: async (credential, outer) => {
      const refusal = refusalOf(credential)
      if (refusal !== null) return refusal
      // Loaded when first needed, so that a scan without verification never pays for it; outside the time limit.
      const sdk = await import('@aws-sdk/client-sts')
      const deadline = new AbortController()
      const timer = setTimeout(() => deadline.abort(), options.timeoutMs)
      const signal = outer ? AbortSignal.any([deadline.signal, outer]) : deadline.signal
      try {
        return await askAll({ ...options, sdk, connections, signal, outer }, partitions, credential)
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => {
      connections.httpAgent.destroy()
      connections.httpsAgent.destroy()
    },
  }
}

interface Asking extends StsVerifierOptions {
  readonly sdk: Sdk
  readonly connections: Connections
  /** The time limit and the caller's signal together. */
  readonly signal: AbortSignal
  readonly outer: AbortSignal | undefined
}

/** Until a partition knows the key. */
const askAll = async (
  asking: Asking,
  partitions: readonly StsPartition[],
  credential: AwsCredential,
): Promise<Verification> => {
  const strangers: string[] = []
  for (const partition of partitions) {
    const { verification, next } = await askOne(asking, partition, credential)
    if (next !== 'elsewhere') return withStrangers(verification, strangers)
    strangers.push(partition.name)
  }
  return say(
    'inactive-or-deleted',
    null,
    `AWS does not know this key (asked: ${strangers.join(', ')}): it was deleted or set inactive.`,
    'done',
  ).verification
}

const withStrangers = (verification: Verification, strangers: readonly string[]): Verification =>
  verification.detail === null || strangers.length === 0
    ? verification
    : { ...verification, detail: `${verification.detail} Not known in: ${strangers.join(', ')}.` }

/** One partition, with retries. */
const askOne = async (
  asking: Asking,
  partition: StsPartition,
  credential: AwsCredential,
): Promise<StsAnswer> => {
  const client = createClient(asking.sdk, {
    partition,
    credential: plainCredential(credential),
    connections: asking.connections,
    // Half, so that a lost first packet does not use up all of it.
    connectionTimeoutMs: Math.ceil(asking.timeoutMs / 2),
    version: asking.version,
  })
  const host = new URL(partition.endpoint).host
  let corrected = false
  for (let attempt = 1; ; attempt++) {
    const answer = await call(client, new asking.sdk.GetCallerIdentityCommand({}), host, asking)
    if (answer.next === 'again-with-its-clock' && !corrected) {
      corrected = true
      continue
    }
    if (answer.next !== 'again' || attempt >= MOST_ATTEMPTS) return answer
    await rest((asking.pauseMs ?? PAUSE_MS) * 2 ** (attempt - 1), asking.signal)
    if (asking.outer?.aborted) return { verification: outOfBudget, next: 'done' }
    if (asking.signal.aborted) return answer
  }
}

const call = async (
  client: STSClient,
  command: GetCallerIdentityCommand,
  host: string,
  asking: Asking,
): Promise<StsAnswer> => {
  try {
    return answerOfIdentity(await client.send(command, { abortSignal: asking.signal }), host)
  } catch (error) {
    if (asking.outer?.aborted) return { verification: outOfBudget, next: 'done' }
    if (asking.signal.aborted)
      return say('unreachable', 'timeout', `${host} did not answer within ${asking.timeoutMs} ms.`, 'done')
    return answerOfError(error, host)
  }
}
