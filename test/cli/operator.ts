import { join } from 'node:path'
import type { IamServer } from '../support/iam-server.js'
import { admin } from '../support/iam-stage.js'
import type { KnownCredential } from '../support/sts-judge.js'
import { emptyFolder, keysieve } from './keysieve.js'

export const keyVariables = ({ accessKeyId, secretAccessKey }: KnownCredential) => ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
})

/** Credentials of one's own in the environment, and a home without any. */
export const environmentOf = (caller: KnownCredential = admin) => ({
  ...keyVariables(caller),
  ...emptyHome(),
})

/** No credentials anywhere, and no machine role that would be waited for. */
export const emptyHome = () => {
  const home = emptyFolder()
  return {
    HOME: home,
    USERPROFILE: home,
    AWS_CONFIG_FILE: join(home, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
  }
}

/** Runs `keysieve aws` against a test's IAM. */
export const aws = (
  server: IamServer,
  args: readonly string[],
  circumstances: {
    readonly cwd?: string
    readonly env?: Readonly<Record<string, string>>
    readonly input?: string
  } = {},
) =>
  keysieve(['aws', ...args, '--iam-endpoint', server.endpoint], {
    cwd: circumstances.cwd ?? emptyFolder(),
    env: circumstances.env ?? environmentOf(),
    input: circumstances.input ?? '',
  })
