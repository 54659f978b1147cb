import { err, ok, type Result } from '../model/index.js'

/**
 * An endpoint that the user named instead of AWS's own: https to any host, or http to this machine (tests, LocalStack),
 * since a session token travels in clear inside the connection. Origin only: no user name, path, query or fragment.
 * @param example what a right one looks like
 * @returns the parsed URL, or one sentence about what is wrong that does not repeat the text (it may hold a password)
 */
export const parseEndpoint = (
  text: string,
  example = 'https://sts.eu-west-1.amazonaws.com',
): Result<URL, string> => {
  if (/[\s\\\p{Cc}]/u.test(text))
    return err('The endpoint holds a space, a backslash or a control character.')
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !['https:', 'http:'].includes(url.protocol))
    return err(`The endpoint must be a URL like ${example}.`)
  if (url.username !== '' || url.password !== '')
    return err('The endpoint must not hold a user name or password.')
  if (url.pathname !== '/' || /[?#]/.test(text))
    return err('The endpoint must end after host and port: no path, query or fragment.')
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return err('The endpoint must use https; http is for this machine only (localhost, 127.0.0.1, [::1]).')
  return ok(url)
}

/** `hostname` as the URL parser gives it: IPv4 in four decimal parts, IPv6 in brackets. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
