import { ok, type Result } from '../model/index.js'
import { openCommitRepository } from './commit-repository.js'
import { commitSource } from './commit-source.js'
import { selectRange } from './range-selection.js'
import { parseRevisions } from './revision.js'
import type { ChangesSource, RevisionError, SourceError } from './source.js'

export interface RangeRequest {
  /** Absolute; anywhere in a work tree or a bare repository. */
  readonly cwd: string
  /**
   * As given: `a..b`, `a...b`, or one commit (that commit alone). An `a` of zeros, or one whose full id is not here, stands
   * for what the other remote-tracking branches reach.
   */
  readonly revisions: string
  /** `merge-base` takes `a..b` for `a...b`. The commits are the same; a merge base lost in a shallow clone is told. */
  readonly since: 'as-given' | 'merge-base'
}

/**
 * What the commits of a range bring, each on its own, so that what was added and removed again inside is met. Reads the
 * repository that `cwd` lies in, whatever a hook's variables say. Nothing is fetched.
 */
export const openRange = async ({
  cwd,
  revisions,
  since,
}: RangeRequest): Promise<Result<ChangesSource, SourceError | RevisionError>> => {
  const parsed = parseRevisions(revisions)
  if (!parsed.ok) return parsed
  const repository = await openCommitRepository(cwd, 'discovered')
  if (!repository.ok) return repository
  const wanted =
    parsed.value.kind === 'range' && since === 'merge-base' ? { ...parsed.value, since } : parsed.value
  const selection = await selectRange(repository.value, wanted)
  if (!selection.ok) return selection
  return ok(commitSource(repository.value, selection.value, selection.value.missing))
}
