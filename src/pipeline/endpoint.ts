import { err, ok, type Result } from '../model/index.js'
import type { RequestError, VerifyRequest } from './request.js'

/** An endpoint that a credential must not be sent to is told before anything is scanned. */
export const checkEndpoint = async (verify: VerifyRequest | null): Promise<Result<null, RequestError>> => {
  if (verify === null || verify.stsEndpoint === null) return ok(null)
  const { parseEndpoint } = await import('../verify/index.js')
  const parsed = parseEndpoint(verify.stsEndpoint)
  return parsed.ok ? ok(null) : err({ kind: 'bad-endpoint', detail: parsed.error })
}
