import { err, ok, type Result } from '../model/index.js'

/** A proxy that connections to https endpoints go through. From the command line or the environment only. */
export interface ProxyServer {
  /** Whether the way to the proxy itself is encrypted. */
  readonly transport: 'plain' | 'tls'
  readonly host: string
  readonly port: number
  /** Value of the header Proxy-Authorization, which the proxy alone gets; null where the URL holds no user. */
  readonly authorization: string | null
  /** Hosts that are called without it, as in NO_PROXY. */
  readonly exceptions: readonly string[]
}

const MUST_BE = 'The proxy must be a URL like http://proxy.example.com:3128.'

/**
 * @param url `http://` or `https://`, or no scheme as many environments have it; user and password percent-encoded
 * @param noProxy hosts between commas or blanks: `.example.com` and `example.com` mean all below it as well, `*` all there is
 * @returns or one sentence about what is wrong that does not repeat the text (it may hold a password)
 */
export const parseProxy = (url: string, noProxy: string): Result<ProxyServer, string> => {
  if (/[\s\\\p{Cc}]/u.test(url)) return err('The proxy holds a space, a backslash or a control character.')
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`
  const parsed = URL.canParse(text) ? new URL(text) : null
  if (parsed === null || parsed.hostname === '') return err(MUST_BE)
  const { protocol, hostname, port, username, password } = parsed
  if (protocol !== 'http:' && protocol !== 'https:')
    return err('The proxy must be an HTTP proxy; SOCKS and others are not supported.')
  if (parsed.pathname !== '/' || parsed.search !== '' || parsed.hash !== '') return err(MUST_BE)
  const authorization = username === '' && password === '' ? ok(null) : basic(username, password)
  if (!authorization.ok) return authorization
  const transport = protocol === 'https:' ? 'tls' : 'plain'
  return ok({
    transport,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (transport === 'tls' ? 443 : 80) : Number(port),
    authorization: authorization.value,
    exceptions: noProxy.split(/[\s,]+/).filter((one) => one !== ''),
  })
}

const basic = (username: string, password: string): Result<string, string> => {
  try {
    const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
    // It becomes a part of a header's line in base64, so nothing in it can end that line.
    return ok(`Basic ${Buffer.from(plain).toString('base64')}`)
  } catch {
    return err('User and password of the proxy must be percent-encoded.')
  }
}

/** @param host as in a URL, without brackets */
export const goesDirect = ({ exceptions }: ProxyServer, host: string, port: number): boolean =>
  exceptions.some((exception) => {
    if (exception === '*') return true
    const [, name = '', only] = /^(?:\*?\.)?(.+?)(?::(\d+))?$/.exec(exception.toLowerCase()) ?? []
    if (only !== undefined && Number(only) !== port) return false
    return host.toLowerCase() === name || host.toLowerCase().endsWith(`.${name}`)
  })
