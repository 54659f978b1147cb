import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { sep } from 'node:path'
import { compareText, originOf, type SourceItem } from '../model/index.js'
import { NOT_UTF8, type Refusal, refusalOf, specialFileOf } from './refusal.js'
import { linkReason } from './symbolic-link.js'

/** What of a directory is wanted. Paths are relative to the root, `/` between the parts. */
export interface Scope {
  /** Whether a file or a link is wanted; asked once for each that is met. */
  takeFile(path: string): boolean
  /** How the directory is walked, if at all; a refusal is told in its stead. */
  within(path: string): Scope | Refusal | null
}

export const EVERYTHING: Scope = { takeFile: () => true, within: () => EVERYTHING }

/** A place in the tree under both of its names. */
export interface Place {
  /** Relative to the root, `/` between the parts; empty for the root itself. */
  readonly path: string
  readonly absolute: string
}

/**
 * Everything that a scope wants below a directory, in the order of `compareText`, read while it goes. Links are told and
 * never followed, `.git` is never entered; what can't be opened is told under its name.
 * @param root absolute and real; links out of it are told as such
 */
export function* walkDirectory(place: Place, scope: Scope, root: string): Generator<SourceItem> {
  const entries = entriesOf(place.absolute)
  if ('class' in entries) {
    yield { ...entries, path: place.path === '' ? '.' : place.path }
    return
  }
  for (const entry of entries) {
    if (entry.name === '.git') continue
    const below = placeIn(place, entry.name)
    if (entry.isDirectory()) yield* walkEntry(below, scope.within(below.path), root)
    else {
      const item = itemOf(entry, below, scope, root)
      if (item !== null) yield item
    }
  }
}

export const placeIn = ({ path, absolute }: Place, name: string): Place => ({
  path: path === '' ? name : `${path}/${name}`,
  // Not `join`, which looks at every character again: names come from the file system, or from git.
  absolute: absolute.endsWith(sep) ? absolute + name : absolute + sep + name,
})

/** Where `place` is a regular file. */
export const fileItem = ({ path, absolute }: Place): SourceItem => ({
  class: 'blob',
  blob: { path, origin: WORK_TREE, locator: { kind: 'file', path: absolute } },
})

const WORK_TREE = originOf('worktree')

const entriesOf = (directory: string): readonly Dirent[] | Refusal => {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((a, b) => compareText(keyOf(a), keyOf(b)))
  } catch (error) {
    return refusalOf(error)
  }
}

/** What follows a directory's name in the paths below it decides the order, too. */
const keyOf = (entry: Dirent): string => (entry.isDirectory() ? `${entry.name}/` : entry.name)

function* walkEntry(place: Place, scope: Scope | Refusal | null, root: string): Generator<SourceItem> {
  if (scope === null) return
  if ('class' in scope) yield { ...scope, path: place.path }
  else if (isLost(place)) yield { ...NOT_UTF8, path: place.path }
  else yield* walkDirectory(place, scope, root)
}

const itemOf = (entry: Dirent, place: Place, scope: Scope, root: string): SourceItem | null => {
  const { path, absolute } = place
  const special = specialFileOf(entry)
  // Git lists no such files, so no scope knows them.
  if (special !== null) return { class: 'skipped', path, reason: special }
  if (!scope.takeFile(path)) return null
  if (isLost(place)) return { ...NOT_UTF8, path }
  return entry.isSymbolicLink()
    ? { class: 'skipped', path, reason: linkReason(absolute, root) }
    : fileItem(place)
}

/** Bytes of a name that are not UTF-8 become this character; under the new name there is nothing. */
const isLost = ({ absolute }: Place): boolean => absolute.includes('\uFFFD') && !existsSync(absolute)
