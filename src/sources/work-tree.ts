import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { askGit, runGit } from './git.js'
import { sourceErrorOf } from './git-failure.js'
import { type ListedNames, parseListing } from './listed-names.js'
import type { SourceError } from './source.js'

/** What git makes of a directory. `bare`: inside a repository, where no work tree is. */
export type WorkTree =
  | { readonly kind: 'work-tree'; readonly top: string }
  | { readonly kind: 'bare' }
  | { readonly kind: 'none' }

/** @param directory absolute and real */
export const workTreeOf = async (directory: string): Promise<Result<WorkTree, SourceError>> => {
  const args = ['rev-parse', '--show-toplevel']
  const answer = await askGit({ cwd: directory, args, repository: 'discovered' })
  if (answer.ok) return ok({ kind: 'work-tree', top: resolve(answer.value.replace(/\n$/, '')) })
  const error = await sourceErrorOf(answer.error, directory)
  switch (error.kind) {
    case 'bare-repository':
      return ok({ kind: 'bare' })
    case 'not-a-repository':
      return ok({ kind: 'none' })
    case 'git-missing':
      // Without a repository there is nothing to ask git for.
      return isBelowDotGit(directory) ? err(error) : ok({ kind: 'none' })
    default:
      return err(error)
  }
}

const isBelowDotGit = (directory: string): boolean =>
  existsSync(join(directory, '.git')) ||
  (dirname(directory) !== directory && isBelowDotGit(dirname(directory)))

/** Whether ignore rules cover a path, tracked or not. @param name relative to the top, `/` between the parts */
export const isIgnored = async (top: string, name: string): Promise<Result<boolean, SourceError>> => {
  // The one command that has no literal pathspecs; it takes wildcards literally, and `./` protects a leading colon.
  const args = ['--no-literal-pathspecs', 'check-ignore', '--no-index', '--', `./${name}`]
  const answer = await askGit({ cwd: top, args, repository: 'discovered' })
  return answer.ok ? ok(answer.value !== '') : err(await sourceErrorOf(answer.error, top))
}

/**
 * The files of a part of the work tree. Asked of git directly, for its warnings.
 * @param name relative to the top, `/` between the parts; empty for all of it
 */
export const listNames = async (top: string, name: string): Promise<Result<ListedNames, SourceError>> => {
  const args = ['ls-files', '-z', '-t', '--stage', '--others', '--exclude-standard', '--']
  const answer = await runGit({
    cwd: top,
    args: name === '' ? args : [...args, name],
    repository: 'discovered',
  })
  if (!answer.ok) return err(await sourceErrorOf(answer.error, top))
  return ok(parseListing(answer.value.stdout.toString('utf8'), answer.value.stderr))
}
