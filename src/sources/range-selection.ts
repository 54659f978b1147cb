import { err, ok, type Result, type Unread } from '../model/index.js'
import { commitsMissing } from './commit-missing.js'
import { type CommitRepository, callIn } from './commit-repository.js'
import type { CommitSelection } from './commit-walk.js'
import { runGit } from './git.js'
import { isNull } from './raw-diff.js'
import { isFullOid, isShallow, isThere, type Revisions, resolveCommit } from './revision.js'
import type { RevisionError, SourceError } from './source.js'

/** Which commits a range means here, and what of it is not here. */
export interface RangeSelection extends CommitSelection {
  readonly missing: readonly Unread[]
}

type Selected = Result<RangeSelection, SourceError | RevisionError>

export const selectRange = async (repository: CommitRepository, revisions: Revisions): Promise<Selected> => {
  const tip = revisions.kind === 'commit' ? revisions.commit : revisions.head
  const head = await resolveCommit(repository, tip)
  if (!head.ok) return head
  if (head.value === null) return err({ kind: 'no-such-revision', revision: tip })
  return revisions.kind === 'commit'
    ? ok({ ...only(head.value, []), walk: 'tips-alone' })
    : sinceBase(repository, revisions, head.value)
}

const only = (
  head: string,
  excluded: readonly string[],
  missing: readonly Unread[] = [],
): RangeSelection => ({ tips: [head], excluded, remote: null, walk: 'ancestors', missing })

const sinceBase = async (
  repository: CommitRepository,
  { base, since }: Extract<Revisions, { kind: 'range' }>,
  head: string,
): Promise<Selected> => {
  // How the CI systems write the base of a branch that is new.
  if (isFullOid(base) && isNull(base)) return ok(only(head, await otherBranches(repository, head)))
  const found = await resolveCommit(repository, base)
  if (!found.ok) return found
  if (found.value === null) return sinceAbsent(repository, base, head)
  const common = since === 'merge-base' ? await noCommon(repository, base, found.value, head) : []
  // Common ancestors are all reached from the merge bases, and from the base: what is left of the head is the same.
  return ok(only(head, [found.value], common))
}

/** After a force push, or in a shallow clone. Only a full id can be known to have been a commit once. */
const sinceAbsent = async (repository: CommitRepository, base: string, head: string): Promise<Selected> => {
  if (!isFullOid(base) || (await isThere(repository, base)))
    return err({ kind: 'no-such-revision', revision: base })
  const detail = (await isShallow(repository))
    ? 'the base is not in this shallow clone: "git fetch --unshallow" brings it'
    : `the base is not here, as after a force push: "git fetch origin ${base}" may bring it`
  return ok(only(head, await otherBranches(repository, head), [commitsMissing(base, detail)]))
}

/** Histories that were never joined have no merge base either: only a shallow clone may have lost it. */
const noCommon = async (
  repository: CommitRepository,
  name: string,
  base: string,
  head: string,
): Promise<readonly Unread[]> => {
  if (!(await isShallow(repository))) return []
  const answer = await runGit(callIn(repository, ['merge-base', base, head]))
  if (answer.ok) return []
  const detail = 'the merge base is not in this shallow clone: "git fetch --unshallow" brings it'
  return [commitsMissing(name, detail)]
}

/**
 * Tips of the remote-tracking branches that do not hold the head. The ones that do say nothing of what was there before:
 * in a CI job the pushed branch itself is among them. Where git can't tell, nothing is left out.
 */
const otherBranches = async (repository: CommitRepository, head: string): Promise<readonly string[]> => {
  const args = ['for-each-ref', '--format=%(objectname)', `--no-contains=${head}`, 'refs/remotes']
  const answer = await runGit(callIn(repository, args))
  if (!answer.ok) return []
  const oids = answer.value.stdout.toString('latin1').split('\n')
  return [...new Set(oids.filter(isFullOid))]
}
