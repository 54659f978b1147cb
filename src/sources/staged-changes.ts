import { type Blob, originOf } from '../model/index.js'
import { runGit, streamGit } from './git.js'
import { HunkParser } from './hunk-parser.js'
import { isNull, parseRawDiff, type RawChange, SUBMODULE_MODE } from './raw-diff.js'
import type { Change, LineRange } from './source.js'
import { blobDiff, INDEX_DIFF } from './staged-diff.js'

/** All lines of a blob, however many it has. */
const WHOLE: LineRange = { first: 1, last: Number.MAX_SAFE_INTEGER }

/** Nothing stood there before, or git can't tell what did: nothing is held back. */
const NEW: Change = { added: [WHOLE], parent: null }

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

  async #since({ oldMode, oldOid, newOid, oldPath }: RawChange): Promise<Change> {
    if (isNull(oldOid) || oldMode === SUBMODULE_MODE) return NEW
    const parent: Blob = {
      path: oldPath,
      origin: originOf('commit'),
      locator: { kind: 'git', oid: oldOid },
    }
    if (oldOid === newOid) return { added: [], parent }
    const hunks = new HunkParser()
    const done = await streamGit(
      { cwd: this.#root, args: blobDiff(oldOid, newOid), repository: 'inherited' },
      (chunk) => hunks.push(chunk),
    )
    return done.ok ? { added: hunks.added(), parent } : NEW
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
