import { dirname, resolve, sep } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { dotGitAbove, hasDotGit } from './dot-git.js'
import { askGit } from './git.js'
import { sourceErrorOf } from './git-failure.js'
import { isBelow } from './relative-path.js'
import type { SourceError } from './source.js'

/** What git makes of a directory. `bare`: inside a repository, where no work tree is. */
export type WorkTree =
  | { readonly kind: 'work-tree'; readonly top: string }
  | { readonly kind: 'bare' }
  | { readonly kind: 'none' }

/**
 * A repository whose configuration puts its work tree elsewhere has none here: what lies here is walked plainly.
 * @param directory absolute and real
 */
export const workTreeOf = async (directory: string): Promise<Result<WorkTree, SourceError>> => {
  const args = ['rev-parse', '--show-toplevel']
  const answer = await askGit({ cwd: directory, args, repository: 'discovered' })
  if (answer.ok) {
    const top = resolve(answer.value.replace(/\n$/, ''))
    const isHere = isBelow(directory, top)
    if (isHere && hasDotGit(top)) return ok({ kind: 'work-tree', top })
    return around(isHere ? top : directory, { kind: 'none' })
  }
  if (answer.error.kind === 'failed' && WORK_TREE_IS_GONE.test(answer.error.stderr))
    return ok({ kind: 'none' })
  const error = await sourceErrorOf(answer.error, directory)
  switch (error.kind) {
    case 'bare-repository':
      return withoutWorkTree(directory, error.path)
    case 'not-a-repository':
      return ok({ kind: 'none' })
    case 'git-missing':
      // Without a repository there is nothing to ask git for.
      return dotGitAbove(directory) === null ? ok({ kind: 'none' }) : err(error)
    default:
      return err(error)
  }
}

/** The place that `core.worktree` names is not there, or not to be entered. */
const WORK_TREE_IS_GONE = /^fatal: (cannot chdir to|Invalid path) '/m

/** @param bare what git takes for a bare repository; `directory` where it does not say */
const withoutWorkTree = async (directory: string, bare: string): Promise<Result<WorkTree, SourceError>> => {
  const args = ['rev-parse', '--is-bare-repository', '--is-inside-git-dir']
  const answer = await askGit({ cwd: directory, args, repository: 'discovered' })
  if (answer.ok && !answer.value.includes('true')) return ok({ kind: 'none' })
  return around(isBelow(directory, bare) ? bare : directory, { kind: 'bare' })
}

/**
 * Files of the form of a bare repository can be committed to an ordinary one, and would hide whatever lies among them:
 * they belong to the work tree around them.
 * @param otherwise where there is none
 */
const around = async (directory: string, otherwise: WorkTree): Promise<Result<WorkTree, SourceError>> => {
  const above = dirname(directory)
  // Git commits no `.git`: this is a repository of its own.
  if (hasDotGit(directory) || directory.split(sep).includes('.git')) return ok(otherwise)
  if (dotGitAbove(above) === null) return ok(otherwise)
  const there = await workTreeOf(above)
  return !there.ok || there.value.kind === 'work-tree' ? there : ok(otherwise)
}

/** Whether ignore rules cover a path, tracked or not. @param name relative to the top, `/` between the parts */
export const isIgnored = async (top: string, name: string): Promise<Result<boolean, SourceError>> => {
  // The one command that has no literal pathspecs; it takes wildcards literally, and `./` protects a leading colon.
  const args = ['--no-literal-pathspecs', 'check-ignore', '--no-index', '--', `./${name}`]
  const answer = await askGit({ cwd: top, args, repository: 'discovered' })
  return answer.ok ? ok(answer.value !== '') : err(await sourceErrorOf(answer.error, top))
}
