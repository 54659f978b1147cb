import type { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { Verification } from '../model/index.js'
import { CAREFUL, type CallPolicy } from './call-policy.js'
import { rest } from './pace.js'
import { type PlainCredential, plainCredential } from './plain-credential.js'
import type { ProxyServer } from './proxy.js'
import { refusalOf } from './refusal.js'
import { answerOfError, answerOfIdentity, type StsAnswer, say } from './sts-answer.js'
import { type Connections, createClient, openConnections, type Sdk } from './sts-client.js'
import { AWS_PARTITIONS, inOrderFor, privatePartition, type StsPartition } from './sts-partition.js'
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
  /** Whom to ask, in this order but for what was seen beside the key; overrules `endpoint`. */
  readonly partitions?: readonly StsPartition[]
  /** On the way to https endpoints; none if absent. */
  readonly proxy?: ProxyServer | null
  /** The most careful one if absent. */
  readonly policy?: CallPolicy
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
  const connections = openConnections(options.proxy ?? null, options.timeoutMs)
  return {
    verify: async (credential, outer) => {
      const refusal = refusalOf(credential, options.policy ?? CAREFUL)
      if (refusal !== null) return refusal
      // Loaded when first needed, so that a scan without verification never pays for it; outside the time limit.
      const sdk = await import('@aws-sdk/client-sts')
      const deadline = new AbortController()
      const endsAt = performance.now() + options.timeoutMs
      const timer = setTimeout(() => deadline.abort(), options.timeoutMs)
      const signal = outer ? AbortSignal.any([deadline.signal, outer]) : deadline.signal
      try {
        const asking = { ...options, sdk, connections, signal, endsAt, outer }
        return await askAll(asking, inOrderFor(partitions, credential.regionHint ?? null), credential)
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
  /** When the time limit is reached, as `performance.now()` tells it. */
  readonly endsAt: number
  readonly outer: AbortSignal | undefined
}

/** Until a partition knows the key. A session token is a secret that is sent: it goes to the likeliest partition alone. */
const askAll = async (
  asking: Asking,
  partitions: readonly StsPartition[],
  credential: AwsCredential,
): Promise<Verification> => {
  const [first] = partitions
  if (first !== undefined && partitions.length > 1 && holdsToken(plainCredential(credential)))
    return askFirst(asking, first, credential)
  const strangers: string[] = []
  for (const partition of partitions) {
    const { verification, next } = await askPartition(asking, partition, credential)
    if (next !== 'elsewhere') return withStrangers(verification, strangers)
    strangers.push(partition.name)
  }
  return say(
    'inactive-or-deleted',
    null,
    `AWS does not know this key (${whoWasAsked(strangers)}): it was deleted or set inactive.`,
    'done',
  ).verification
}

const holdsToken = ({ sessionToken }: PlainCredential): boolean => sessionToken !== undefined

const askFirst = async (
  asking: Asking,
  partition: StsPartition,
  credential: AwsCredential,
): Promise<Verification> => {
  const { verification, next } = await askPartition(asking, partition, credential)
  if (next !== 'elsewhere') return verification
  const detail = `${partition.name} does not know this key. Its session token was sent to no other partition; --partitions names where it belongs.`
  return say('unknown', 'other-partition', detail, 'done').verification
}

/** What is left out is told: the key may be one of theirs. */
const whoWasAsked = (asked: readonly string[]): string => {
  const others = AWS_PARTITIONS.map(({ name }) => name).filter((name) => !asked.includes(name))
  const isPrivate = others.length === AWS_PARTITIONS.length
  return `asked: ${asked.join(', ')}${isPrivate || others.length === 0 ? '' : `; not asked: ${others.join(', ')}`}`
}

const withStrangers = (verification: Verification, strangers: readonly string[]): Verification =>
  verification.detail === null || strangers.length === 0
    ? verification
    : { ...verification, detail: `${verification.detail} Not known in: ${strangers.join(', ')}.` }

const askPartition = async (
  asking: Asking,
  { other, ...partition }: StsPartition,
  credential: AwsCredential,
): Promise<StsAnswer> => {
  const answer = await askOne(asking, partition, credential)
  return answer.next === 'other-endpoint' && other !== undefined
    ? askOne(asking, { ...partition, ...other }, credential)
    : answer
}

/** One endpoint, with retries. */
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
    const pause = Math.max((asking.pauseMs ?? PAUSE_MS) * 2 ** (attempt - 1), answer.afterMs ?? 0)
    // What is asked for comes too late: no use in waiting for it, nor in asking sooner.
    if (answer.afterMs !== undefined && performance.now() + pause >= asking.endsAt) return answer
    await rest(pause, asking.signal)
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
