import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { askGit, type GitCall } from './git.js'
import { sourceErrorOf } from './git-failure.js'
import type { SourceError } from './source.js'
import { workTreeOf } from './work-tree.js'

/** A repository whose objects are read; both absolute. */
export interface HistoryPlace {
  /** Top of the work tree; of a bare repository the git directory. */
  readonly root: string
  /** The git directory, named in every call: a bare one is taken only so, and a hook's variables can't mean another. */
  readonly gitDir?: string | undefined
}

/** The repository that a directory lies in, or is. */
export const placeOfHistory = async (cwd: string): Promise<Result<HistoryPlace, SourceError>> => {
  const directory = realpathSync(cwd)
  const tree = await workTreeOf(directory)
  if (!tree.ok) return tree
  switch (tree.value.kind) {
    case 'work-tree': {
      const gitDir = await askGitDir(tree.value.top, [])
      return gitDir.ok ? ok({ root: tree.value.top, gitDir: gitDir.value }) : gitDir
    }
    case 'bare': {
      // It is not part of a work tree (see `workTreeOf`), and discovery is what checks whose it is.
      const gitDir = await askGitDir(directory, ['-c', 'safe.bareRepository=all'])
      return gitDir.ok ? ok({ root: gitDir.value, gitDir: gitDir.value }) : gitDir
    }
    case 'none':
      return err({ kind: 'not-a-repository', path: directory })
  }
}

/** A call of git in this place. */
export const callAt = ({ root, gitDir }: HistoryPlace, args: readonly string[]): GitCall => ({
  cwd: root,
  args,
  repository: 'discovered',
  gitDir,
})

const askGitDir = async (
  directory: string,
  options: readonly string[],
): Promise<Result<string, SourceError>> => {
  const args = [...options, 'rev-parse', '--absolute-git-dir']
  const answer = await askGit({ cwd: directory, args, repository: 'discovered' })
  if (!answer.ok) return err(await sourceErrorOf(answer.error, directory))
  return ok(resolve(answer.value.replace(/\n$/, '')))
}
