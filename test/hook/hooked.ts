import { chmodSync, readFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { keysieve, runToEnd } from '../cli/keysieve.js'
import { dotenv } from '../cli/project.js'
import type { Repository } from '../support/repository.js'

/** Git's settings are those of the repository alone. */
export const ENV = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' }

/** `keysieve hook …` in a folder. */
export const hook = (cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  keysieve(['hook', ...args], { cwd, env: { ...ENV, ...env } })

const IDENTITY = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com']

/** `git commit` with its hooks, and all that was printed. */
export const commit = async (
  cwd: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) => {
  const { code, out, err } = await runToEnd(
    'git',
    [...IDENTITY, 'commit', '-q', '--allow-empty', '-m', 'x', ...args],
    { cwd, env: { ...ENV, ...env } },
  )
  return { code, told: out + err }
}

/** Commits a key, then what is clean: whether each was let through. */
export const tries = async (
  repository: Repository,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly leak: string; readonly clean: string }> => {
  repository.write('leak.env', dotenv('hooked'))
  repository.git('add', 'leak.env')
  const leak = await commit(repository.top, [], env)
  repository.git('rm', '-q', '--cached', 'leak.env')
  repository.write('clean.txt', `${leak.code}\n`)
  repository.git('add', 'clean.txt')
  const clean = await commit(repository.top, [], env)
  const isOurs = leak.told.includes('keysieve stopped this commit: it would add 1 secret.')
  return {
    leak: leak.code === 0 ? 'committed' : isOurs ? 'refused' : leak.told,
    clean: clean.code === 0 ? 'committed' : clean.told,
  }
}

/** What they are where the hook works. */
export const GUARDED = { leak: 'refused', clean: 'committed' }
export const UNGUARDED = { leak: 'committed', clean: 'committed' }

/** Writes a hook that git runs. */
export const writeHook = (repository: Repository, path: string, text: string | Buffer): string => {
  const file = repository.write(path, text)
  chmodSync(file, 0o755)
  return file
}

export const textIn = ({ top }: Repository, path: string): string => readFileSync(join(top, path), 'latin1')
