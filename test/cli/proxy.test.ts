import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ProxyBehaviour, startConnectProxy } from '../support/connect-proxy.js'
import { longTermKey } from '../support/sts-credentials.js'
import { serve } from '../support/sts-stage.js'
import { selfSignedCertificate } from '../support/tls-certificate.js'
import { emptyFolder, keysieve } from './keysieve.js'
import { credentialFile, reported, writeFiles } from './project.js'

const key = longTermKey('proxy')
const tls = selfSignedCertificate()

/** A scan that asks an STS with TLS, whose certificate is trusted or not. */
const scan = async (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  trust: 'trusted' | 'unknown' = 'trusted',
) => {
  const server = await serve({ credentials: [key], tls })
  const cwd = emptyFolder()
  const authority = join(emptyFolder(), 'ca.pem')
  writeFileSync(authority, tls.cert)
  writeFiles(cwd, { '.env': credentialFile(key) })
  const { out, err, code } = await keysieve(
    ['scan', '.', '--verify', '--sts-endpoint', server.endpoint, '--format', 'jsonl', ...args],
    { cwd, env: { ...(trust === 'trusted' ? { NODE_EXTRA_CA_CERTS: authority } : {}), ...env } },
  )
  const [verification] = reported(out).map((one) => one.verification)
  return { code, err, out, verification, target: new URL(server.endpoint).host, calls: server.calls.length }
}

describe('the way to AWS', () => {
  it('goes through the proxy given, which learns nothing but the host', async () => {
    const proxy = await startConnectProxy()
    const ended = await scan(['--proxy', `http://me:pass%21word@${proxy.address}`])
    expect(ended.verification).toMatchObject({ status: 'active' })
    expect(ended.calls).toBe(1)
    expect(proxy.asked).toEqual([{ target: ended.target, authorization: `Basic ${btoa('me:pass!word')}` }])
    expect(proxy.said()).not.toContain(key.accessKeyId)
    expect(ended.out + ended.err).not.toContain('pass')
  })

  it('may be encrypted up to the proxy as well', async () => {
    const proxy = await startConnectProxy('tunnel', tls)
    const url = `https://${proxy.address.replace('127.0.0.1', 'localhost')}`
    expect((await scan(['--proxy', url])).verification).toMatchObject({ status: 'active' })
    expect((await scan(['--proxy', url], {}, 'unknown')).verification).toMatchObject({
      status: 'unreachable',
    })
    expect(proxy.asked).toHaveLength(1)
  })

  it.each([
    ['HTTPS_PROXY', {}, 1],
    ['https_proxy', {}, 1],
    ['HTTPS_PROXY', { NO_PROXY: 'example.com,localhost' }, 0],
    ['HTTP_PROXY', {}, 0],
  ])('%s with %j', async (variable, others, through) => {
    const proxy = await startConnectProxy()
    const ended = await scan([], { [variable]: `http://${proxy.address}`, ...others })
    expect(ended.verification).toMatchObject({ status: 'active' })
    expect(proxy.asked).toHaveLength(through)
  })

  it.each<[string, ProxyBehaviour, string]>([
    ['refuses', { says: 'HTTP/1.1 407 No\r\n\r\n', after: 'end' }, 'PROXY_407'],
    ['redirects', { says: 'HTTP/1.1 302 No\r\nLocation: http://x/\r\n\r\n', after: 'end' }, 'PROXY_302'],
    [
      'speaks inside the tunnel',
      { says: 'HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n', after: 'nothing' },
      'PROXY_GARBLED',
    ],
    ['hangs up', { says: '', after: 'end' }, 'ECONNRESET'],
    [
      'answers without an end',
      { says: `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`, after: 'nothing' },
      'HPE_HEADER_OVERFLOW',
    ],
    [
      'opens a tunnel and hangs up',
      { says: 'HTTP/1.1 200 OK\r\n\r\n', after: 'end' },
      'ECONNRESET|PROXY_CLOSED',
    ],
  ])('a proxy that %s', async (_does, behaviour, code) => {
    const proxy = await startConnectProxy(behaviour)
    const { verification, calls } = await scan(['--proxy', proxy.address])
    expect(verification).toMatchObject({ status: 'unreachable', reason: 'network' })
    expect(verification?.detail).toMatch(new RegExp(`\\((?:${code})\\)`))
    expect(calls).toBe(0)
  })

  it('a proxy that never answers', async () => {
    const proxy = await startConnectProxy({ says: '', after: 'nothing' })
    const { verification } = await scan(['--proxy', proxy.address, '--verify-timeout', '500ms'])
    expect(verification).toMatchObject({ status: 'unreachable', reason: 'timeout' })
  })

  it.each([
    ['directly', 'none'],
    ['through a proxy', 'tunnel'],
  ])('nothing is sent to a host with a certificate of nobody known, %s', async (_way, way) => {
    const proxy = await startConnectProxy()
    const { verification, calls } = await scan(
      way === 'none' ? [] : ['--proxy', proxy.address],
      {
        NODE_TLS_REJECT_UNAUTHORIZED: '0',
      },
      'unknown',
    )
    expect(verification).toMatchObject({ status: 'unreachable', reason: 'network' })
    expect(calls).toBe(0)
  })
})

it.each([
  [['--proxy', 'socks5://me:secret@host'], {}, '--proxy: the proxy must be an HTTP proxy'],
  [[], { HTTPS_PROXY: 'socks5://me:secret@host' }, 'HTTPS_PROXY: the proxy must be an HTTP proxy'],
])('a proxy that can not be used is told before scanning: %j %j', async (args, env, message) => {
  const cwd = emptyFolder()
  const { code, err } = await keysieve(['scan', '.', '--verify', ...args], { cwd, env })
  expect(code).toBe(2)
  expect(err).toContain(message)
  expect(err).not.toContain('secret')
})
