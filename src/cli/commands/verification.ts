import type { VerifyRequest } from '../../pipeline/index.js'
import type { Host } from '../host.js'
import type { Values, VERIFY_OPTIONS } from '../options.js'

/** How AWS is asked, from the command line and the environment. */
export const verifyRequest = (
  values: Values<(typeof VERIFY_OPTIONS)[number]>,
  env: Host['env'],
): VerifyRequest => ({
  stsEndpoint: values['sts-endpoint'],
  timeoutMs: values['verify-timeout'],
  budgetMs: values['verify-budget'],
  partitions: values.partitions.length === 0 ? null : values.partitions,
  canaries: values['verify-canaries'],
  onlyAccounts: values['verify-accounts'].length === 0 ? null : values['verify-accounts'],
  proxy: proxyOf(values.proxy, env),
})

/** Variables as curl reads them: in small letters first. */
const proxyOf = (option: string | null, env: Host['env']): VerifyRequest['proxy'] => {
  const exceptions = env.no_proxy ?? env.NO_PROXY ?? ''
  if (option !== null) return { url: option, exceptions, from: '--proxy' }
  const from = ['https_proxy', 'HTTPS_PROXY'].find((name) => env[name])
  return from === undefined ? null : { url: env[from] ?? '', exceptions, from }
}
