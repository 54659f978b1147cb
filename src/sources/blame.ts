import { basename, dirname, resolve } from 'node:path'
import { parseBlame } from './blame-porcelain.js'
import { runGit } from './git.js'
import type { ConfigEntry } from './git-environment.js'
import { Lanes } from './lanes.js'
import type { Blame } from './source.js'

/** Git processes at a time: each walks history on its own, and more than a few only compete. */
const PROCESSES = 4

/** An empty list of ignored commits takes back what configuration says of them. */
const BLAME = ['blame', '--porcelain', '--no-textconv', '--encoding=UTF-8', '--ignore-revs-file=']

/** git's "nothing is there": an attribution is an extra, so what git can't tell is not told. */
const NOTHING = null

/**
 * Asks `git blame` about lines of work tree files, each in the repository that its file lies in. Blobs of another origin
 * are nobody's.
 * @param root absolute path that the blobs' paths are relative to
 */
export const createBlame = ({ root }: { readonly root: string }): Blame => {
  const lanes = new Lanes(PROCESSES)
  const filters = new Map<string, Promise<readonly ConfigEntry[] | null>>()
  return async ({ path, origin }, line) => {
    if (origin.kind !== 'worktree') return NOTHING
    const file = resolve(root, path)
    const cwd = dirname(file)
    const known = filters.get(cwd) ?? lanes.run(() => filtersOff(cwd))
    filters.set(cwd, known)
    const config = await known
    if (config === null) return NOTHING
    const args = [...BLAME, `-L${line},${line}`]
    const answer = await lanes.run(() =>
      runGit({ cwd, args: [...args, '--', basename(file)], repository: 'discovered', config }),
    )
    return answer.ok ? parseBlame(answer.value.stdout.toString('utf8')) : NOTHING
  }
}

/**
 * Blame takes the work tree's file through its clean filter, which is a program that the repository's configuration
 * names; so every filter that is configured gets an empty command. The names hold any character, which is why they don't
 * go onto the command line. Null where there is no repository.
 */
const filtersOff = async (cwd: string): Promise<readonly ConfigEntry[] | null> => {
  const args = ['config', '--null', '--name-only', '--get-regexp', '^filter\\.']
  const answer = await runGit({ cwd, args, repository: 'discovered' })
  // Exit code 1: no filter is configured.
  if (!answer.ok) return answer.error.kind === 'failed' && answer.error.code === 1 ? [] : null
  const keys = answer.value.stdout
    .toString('utf8')
    .split('\0')
    .filter((key) => key !== '')
  const names = new Set(keys.map((key) => key.slice(0, key.lastIndexOf('.'))))
  return [...names].flatMap((name): readonly ConfigEntry[] => [
    [`${name}.clean`, ''],
    [`${name}.process`, ''],
    [`${name}.required`, 'false'],
  ])
}
