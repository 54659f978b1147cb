import { err, ok, type Result, VERSION } from '../../model/index.js'
import {
  checkOffline,
  createIam,
  hiddenSecret,
  type Iam,
  type KeyReport,
  type Operator,
  parseEndpoint,
  reportOnKey,
} from '../../remote/index.js'
import {
  badIamEndpointMessage,
  noSecretMessage,
  noTerminalMessage,
  offlineRefusalMessage,
  reportRefusalMessage,
} from '../aws-messages.js'
import { refused } from '../finish.js'
import type { UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import type { IAM_OPTIONS, Values } from '../options.js'
import { canAsk, readHidden } from '../prompt.js'

type SessionValues = Values<(typeof IAM_OPTIONS)[number]>

/** How every command that asks IAM begins; the error is the exit code, its reason told already. */
export const openIam = (values: SessionValues, operator: Operator, host: Host): Result<Iam, ExitCode> => {
  const endpoint = values['iam-endpoint']
  const parsed = endpoint === null ? null : parseEndpoint(endpoint, 'https://iam.amazonaws.com')
  if (parsed !== null && !parsed.ok) return err(refused(host, badIamEndpointMessage(parsed.error)))
  return ok(
    createIam({
      operator,
      partition: values.partition,
      endpoint: parsed?.value.origin ?? null,
      timeoutMs: values['aws-timeout'],
      version: VERSION,
    }),
  )
}

/** @param accessKeyId of the leaked key, whose secret is read now where it is to act */
const operatorFor = async (
  accessKeyId: string,
  acting: Operator['kind'],
  values: SessionValues,
  host: Host,
): Promise<Result<Operator, ExitCode>> => {
  if (acting === 'own') return ok({ kind: 'own', profile: values.profile })
  const typed = await readHidden(host, `Secret access key of ${accessKeyId} (not shown): `)
  const secret = typed?.trim() ?? ''
  if (!/^[A-Za-z0-9+/]{40}$/.test(secret)) return err(refused(host, noSecretMessage()))
  return ok({ kind: 'leaked', accessKeyId, secretAccessKey: hiddenSecret(secret) })
}

export interface KeySession {
  readonly iam: Iam
  readonly report: KeyReport
}

export interface KeyRequest {
  readonly accessKeyId: string
  readonly acting: Operator['kind']
  readonly canaries: 'refused' | 'allowed'
  /** `to-confirm`: something will be changed, and a person has to be asked before. */
  readonly intent: 'reads' | 'to-confirm' | 'confirmed'
}

/** All that is checked and read of a key before a command does its work. The session is the caller's to close. */
export const openKeySession = async (
  request: KeyRequest,
  values: SessionValues,
  host: Host,
): Promise<Result<KeySession, ExitCode>> => {
  const { accessKeyId, acting } = request
  const checked = checkOffline(accessKeyId, request.canaries)
  if (!checked.ok) return err(refused(host, offlineRefusalMessage(checked.error, accessKeyId)))
  if (request.intent === 'to-confirm' && !canAsk(host)) return err(refused(host, noTerminalMessage()))
  const operator = await operatorFor(accessKeyId, acting, values, host)
  if (!operator.ok) return operator
  const iam = openIam(values, operator.value, host)
  if (!iam.ok) return iam
  const report = await reportOnKey(iam.value, accessKeyId, acting)
  if (report.ok) return ok({ iam: iam.value, report: report.value })
  iam.value.close()
  const { error } = report
  const isFault = error.kind === 'untold' || (error.kind === 'fault' && error.fault.kind !== 'no-credentials')
  host.stderr.write(reportRefusalMessage(report.error, accessKeyId))
  return err(isFault ? 3 : 2)
}

/** The one key id that a command takes. What is too much may be a secret and is not repeated. */
export const keyArgument = (args: readonly string[]): Result<string, readonly UsageFault[]> => {
  const [id, extra] = args
  if (id === undefined) return err([{ kind: 'missing-argument', argument: 'The access key ID' }])
  if (extra === undefined) return ok(id)
  return err([{ kind: 'extra-argument', argument: `<${extra.length} characters hidden>` }])
}

/** Faults of options that are each right but not together. */
export const actingFaults = (
  values: Pick<SessionValues, 'profile'> & Values<'with-leaked'>,
): Result<null, readonly UsageFault[]> =>
  values['with-leaked'] === 'leaked' && values.profile !== null
    ? err([{ kind: 'opposites', options: ['--with-leaked', '--profile'] }])
    : ok(null)
