import { runGit } from './git.js'
import { GitOutput } from './history-output.js'
import { callAt, type HistoryPlace } from './history-place.js'

/** Ids of the files in HEAD's tree; none where nothing was committed yet, or git can't read it. */
export const headBlobs = async (place: HistoryPlace): Promise<ReadonlySet<string>> => {
  const oids = new Set<string>()
  const tree = new GitOutput(callAt(place, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD']))
  try {
    for await (const entries of tree.parts('\0')) {
      for (const entry of entries) {
        const [, oid] = FILE.exec(entry) ?? []
        if (oid !== undefined) oids.add(oid)
      }
    }
  } finally {
    await tree.stop()
  }
  return oids
}

const FILE = /^[0-7]{6} blob ([0-9a-f]{40,64})\t/

/** So many branches are named for one commit. */
export const MOST_BRANCHES = 20

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
