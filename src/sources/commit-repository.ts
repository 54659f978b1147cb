import { resolve } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { type GitCall, runGit } from './git.js'
import type { RepositoryChoice } from './git-environment.js'
import { sourceErrorOf } from './git-failure.js'
import { callAt, type HistoryPlace, placeOfHistory } from './history-place.js'
import type { SourceError } from './source.js'

/** A repository whose commits are read: a work tree is not needed. Without a `gitDir` git finds it by a hook's variables. */
export interface CommitRepository extends HistoryPlace {
  readonly repository: RepositoryChoice
}

export const openCommitRepository = async (
  cwd: string,
  repository: RepositoryChoice,
): Promise<Result<CommitRepository, SourceError>> => {
  if (repository === 'inherited') return openInherited(cwd)
  const place = await placeOfHistory(cwd)
  return place.ok ? ok({ ...place.value, repository }) : place
}

/** A call of git in this repository. */
export const callIn = (repository: CommitRepository, args: readonly string[]): GitCall => ({
  ...callAt(repository, args),
  repository: repository.repository,
})

/** Asked by `runGit`: a hook waits. */
const openInherited = async (cwd: string): Promise<Result<CommitRepository, SourceError>> => {
  const top = await ask(cwd, ['rev-parse', '--show-toplevel'])
  if (top.ok) return ok({ root: resolve(top.value), repository: 'inherited' })
  return top.error.kind === 'bare-repository' ? openBare(cwd) : top
}

/**
 * Git takes a bare repository only where it is named, and then does not look whose it is; so it is found first, which the
 * hook's place allows.
 */
const openBare = async (cwd: string): Promise<Result<CommitRepository, SourceError>> => {
  const found = ['-c', 'safe.bareRepository=all', 'rev-parse', '--is-bare-repository', '--absolute-git-dir']
  const answer = await ask(cwd, found)
  if (!answer.ok) return answer
  const directory = /^true\n(.+)$/s.exec(answer.value)?.[1]
  if (directory === undefined) return err({ kind: 'bare-repository', path: cwd })
  const root = resolve(directory)
  return ok({ root, gitDir: root, repository: 'inherited' })
}

const ask = async (cwd: string, args: readonly string[]): Promise<Result<string, SourceError>> => {
  const answer = await runGit({ cwd, args, repository: 'inherited' })
  if (!answer.ok) return err(await sourceErrorOf(answer.error, cwd))
  return ok(answer.value.stdout.toString('utf8').replace(/\n$/, ''))
}
