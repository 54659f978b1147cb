import type { Blob } from '../model/index.js'
import { changeSince, NEW } from './blob-change.js'
import { type GitCall, runGit } from './git.js'
import { parseRawDiff, type RawChange } from './raw-diff.js'
import type { Change } from './source.js'
import { INDEX_DIFF } from './staged-diff.js'

/** What the index changes, looked up for single blobs: each costs a git process, so only those with findings ask. */
export class StagedChanges {
  readonly #root: string
  readonly #against: string | null
  readonly #changes: ReadonlyMap<string, RawChange>
  #renames: Promise<ReadonlyMap<string, RawChange>> | null = null

  /**
   * @param root top of the work tree
   * @param changes without renames
   * @param against what the index was compared with: a commit's id, or null for HEAD
   */
  constructor(root: string, changes: readonly RawChange[], against: string | null) {
    this.#root = root
    this.#against = against
    this.#changes = new Map(changes.map((change) => [keyOf(change.path, change.newOid), change]))
  }

  async of(blob: Blob): Promise<Change> {
    const { path, locator } = blob
    const change = locator.kind === 'git' ? this.#changes.get(keyOf(path, locator.oid)) : undefined
    // What is staged and not listed is as it is in that commit.
    if (change === undefined) return { added: [], parent: blob }
    if (change.status !== 'A') return this.#since(change)
    this.#renames ??= this.#findRenames()
    const renamed = (await this.#renames).get(keyOf(path, change.newOid))
    return renamed === undefined ? NEW : this.#since(renamed)
  }

  #since({ oldMode, oldOid, newOid, oldPath }: RawChange): Promise<Change> {
    const callOf = (args: readonly string[]): GitCall => ({ cwd: this.#root, args, repository: 'inherited' })
    return changeSince({ mode: oldMode, oid: oldOid, path: oldPath }, newOid, callOf)
  }

  /** A file that moved is no new file: what it said before stood there before. Git finds no renames: there are none. */
  async #findRenames(): Promise<ReadonlyMap<string, RawChange>> {
    const args = [...INDEX_DIFF, '--find-renames=50%', '-l1000', '--diff-filter=R', ...against(this.#against)]
    const answer = await runGit({ cwd: this.#root, args, repository: 'inherited' })
    const renames = answer.ok ? parseRawDiff(answer.value.stdout.toString('utf8')) : []
    return new Map(renames.map((change) => [keyOf(change.path, change.newOid), change]))
  }
}

/** Last of the arguments: a path can't be meant. */
export const against = (commit: string | null): readonly string[] => (commit === null ? [] : [commit, '--'])

const keyOf = (path: string, oid: string): string => `${oid} ${path}`
