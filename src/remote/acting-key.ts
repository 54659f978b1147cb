import { err, ok, type Result } from '../model/index.js'
import type { IamFault } from './iam-fault.js'
import type { Operator } from './operator.js'
import { type PlainKey, plainKey } from './plain-values.js'
import { type ClientSettings, createKeyFinder, type Sdk, withoutConfiguredEndpoints } from './sdk-clients.js'

/**
 * The one key that everything is signed with. The user's own is looked for once, so that no call of a run is made by
 * somebody else than the one before.
 */
export const actingKey = async (
  sdk: Sdk,
  settings: ClientSettings,
  operator: Operator,
  signal: AbortSignal,
): Promise<Result<PlainKey, IamFault>> => {
  if (operator.kind === 'leaked') return ok(plainKey(operator.accessKeyId, operator.secretAccessKey))
  const finder = createKeyFinder(sdk, settings, operator.profile)
  try {
    const found = await withoutConfiguredEndpoints(() => inTime(finder.config.credentials(), signal))
    if (found === null)
      return err({ kind: 'no-credentials', detail: 'Your AWS credentials could not be had in time.' })
    const { accessKeyId, secretAccessKey, sessionToken } = found
    return ok({ accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) })
  } catch (error) {
    return err({ kind: 'no-credentials', detail: whyNone(error, operator.profile) })
  }
}

/** Null when the signal comes first. */
const inTime = <T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> =>
  Promise.race([
    work,
    new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true })),
  ])

/** The SDK's own words may quote a configuration file or a program's output, so they only choose among ours. */
const whyNone = (error: unknown, profile: string | null): string => {
  const message = error instanceof Error ? error.message : ''
  const login = `aws sso login${profile === null ? '' : ` --profile ${profile}`}`
  if (/multi-factor|MFA/.test(message))
    return 'This profile asks for a multi-factor code, which keysieve does not do. Open a session with the AWS CLI and use that.'
  if (/sso|login|token is expired/i.test(message))
    return `The sign-in of this profile has ended or was never done. Run:  ${login}`
  if (profile !== null)
    return `The profile ${profile} gives no credentials. See what there is:  aws configure list-profiles`
  return 'No AWS credentials of your own were found. Name a profile with --profile, or set AWS_PROFILE.'
}
