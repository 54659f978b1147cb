import { describe, expect, it } from 'vitest'
import { parseEndpoint } from '../../src/verify/index.js'

describe('parseEndpoint', () => {
  it.each([
    ['https://sts.eu-west-1.amazonaws.com', 'https://sts.eu-west-1.amazonaws.com'],
    ['https://sts.eu-west-1.amazonaws.com/', 'https://sts.eu-west-1.amazonaws.com'],
    ['HTTPS://STS.Example.com:8443', 'https://sts.example.com:8443'],
    ['http://localhost:4566', 'http://localhost:4566'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://127.1:8080', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('takes %s', (text, origin) => {
    const parsed = parseEndpoint(text)
    expect(parsed.ok && parsed.value.origin).toBe(origin)
  })

  it.each([
    ['plain http to another host', 'http://sts.amazonaws.com', /must use https/],
    ['a name that only begins like this machine', 'http://127.0.0.1.example.com', /must use https/],
    ['a name that only ends like it', 'http://notlocalhost', /must use https/],
    ['another protocol', 'ftp://localhost', /must be a URL like https/],
    ['no protocol', 'localhost:4566', /must be a URL like https/],
    ['nothing', '', /must be a URL like https/],
    ['a password', 'https://ada:hunter2@sts.example.com', /user name or password/],
    ['a path', 'https://sts.example.com/sts', /no path/],
    ['a query', 'https://sts.example.com/?a=b', /no path, query/],
    ['an empty query', 'https://sts.example.com?', /no path, query/],
    ['a fragment', 'https://sts.example.com/#a', /fragment/],
    ['a space', 'https://sts.example.com /', /a space/],
    ['a line break', 'https://sts.example.com\n', /control character/],
    ['a backslash', 'https:\\\\sts.example.com', /backslash/],
  ])('refuses %s', (_situation, text, reason) => {
    const parsed = parseEndpoint(text)
    expect(parsed.ok ? parsed.value.href : parsed.error).toMatch(reason)
  })

  it('repeats nothing of what it refuses', () => {
    const parsed = parseEndpoint('https://ada:hunter2@sts.example.com')
    expect(JSON.stringify(parsed)).not.toContain('hunter2')
  })
})
