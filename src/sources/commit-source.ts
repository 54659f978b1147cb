import type { SourceItem, Unread } from '../model/index.js'
import { ChangeLookup } from './commit-changes.js'
import { diffCommits } from './commit-diffs.js'
import type { CommitRepository } from './commit-repository.js'
import { type CommitHeader, type CommitSelection, walkCommits } from './commit-walk.js'
import type { ChangesSource } from './source.js'

/** So many commits one process compares: a usual range in one go, and of a long one no more is held in memory. */
const BATCH_COMMITS = 2000

/** @param missing what is known not to be here, told first */
export const commitSource = (
  repository: CommitRepository,
  selection: CommitSelection,
  missing: readonly Unread[],
): ChangesSource => {
  const lookup = new ChangeLookup(repository)
  return {
    root: repository.root,
    gitDir: repository.gitDir,
    items: () => itemsOf(repository, selection, missing),
    changesOf: (blob) => lookup.of(blob),
  }
}

async function* itemsOf(
  repository: CommitRepository,
  selection: CommitSelection,
  missing: readonly Unread[],
): AsyncGenerator<SourceItem> {
  yield* missing
  let batch: CommitHeader[] = []
  for await (const commit of walkCommits(repository, selection)) {
    if ('class' in commit) yield commit
    else batch.push(commit)
    if (batch.length < BATCH_COMMITS) continue
    yield* diffCommits(repository, batch)
    batch = []
  }
  yield* diffCommits(repository, batch)
}
