import { existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { profileSecretsIn } from '../../aws/index.js'
import { secretsInValue } from '../../rules/index.js'
import { readSmallFile } from '../../sources/index.js'
import type { OnWarning, OwnSecretsRequest } from '../request.js'
import type { Kept } from './collection.js'

/** Of the largest file that is read; people write them by hand. */
export const MOST_FILE_BYTES = 1 << 20

/** Where the AWS tools look, and what the reader calls it (SDKs and Tools Reference Guide, "Location of the shared files"). */
const filesOf = ({ home, env }: OwnSecretsRequest): readonly (readonly [path: string, words: string])[] => [
  ...(home === null
    ? []
    : (['credentials', 'config'] as const).map(
        (name) => [join(home, '.aws', name), `~/.aws/${name}`] as const,
      )),
  ...(['AWS_SHARED_CREDENTIALS_FILE', 'AWS_CONFIG_FILE'] as const).flatMap((name) => {
    const path = env[name]?.replace(/^~(?=[/\\])/, home ?? '~') ?? ''
    return path === '' ? [] : [[resolve(path), `the file of ${name}`] as const]
  }),
]

/** The secret access keys and session tokens of every profile. */
export const keptInProfiles = (request: OwnSecretsRequest, warn: OnWarning): readonly Kept[] =>
  filesOf(request).flatMap(([path, words]) => {
    const file = realPathOf(path)
    const read = file === null ? null : readSmallFile(file, MOST_FILE_BYTES)
    if (read?.kind === 'unread') warn({ kind: 'own-secrets-unread', detail: `${words}, ${read.code}` })
    if (read?.kind !== 'text') return []
    return profileSecretsIn(read.text).flatMap(({ profile, value }) =>
      secretsInValue(value, 'secret').map(
        (one): Kept => ({
          value: one,
          words: `${words} profile ${profile}`,
          file,
          strength: strengthOf(one),
        }),
      ),
    )
  })

/** A secret access key has 40 characters, a session token hundreds. */
const strengthOf = (value: string): Kept['strength'] =>
  /^(?:[A-Za-z0-9+/]{40}|[A-Za-z0-9+/=]{100,})$/.test(value) ? 'strong' : 'guessable'

/** With links followed, since it is the person's own home; null where there is no such file, or none to be seen. */
const realPathOf = (path: string): string | null => {
  // Asked first: most people have none of these, and a hook that throws an error waits for it.
  if (!existsSync(path)) return null
  try {
    return realpathSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
