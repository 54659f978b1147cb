import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { compareText, type SourceItem } from '../model/index.js'
import { fileItem, type Place, placeIn, shownPath } from './place.js'
import { NOT_UTF8, type Refusal, refusalOf, specialFileOf } from './refusal.js'
import { linkItems } from './symbolic-link.js'

/** What of a directory is wanted. Paths are relative to the root, `/` between the parts. */
export interface Scope {
  /** Whether a file or a link is wanted; asked once for each that is met. */
  takeFile(path: string): boolean
  /** How the directory is walked, if at all; a refusal is told in its stead. */
  within(path: string): Scope | Refusal | null
}

export const EVERYTHING: Scope = { takeFile: () => true, within: () => EVERYTHING }

/**
 * Everything that a scope wants below a directory, in the order of `compareText`, read while it goes. Links are told and
 * never followed, `.git` is never entered; what can't be opened is told under its name.
 * @param root absolute and real; links out of it are told as such
 */
export function* walkDirectory(place: Place, scope: Scope, root: string): Generator<SourceItem> {
  const top = openedAt(place, scope)
  if ('class' in top) return yield { ...top, path: shownPath(place) }
  // A stack of its own: with generators inside each other a step costs as much as it is deep, and some depth ends it all.
  const open = [top]
  for (let current = open.at(-1); current !== undefined; current = open.at(-1)) {
    const entry = current.entries.pop()
    if (entry === undefined) open.pop()
    else if (entry.isDirectory()) {
      const below = directoryIn(current, entry.name)
      if (below === null) continue
      if ('class' in below) yield { ...below, path: placeIn(current.place, entry.name).path }
      else open.push(below)
    } else if (entry.isFile()) {
      const place = placeIn(current.place, entry.name)
      if (current.scope.takeFile(place.path))
        yield isLost(place) ? { ...NOT_UTF8, path: place.path } : fileItem(place)
    } else yield* otherItemsOf(entry, placeIn(current.place, entry.name), current.scope, root)
  }
}

interface OpenDirectory {
  readonly place: Place
  readonly scope: Scope
  /** Still to come; the next one is the last. */
  readonly entries: Dirent[]
}

const openedAt = (place: Place, scope: Scope): OpenDirectory | Refusal => {
  const entries = entriesOf(place.absolute)
  return 'class' in entries ? entries : { place, scope, entries: entries.reverse() }
}

const directoryIn = (parent: OpenDirectory, name: string): OpenDirectory | Refusal | null => {
  const place = placeIn(parent.place, name)
  const scope = parent.scope.within(place.path)
  if (scope === null || 'class' in scope) return scope
  return isLost(place) ? NOT_UTF8 : openedAt(place, scope)
}

const entriesOf = (directory: string): Dirent[] | Refusal => {
  try {
    const entries = readdirSync(directory, { withFileTypes: true }).filter(({ name }) => name !== '.git')
    if (entries.length < 2) return entries
    const keyed = entries.map((entry) => ({ key: keyOf(entry), entry }))
    return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ entry }) => entry)
  } catch (error) {
    return refusalOf(error)
  }
}

/** What follows a directory's name in the paths below it decides the order, too. */
const keyOf = (entry: Dirent): string => (entry.isDirectory() ? `${entry.name}/` : entry.name)

/** A link, or what is neither that nor a file. */
const otherItemsOf = (entry: Dirent, place: Place, scope: Scope, root: string): readonly SourceItem[] => {
  const { path } = place
  const special = specialFileOf(entry)
  // Git lists no such files, so no scope knows them.
  if (special !== null) return [{ class: 'skipped', path, reason: special }]
  if (!scope.takeFile(path)) return []
  if (isLost(place)) return [{ ...NOT_UTF8, path }]
  return entry.isSymbolicLink() ? linkItems(place, root) : [fileItem(place)]
}

/** Bytes of a name that are not UTF-8 become this character; under the new name there is nothing. */
const isLost = ({ absolute }: Place): boolean => absolute.includes('\uFFFD') && !existsSync(absolute)
