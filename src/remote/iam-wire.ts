import { type PartitionName, partitionOf } from '../aws/index.js'
import { err, ok } from '../model/index.js'
import { actingKey } from './acting-key.js'
import { type Answer, type Call, callAws, type Patience } from './iam-calls.js'
import { strangeAnswer } from './iam-fault.js'
import type { Operator } from './operator.js'
import {
  type ClientSettings,
  type Clients,
  createClients,
  loadSdk,
  openConnections,
  type Sdk,
} from './sdk-clients.js'

export interface IamOptions {
  readonly operator: Operator
  readonly partition: PartitionName
  /** An origin that `parseEndpoint` accepted and that answers for IAM and STS both; null asks AWS itself. */
  readonly endpoint: string | null
  /** For one call, all attempts and pauses together, and for finding the credentials; milliseconds. */
  readonly timeoutMs: number
  /** Of keysieve, for the user agent. */
  readonly version: string
  /** Before the first repeated attempt; doubles with each. */
  readonly pauseMs?: number
}

/** The SDK with a client for each service, both signing with the key that acts. */
export interface Line extends Sdk {
  readonly clients: Clients
}

/** One operation: how it is sent, and what is read of its answer. */
export interface Question<T, U> extends Pick<Call<T>, 'effect'> {
  readonly service: 'iam' | 'sts'
  /** The operation's name in the API. */
  readonly name: string
  readonly send: (line: Line, options: { readonly abortSignal: AbortSignal }) => Promise<T>
  /** Null where the answer is not one of AWS. */
  readonly read: (answer: T) => U | null
}

export interface Wire {
  readonly ask: <T, U>(question: Question<T, U>) => Promise<Answer<U>>
  /** Of IAM, for messages. */
  readonly host: string
  readonly close: () => void
}

const PAUSE_MS = 400

/** Nothing is loaded, looked for or sent before the first question. */
export const openWire = (options: IamOptions): Wire => {
  const settings = settingsOf(options)
  const { endpoint, partition, connections } = settings
  const patience: Patience = { timeoutMs: options.timeoutMs, pauseMs: options.pauseMs ?? PAUSE_MS }
  let line: Promise<Answer<Line>> | null = null
  return {
    ask: async ({ service, name, effect, send, read }) => {
      line ??= openLine(settings, options)
      const opened = await line
      if (!opened.ok) return opened
      const host = new URL(endpoint ?? partition[service].endpoint).host
      const action = `${service}:${name}`
      const call = {
        action,
        host,
        effect,
        send: (abortSignal: AbortSignal) => send(opened.value, { abortSignal }),
      }
      const answer = await callAws(call, patience)
      if (!answer.ok) return answer
      const value = read(answer.value)
      return value === null ? err(strangeAnswer(host, action)) : ok(value)
    },
    host: new URL(endpoint ?? partition.iam.endpoint).host,
    close: () => {
      connections.httpAgent.destroy()
      connections.httpsAgent.destroy()
    },
  }
}

const settingsOf = (options: IamOptions): ClientSettings => ({
  partition: partitionOf(options.partition),
  endpoint: options.endpoint,
  connections: openConnections(),
  // Half, so that a lost first packet does not use up all of it.
  connectionTimeoutMs: Math.ceil(options.timeoutMs / 2),
  version: options.version,
})

const openLine = async (settings: ClientSettings, options: IamOptions): Promise<Answer<Line>> => {
  const sdk = await loadSdk()
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), options.timeoutMs)
  try {
    const key = await actingKey(sdk, settings, options.operator, deadline.signal)
    return key.ok ? ok({ ...sdk, clients: createClients(sdk, settings, key.value) }) : key
  } finally {
    clearTimeout(timer)
  }
}
