import { describe, expect, it } from 'vitest'
import { parseProxy } from '../../src/verify/index.js'
import { goesDirect } from '../../src/verify/proxy.js'

describe('a proxy by its URL', () => {
  it.each([
    [
      'http://proxy.example.com:3128',
      { transport: 'plain', host: 'proxy.example.com', port: 3128, authorization: null },
    ],
    ['proxy.example.com:3128', { transport: 'plain', host: 'proxy.example.com', port: 3128 }],
    ['http://proxy/', { transport: 'plain', host: 'proxy', port: 80 }],
    ['https://proxy', { transport: 'tls', host: 'proxy', port: 443 }],
    ['http://[::1]:8080', { host: '::1', port: 8080 }],
    ['http://me:p%40ss@proxy', { host: 'proxy', authorization: `Basic ${btoa('me:p@ss')}` }],
    ['me:pass@proxy:1', { host: 'proxy', authorization: `Basic ${btoa('me:pass')}` }],
  ])('%s', (url, expected) => {
    expect(parseProxy(url, '')).toMatchObject({ ok: true, value: expected })
  })

  it.each([
    ['socks5://proxy:1080', 'The proxy must be an HTTP proxy; SOCKS and others are not supported.'],
    ['http://', 'The proxy must be a URL like http://proxy.example.com:3128.'],
    ['http://proxy/path', 'The proxy must be a URL like http://proxy.example.com:3128.'],
    ['http://proxy\r\nX: y', 'The proxy holds a space, a backslash or a control character.'],
    ['http://me:%ff@proxy', 'User and password of the proxy must be percent-encoded.'],
  ])('%j is refused', (url, error) => {
    expect(parseProxy(url, '')).toEqual({ ok: false, error })
  })
})

describe('NO_PROXY', () => {
  const direct = (noProxy: string, host: string, port = 443): boolean => {
    const proxy = parseProxy('http://proxy', noProxy)
    return proxy.ok && goesDirect(proxy.value, host, port)
  }
  it.each<[string, string, boolean]>([
    ['', 'sts.amazonaws.com', false],
    ['*', 'sts.amazonaws.com', true],
    ['amazonaws.com', 'sts.amazonaws.com', true],
    ['.amazonaws.com', 'sts.amazonaws.com', true],
    ['*.amazonaws.com', 'sts.amazonaws.com', true],
    ['localhost, sts.amazonaws.com', 'STS.amazonaws.com', true],
    ['localhost sts.amazonaws.com:443', 'sts.amazonaws.com', true],
    ['sts.amazonaws.com:8443', 'sts.amazonaws.com', false],
    ['aws.com', 'sts.amazonaws.com', false],
    ['127.0.0.1', '127.0.0.1', true],
  ])('%s: %s', (noProxy, host, expected) => {
    expect(direct(noProxy, host)).toBe(expected)
  })
})
