import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceItem } from '../model/index.js'
import { EVERYTHING, type Scope } from './directory-walk.js'
import type { Listing } from './listing.js'
import { fileItem, type Place, placeIn } from './place.js'
import { codeOf, type Refusal, refusalOf, skipped } from './refusal.js'
import { linkItems } from './symbolic-link.js'

/**
 * The names that git knows, as a scope: git says what is wanted, the walk says what lies there. A repository inside that
 * git does not track is walked whole, since no rule says what of it may be left out.
 */
export class GitScope implements Scope {
  /** Listed and not met yet. */
  readonly #waiting: Set<string>
  /** Directories in which something is listed. */
  readonly #folders: Set<string>
  readonly #others: ReadonlyMap<string, Scope | Refusal>
  readonly #top: Place
  readonly #submodules: ReadonlyMap<string, GitScope>

  /**
   * @param top of the work tree, to which the names are relative
   * @param submodules by their paths; those that are not among them are told and not entered
   */
  constructor(listed: Listing, top: Place, submodules: ReadonlyMap<string, GitScope>) {
    this.#submodules = submodules
    this.#top = top
    const named = (names: readonly string[]) => names.map((name) => placeIn(top, name).path)
    this.#waiting = new Set(named(listed.files))
    this.#others = new Map<string, Scope | Refusal>([
      ...listed.unreadable.map(({ name, refusal }) => [placeIn(top, name).path, refusal] as const),
      ...named(listed.repositories).map((path) => [path, EVERYTHING] as const),
      ...named(listed.submodules).map(
        (path) => [path, submodules.get(path) ?? skipped('submodule')] as const,
      ),
    ])
    this.#folders = foldersOf([...this.#waiting, ...this.#others.keys()])
  }

  takeFile(path: string): boolean {
    return this.#waiting.delete(path)
  }

  within(path: string): Scope | Refusal | null {
    return this.#folders.has(path) ? this : (this.#others.get(path) ?? null)
  }

  /**
   * What the walk did not meet: deleted files, which are nothing, and names that a file system spells in its own way
   * (letter case, Unicode composition), which are read under git's spelling.
   * @param root absolute and real
   */
  *rest(root: string): Generator<SourceItem> {
    const links = new Map<string, boolean>()
    for (const path of this.#waiting) {
      const name = this.#top.path === '' ? path : path.slice(this.#top.path.length + 1)
      const place = { path, absolute: join(this.#top.absolute, name) }
      if (!this.#isBehindLink(name, links)) yield* foundAt(place, root)
    }
    for (const scope of this.#submodules.values()) yield* scope.rest(root)
  }

  /** A tracked directory that was replaced by a link: what is behind it is not the tracked file. */
  #isBehindLink(name: string, known: Map<string, boolean>): boolean {
    for (let end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
      const folder = name.slice(0, end)
      const answer = known.get(folder) ?? isLink(join(this.#top.absolute, folder))
      known.set(folder, answer)
      if (answer) return true
    }
    return false
  }
}

const foldersOf = (paths: readonly string[]): Set<string> => {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end)
      if (folders.has(folder)) break
      folders.add(folder)
    }
  }
  return folders
}

const isLink = (absolute: string): boolean => {
  try {
    return lstatSync(absolute).isSymbolicLink()
  } catch (error) {
    codeOf(error)
    return false
  }
}

function* foundAt(place: Place, root: string): Generator<SourceItem> {
  const { path, absolute } = place
  try {
    const stats = lstatSync(absolute)
    if (stats.isSymbolicLink()) yield* linkItems(place, root)
    else if (stats.isFile()) yield fileItem(place)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal.reason !== 'vanished') yield { ...refusal, path }
  }
}
