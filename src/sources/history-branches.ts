import { runGit } from './git.js'
import { GitOutput } from './git-output.js'
import { callAt, type HistoryPlace } from './history-place.js'

/** `<oid> <path>` of the files in HEAD's tree; none where nothing was committed yet, null where git can't read all of it. */
export const headPlaces = async (place: HistoryPlace): Promise<ReadonlySet<string> | null> => {
  const born = await runGit(callAt(place, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']))
  if (!born.ok) return new Set()
  const places = new Set<string>()
  const tree = new GitOutput(callAt(place, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD']))
  try {
    for await (const entries of tree.parts('\0')) {
      for (const entry of entries) {
        const [, oid, path] = FILE.exec(entry) ?? []
        if (oid !== undefined) places.add(`${oid} ${path}`)
      }
    }
    return (await tree.endedEarly) === null ? places : null
  } finally {
    await tree.stop()
  }
}

const FILE = /^[0-7]{6} blob ([0-9a-f]{40,64})\t(.*)$/s

/** So many branches are named for one commit. */
const MOST_BRANCHES = 20

/**
 * The local and remote branches that a commit is part of (`main`, `origin/main`), at most `MOST_BRANCHES`, in the order of
 * their names. One process for each commit, which walks through the history: to be asked for few.
 * @param commits full object ids; of one that git does not know there are none
 */
export const branchesWith = async (
  place: HistoryPlace,
  commits: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const branches = new Map<string, readonly string[]>()
  for (const commit of new Set(commits)) branches.set(commit, await branchesOf(place, commit))
  return branches
}

const branchesOf = async (place: HistoryPlace, commit: string): Promise<readonly string[]> => {
  const format = '--format=%(refname:lstrip=2)%00%(symref)'
  const args = ['for-each-ref', `--contains=${commit}`, format, 'refs/heads', 'refs/remotes']
  const answer = await runGit(callAt(place, args))
  if (!answer.ok) return []
  const lines = answer.value.stdout.toString('utf8').split('\n')
  // `origin/HEAD` is another name of a branch.
  const names = lines.flatMap((line) => (line.endsWith('\0') ? [line.slice(0, -1)] : []))
  return names.slice(0, MOST_BRANCHES)
}
