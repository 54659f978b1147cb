import type { Blob, SourceItem, Unread } from '../model/index.js'
import { objectMissing } from './commit-missing.js'
import { type CommitChange, CommitRawParser, STREAMED_DIFF } from './commit-raw-diff.js'
import { type CommitRepository, callIn } from './commit-repository.js'
import type { CommitHeader } from './commit-walk.js'
import { GitOutput, type ProcessEnd } from './git-output.js'
import { isNull, SUBMODULE_MODE } from './raw-diff.js'

const MISSING = 'git could not compare this commit with its parents: an object is missing'
const ENDED = 'git ended before it had compared this commit with its parents'

/**
 * What some commits bring, in their order, from one git process. Git ends at a commit that it can't compare: that one is
 * told, and a new process goes on behind it.
 */
export async function* diffCommits(
  repository: CommitRepository,
  commits: readonly CommitHeader[],
): AsyncGenerator<SourceItem> {
  for (let rest = commits; rest.length > 0; ) {
    const { seen, end } = yield* diffUntilItEnds(repository, rest)
    if (end.code === 0) return
    const { from, until } = failedAt(end, seen, rest.length)
    for (const commit of rest.slice(from, until)) yield unreadCommit(commit, end)
    rest = rest.slice(until)
  }
}

/** The commits, by their places, that a process which failed did not do, or not for certain. */
const failedAt = (
  { code }: ProcessEnd,
  seen: number,
  count: number,
): { readonly from: number; readonly until: number } => {
  // Git that can't be started for one commit can't be for the next.
  if (code === 'not-started') return { from: 0, until: count }
  // A commit is named once it is compared; but what a signal ends may not have written all of the last one's changes.
  const isLastCertain = code !== 'killed' && seen < count
  return { from: isLastCertain ? seen : Math.max(0, seen - 1), until: seen + 1 }
}

interface Progress {
  /** So many commits were met, from the first. */
  readonly seen: number
  readonly end: ProcessEnd
}

async function* diffUntilItEnds(
  repository: CommitRepository,
  commits: readonly CommitHeader[],
): AsyncGenerator<SourceItem, Progress> {
  const stream = new GitOutput(callIn(repository, STREAMED_DIFF))
  stream.give(commits.map(({ oid }) => oid))
  const parser = new CommitRawParser()
  let seen = 0
  for await (const field of stream.fields('\0')) {
    const event = parser.push(field)
    if (event?.kind === 'commit') {
      const at = commits.findIndex(({ oid }, index) => index >= seen && oid === event.oid)
      if (at < 0) throw new Error('git diff-tree named a commit that it was not asked for')
      // A commit that is no commit any more is passed over by git without a word.
      for (const commit of commits.slice(seen, at)) yield unreadCommit(commit, null)
      seen = at + 1
    } else if (event?.kind === 'change') {
      const commit = commits[seen - 1]
      if (commit !== undefined) yield* itemOf(event.change, commit)
    }
  }
  const end = await stream.ended
  if (end.code === 0) for (const commit of commits.slice(seen)) yield unreadCommit(commit, null)
  return { seen, end }
}

/** @param end null where git said nothing */
const unreadCommit = ({ oid }: CommitHeader, end: ProcessEnd | null): Unread =>
  end === null || LOST_OBJECT.test(end.stderr)
    ? objectMissing(oid, MISSING)
    : { class: 'unread', path: oid, reason: 'io-error', detail: ENDED }

/** `unable to read tree`, `could not fetch … from promisor remote`, `bad object`. */
const LOST_OBJECT = /unable to read|could not (?:read|fetch)|bad object|missing/i

function* itemOf({ newMode, newOid, path }: CommitChange, commit: CommitHeader): Generator<SourceItem> {
  if (newMode === SUBMODULE_MODE) yield { class: 'skipped', path, reason: 'submodule' }
  else if (!isNull(newOid)) yield { class: 'blob', blob: committedBlob(path, newOid, commit) }
}

/** A link is a blob, too: its text is committed. */
const committedBlob = (path: string, oid: string, { oid: commit, author, date }: CommitHeader): Blob => ({
  path,
  origin: { kind: 'commit', commit, author, date, introduced: null },
  locator: { kind: 'git', oid },
})
