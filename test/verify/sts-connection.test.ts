import { readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createStsVerifier } from '../../src/verify/index.js'
import { found, longTermKey } from '../support/sts-credentials.js'
import {
  type Behaviour,
  type StsServer,
  type StsServerOptions,
  startStsServer,
} from '../support/sts-server.js'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const user = longTermKey('user')

const serve = async (options: StsServerOptions): Promise<StsServer> => {
  const server = await startStsServer({ credentials: [user], ...options })
  ends.push(() => server.close())
  return server
}

const ask = async (endpoint: string, timeoutMs = 10_000, signal?: AbortSignal) => {
  const verifier = createStsVerifier({ endpoint, timeoutMs, version: '1.0.0', pauseMs: 1 })
  ends.push(() => verifier.close())
  return verifier.verify(found(user), signal)
}

/** A port on which nothing listens. */
const deadEndpoint = async (): Promise<string> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

describe('connections that fail', () => {
  it('nobody listens', async () => {
    const answer = await ask(await deadEndpoint())
    expect(answer).toMatchObject({ status: 'unreachable', reason: 'network' })
    expect(answer.detail).toMatch(/^No connection to 127\.0\.0\.1:\d+ \(ECONNREFUSED\)\.$/)
  })

  it('the name does not exist', async () => {
    expect(await ask('https://sts.nowhere.invalid')).toMatchObject({
      status: 'unreachable',
      reason: 'network',
    })
  })

  it('the other side speaks no TLS', async () => {
    const server = await serve({})
    const answer = await ask(server.endpoint.replace('http:', 'https:'))
    expect(answer).toMatchObject({ status: 'unreachable', reason: 'network' })
  })

  it('closes in the middle of the answer, once', async () => {
    const server = await serve({ script: [{ kind: 'close-mid-answer' }] })
    expect(await ask(server.endpoint)).toMatchObject({ status: 'active' })
    expect(server.calls).toHaveLength(2)
  })

  it('closes in the middle of every answer', async () => {
    const server = await serve({ script: Array(9).fill({ kind: 'close-mid-answer' }) })
    expect(await ask(server.endpoint)).toMatchObject({ status: 'unreachable', reason: 'network' })
    expect(server.calls).toHaveLength(4)
  })

  it.each<[string, Behaviour]>([
    ['no answer at all', { kind: 'hang' }],
    ['an answer that stops half-way', { kind: 'stall' }],
  ])('%s ends with the time limit', async (_situation, behaviour) => {
    const server = await serve({ script: [behaviour] })
    const answer = await ask(server.endpoint, 150)
    expect(answer).toMatchObject({ status: 'unreachable', reason: 'timeout' })
    expect(answer.detail).toMatch(/did not answer within 150 ms\.$/)
  })

  it('the time limit holds over all attempts', async () => {
    const throttle: Behaviour = { kind: 'error', status: 400, code: 'Throttling', message: 'Rate exceeded' }
    const server = await serve({ script: Array(9).fill(throttle) })
    const verifier = createStsVerifier({
      endpoint: server.endpoint,
      timeoutMs: 1_000,
      version: '1.0.0',
      pauseMs: 60_000,
    })
    ends.push(() => verifier.close())
    expect(await verifier.verify(found(user))).toMatchObject({ status: 'unknown', reason: 'throttled' })
    expect(server.calls).toHaveLength(1)
  })

  it('a signal from outside ends the question', async () => {
    const server = await serve({ script: [{ kind: 'hang' }] })
    const outside = new AbortController()
    const answer = ask(server.endpoint, 60_000, outside.signal)
    while (server.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    outside.abort()
    expect(await answer).toMatchObject({ status: 'unknown', reason: 'budget' })
  })

  it('an endless answer is cut off', async () => {
    const server = await serve({ script: [{ kind: 'huge' }] })
    expect(await ask(server.endpoint)).toMatchObject({ status: 'unknown', reason: 'proxy-answer' })
    // What the sockets' buffers take in is not read.
    expect(server.hugeBytes()).toBeLessThan(20_000_000)
  })

  it.each([301, 302, 303, 307, 308])('a redirect is not followed: %i', async (status) => {
    const other = await serve({})
    const server = await serve({ script: [{ kind: 'redirect', status, location: `${other.endpoint}/` }] })
    expect(await ask(server.endpoint)).toMatchObject({ status: 'unknown', reason: 'proxy-answer' })
    expect(other.calls).toEqual([])
  })

  it('can be closed twice', () => {
    const verifier = createStsVerifier({ endpoint: 'http://localhost:1', timeoutMs: 1, version: '1.0.0' })
    verifier.close()
    expect(() => verifier.close()).not.toThrow()
  })
})

describe('the folder', () => {
  const sources = readdirSync('src/verify').map((name) => readFileSync(`src/verify/${name}`, 'utf8'))

  it('takes a value out of its Secret in one place', () =>
    expect(sources.join('\n').match(/\.reveal\(/g)).toHaveLength(1))

  it('loads the SDK lazily', () => {
    const imports = sources.flatMap((text) => text.match(/^import .*@aws-sdk.*$/gm) ?? [])
    expect(imports.filter((line) => !line.startsWith('import type '))).toEqual([])
  })
})
