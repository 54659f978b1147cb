import { err, ok, type Result } from '../model/index.js'
import type { RequestError, VerifyRequest } from './request.js'

/** An endpoint or a proxy that a credential must not be sent to is told before anything is scanned. */
export const checkEndpoint = async (verify: VerifyRequest | null): Promise<Result<null, RequestError>> => {
  if (verify === null || (verify.stsEndpoint === null && verify.proxy === null)) return ok(null)
  const { parseEndpoint, parseProxy } = await import('../verify/index.js')
  const { stsEndpoint, proxy } = verify
  const endpoint = stsEndpoint === null ? ok(null) : parseEndpoint(stsEndpoint)
  if (!endpoint.ok) return err({ kind: 'bad-endpoint', from: '--sts-endpoint', detail: endpoint.error })
  const through = proxy === null ? ok(null) : parseProxy(proxy.url, proxy.exceptions)
  return through.ok ? ok(null) : err({ kind: 'bad-endpoint', from: proxy?.from ?? '', detail: through.error })
}
