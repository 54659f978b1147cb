import type { ListedKey } from '../../remote/index.js'
import { declinedMessage } from '../aws-messages.js'
import { refused } from '../finish.js'
import type { ExitCode, Host } from '../host.js'
import { IAM_OPTIONS, type OptionName, type Values } from '../options.js'
import { confirm } from '../prompt.js'
import type { KeySession } from './aws-session.js'

export const ROTATE_OPTIONS = [
  'step',
  'write-to',
  'dry-run',
  'yes',
  ...IAM_OPTIONS,
] as const satisfies readonly OptionName[]

export type RotateValues = Values<(typeof ROTATE_OPTIONS)[number]>

/** What every step works with. */
export interface Rotation extends KeySession {
  readonly user: string
  readonly replacement: ListedKey | null
  readonly values: RotateValues
  readonly host: Host
}

/** Null where the step may go on; otherwise the exit code of a step that was not confirmed. */
export const askFirst = async ({ values, host }: Rotation, question: string): Promise<ExitCode | null> =>
  values.yes === 'assumed' || (await confirm(host, question)) === 'yes'
    ? null
    : refused(host, declinedMessage())
