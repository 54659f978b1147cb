import type { Blob } from '../model/index.js'
import { changeSince, NEW } from './blob-change.js'
import { type CommitChange, CommitRawParser, commitDiff, type RenameSearch } from './commit-raw-diff.js'
import { type CommitRepository, callIn } from './commit-repository.js'
import { GitOutput } from './git-output.js'
import type { Change } from './source.js'

/** By path and object id. Names that are not UTF-8 can look the same, so a key may stand for several. */
type CommitChanges = ReadonlyMap<string, readonly CommitChange[]>

/** Findings of a commit come together: what is asked of it again is asked soon. */
const MOST_COMMITS = 4

/**
 * What a commit changes in a blob. Only blobs with findings ask, so the commit is compared again, and nothing has to be
 * kept of the thousands without.
 */
export class ChangeLookup {
  readonly #repository: CommitRepository
  readonly #known = new Map<string, Promise<CommitChanges>>()

  constructor(repository: CommitRepository) {
    this.#repository = repository
  }

  /** As `ChangesSource.changesOf`. */
  async of({ path, origin, locator }: Blob): Promise<readonly Change[]> {
    if (origin.commit === null || locator.kind !== 'git') return [NEW]
    const key = keyOf(path, locator.oid)
    const change = await this.#find(origin.commit, 'no-renames', key)
    if (change === null) return [NEW]
    const isNewSomewhere = change.parents.some(({ status }) => status === 'A')
    const moved = isNewSomewhere ? await this.#find(origin.commit, 'renames', key) : null
    const changes: Change[] = []
    const callOf = (args: readonly string[]) => callIn(this.#repository, args)
    for (const side of (moved ?? change).parents) changes.push(await changeSince(side, locator.oid, callOf))
    return changes
  }

  async #find(commit: string, renames: RenameSearch, key: string): Promise<CommitChange | null> {
    const [found, ...others] = (await this.#changes(commit, renames)).get(key) ?? []
    return others.length > 0 ? null : (found ?? null)
  }

  #changes(commit: string, renames: RenameSearch): Promise<CommitChanges> {
    const name = `${commit} ${renames}`
    const changes = this.#known.get(name) ?? this.#compare(commit, renames)
    this.#known.delete(name)
    this.#known.set(name, changes)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_COMMITS) break
      this.#known.delete(oldest)
    }
    return changes
  }

  async #compare(commit: string, renames: RenameSearch): Promise<CommitChanges> {
    const stream = new GitOutput(callIn(this.#repository, commitDiff(commit, renames)))
    stream.give([])
    const parser = new CommitRawParser()
    const changes = new Map<string, CommitChange[]>()
    for await (const field of stream.fields('\0')) {
      const event = parser.push(field)
      if (event?.kind !== 'change') continue
      const key = keyOf(event.change.path, event.change.newOid)
      changes.set(key, [...(changes.get(key) ?? []), event.change])
    }
    // Half a comparison could lack the second file of a key.
    return (await stream.ended).code === 0 ? changes : new Map()
  }
}

const keyOf = (path: string, oid: string): string => `${oid} ${path}`
