import { err, ok, type Result } from '../model/index.js'
import { openCommitRepository } from './commit-repository.js'
import { runGit } from './git.js'
import { sourceErrorOf } from './git-failure.js'
import { resolveCommit } from './revision.js'
import type { SourceError } from './source.js'
import { INDEX_DIFF } from './staged-diff.js'

/** Whether the index differs from HEAD. Both are asked through git's own variables, as a hook has them. */
export const isAnythingStaged = async (cwd: string): Promise<Result<boolean, SourceError>> => {
  const listed = await runGit({ cwd, args: INDEX_DIFF, repository: 'inherited' })
  return listed.ok ? ok(listed.value.stdout.length > 0) : err(await sourceErrorOf(listed.error, cwd))
}

/** Full id of the commit that a name means; null where it means none. */
export const commitNamed = async (
  cwd: string,
  revision: string,
): Promise<Result<string | null, SourceError>> => {
  const repository = await openCommitRepository(cwd, 'inherited')
  return repository.ok ? resolveCommit(repository.value, revision) : repository
}
