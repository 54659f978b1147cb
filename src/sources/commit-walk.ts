import type { Unread } from '../model/index.js'
import { commitsMissing } from './commit-missing.js'
import { type CommitRepository, callIn } from './commit-repository.js'
import { runGit } from './git.js'
import { GitOutput, type ProcessEnd } from './git-output.js'
import { isShallow } from './revision.js'

/** Which commits: those that `tips` reach, themselves included, and what is left out does not. */
export interface CommitSelection {
  /** Full ids of commits that are there. */
  readonly tips: readonly string[]
  /** Full ids of commits; one that is not there leaves nothing out. */
  readonly excluded: readonly string[]
  /** What the tracking branches of this remote reach is left out, too. */
  readonly remote: string | null
  readonly walk: 'ancestors' | 'tips-alone'
}

export interface CommitHeader {
  /** Full object id. */
  readonly oid: string
  /** As the commit says, without mailmap; null where it names none. */
  readonly author: string | null
  /** ISO 8601 with offset; null for a date that git can't read. */
  readonly date: string | null
  readonly parentage: 'parents' | 'none'
}

/** Nothing in a field can be taken for the end of one: the name, which anybody chooses, has no LF and stands last. */
const FORMAT = '--format=%H%x00%P%x00%aI%x00%an'
const ENDS_HERE = 'history ends here: a shallow clone. "git fetch --unshallow" brings the rest'
const BROKEN = 'git could not follow the commits from here: one of them is missing'

/**
 * The commits of a selection, parents before children. Where a commit is lost, git can't bring them into an order: then
 * what it can reach comes as it is met, and an `Unread` says that more was to be read.
 */
export async function* walkCommits(
  repository: CommitRepository,
  selection: CommitSelection,
): AsyncGenerator<CommitHeader | Unread> {
  const [first] = selection.tips
  if (first === undefined) return
  const whole = yield* tellingEnds(repository, list(repository, selection, ['--reverse', '--topo-order']))
  if (whole.code === 0) return
  yield commitsMissing(first, BROKEN)
  // The ordered listing fails before its first line: nothing comes twice.
  if (whole.seen === 0) yield* tellingEnds(repository, list(repository, selection, []))
}

interface ListEnd extends ProcessEnd {
  readonly seen: number
}

async function* list(
  repository: CommitRepository,
  { tips, excluded, remote, walk }: CommitSelection,
  order: readonly string[],
): AsyncGenerator<CommitHeader, ListEnd> {
  const args = [
    'rev-list',
    ...order,
    '--no-commit-header',
    FORMAT,
    '--encoding=UTF-8',
    ...(walk === 'tips-alone' ? ['--no-walk'] : []),
    // Before the input, which is read when its option is met.
    '--ignore-missing',
    '--stdin',
    ...(remote === null ? [] : ['--not', `--remotes=${remote}`]),
  ]
  const stream = new GitOutput(callIn(repository, args))
  stream.give([...tips, ...excluded.map((oid) => `^${oid}`)])
  let seen = 0
  for await (const line of stream.fields('\n')) {
    seen++
    yield headerOf(line)
  }
  return { ...(await stream.ended), seen }
}

const headerOf = (line: string): CommitHeader => {
  const [oid = '', parents = '', date = '', author = ''] = line.split('\0')
  return {
    oid,
    author: author === '' ? null : author,
    // Without an author git repeats the question.
    date: /^\d/.test(date) ? date : null,
    parentage: parents === '' ? 'none' : 'parents',
  }
}

/** Passes commits on, and says once if the parents of one were cut off. */
async function* tellingEnds(
  repository: CommitRepository,
  commits: AsyncGenerator<CommitHeader, ListEnd>,
): AsyncGenerator<CommitHeader | Unread, ListEnd> {
  let canBeCut: boolean | null = null
  try {
    for (;;) {
      const next = await commits.next()
      if (next.done === true) return next.value
      yield next.value
      if (next.value.parentage === 'parents' || canBeCut === false) continue
      canBeCut ??= await isShallow(repository)
      if (!canBeCut || !(await hadParents(repository, next.value.oid))) continue
      canBeCut = false
      yield commitsMissing(next.value.oid, ENDS_HERE)
    }
  } finally {
    await commits.return({ code: 'killed', stderr: '', seen: 0 })
  }
}

/** What the object itself says, where the listing says that there are none. */
const hadParents = async (repository: CommitRepository, oid: string): Promise<boolean> => {
  const answer = await runGit(callIn(repository, ['cat-file', 'commit', oid]))
  return answer.ok && /^tree [0-9a-f]+\nparent /.test(answer.value.stdout.toString('latin1'))
}
