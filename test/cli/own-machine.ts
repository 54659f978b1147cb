import { draw, secretAccessKey, sessionToken } from '../support/credentials.js'
import { createRepository, type Repository } from '../support/repository.js'
import { type Ended, emptyFolder, keysieve } from './keysieve.js'
import { reported, writeFiles } from './project.js'

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A random value that has the form of no provider's. */
export const ownValue = (seed: string, length = 24): string => draw(`own/${seed}`, BASE62, length)

/** Somebody's machine: a home with files in it, an environment, and a repository to work in. */
export interface Machine {
  readonly home: string
  readonly repository: Repository
  readonly run: (...args: readonly string[]) => Promise<Ended>
  /** `path:line rule, where it is kept` of each finding; nothing may be said beside. */
  readonly found: (...args: readonly string[]) => Promise<readonly string[]>
}

export const machine = (
  home: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Machine => {
  const folder = emptyFolder()
  writeFiles(folder, home)
  const repository = createRepository()
  const run = (...args: readonly string[]): Promise<Ended> =>
    keysieve(args, { cwd: repository.top, env: { HOME: folder, USERPROFILE: folder, ...env } })
  return {
    home: folder,
    repository,
    run,
    found: async (...args) => {
      const { out, err } = await run(...args, '--format', 'jsonl')
      if (err !== '') throw new Error(err)
      return reported(out).map(
        ({ path, startLine, ruleId, facts: { ownSource = '' } }) =>
          `${path}:${startLine} ${ruleId}${ownSource === '' ? '' : `, ${ownSource}`}`,
      )
    },
  }
}

/** `~/.aws/credentials` with a secret for each profile, and a session token for `session`. */
export const profiles = (...names: readonly string[]): string =>
  names
    .map((name) => {
      const token = name === 'session' ? `aws_session_token = ${sessionToken(`own/${name}`)}\n` : ''
      return `[${name}]\naws_secret_access_key = ${secretAccessKey(`own/${name}`)}\n${token}`
    })
    .join('')
