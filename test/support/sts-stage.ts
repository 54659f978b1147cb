import { onTestFinished } from 'vitest'
import { createStsVerifier, type StsPartition, type Verifier } from '../../src/verify/index.js'
import { longTermKey, temporaryKey } from './sts-credentials.js'
import { type Behaviour, type StsServer, type StsServerOptions, startStsServer } from './sts-server.js'

/** A loopback STS that ends with the test. */
export const serve = async (options: StsServerOptions): Promise<StsServer> => {
  const server = await startStsServer(options)
  onTestFinished(() => server.close())
  return server
}

/** A verifier that asks these partitions, does not wait between attempts, and ends with the test. */
export const verifierFor = (partitions: readonly StsPartition[]): Verifier => {
  const verifier = createStsVerifier({
    endpoint: null,
    timeoutMs: 10_000,
    version: '9.8.7',
    pauseMs: 1,
    partitions,
  })
  onTestFinished(() => verifier.close())
  return verifier
}

export const at = (server: StsServer, name = 'aws', region = 'us-east-1'): StsPartition => ({
  name,
  region,
  endpoint: server.endpoint,
})

/** What is known of the caller where AWS said nothing of it. */
export const identity = { account: null, arn: null, userId: null, root: false }
export const user = longTermKey('user')
export const session = temporaryKey('session')

export const error = (code: string, status = 403, message = 'As AWS says it.'): Behaviour => ({
  kind: 'error',
  status,
  code,
  message,
})

export const times = (count: number, behaviour: Behaviour): Behaviour[] =>
  Array.from({ length: count }, () => behaviour)
