import { constants, type Dirent, Stats } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

type EntryKind = 'file' | 'directory'

/** The part of `node:fs` that fast-glob calls; it takes the functions off the object. */
export interface ListedFileSystem {
  readonly readdirSync: {
    (directory: string, options: { readonly withFileTypes: true }): Dirent[]
    (directory: string): string[]
  }
  readonly lstatSync: (path: string) => Stats
  readonly statSync: (path: string) => Stats
}

/**
 * A list of paths in the form of a file system: fast-glob does not export its matcher, and walking the disk once more
 * would meet all that git ignores.
 * @param root absolute. @param paths relative to it, `/` between the parts; what lies outside is left out
 */
export const listedFileSystem = (root: string, paths: Iterable<string>): ListedFileSystem => {
  const folders: Folders = new Map([[resolve(root), new Map()]])
  for (const path of paths) if (!/^\.\.(\/|$)/.test(path)) add(folders, resolve(root), path.split('/'))
  function readdirSync(directory: string, options: { readonly withFileTypes: true }): Dirent[]
  function readdirSync(directory: string): string[]
  function readdirSync(directory: string, options?: object): Dirent[] | string[] {
    const entries = folders.get(resolve(directory)) ?? new Map<string, ListedEntry>()
    return options === undefined ? [...entries.keys()] : [...entries.values()]
  }
  const lstatSync = (path: string): Stats => statsOf(folders, resolve(path))
  return { readdirSync, lstatSync, statSync: lstatSync }
}

/** Entries of each directory by name; keys are absolute. */
type Folders = Map<string, Map<string, ListedEntry>>

const add = (folders: Folders, root: string, parts: readonly string[]): void => {
  let directory = root
  for (const [index, name] of parts.entries()) {
    const kind = index === parts.length - 1 ? 'file' : 'directory'
    const entries = folders.get(directory)
    if (entries !== undefined && !entries.has(name)) entries.set(name, new ListedEntry(name, directory, kind))
    directory = join(directory, name)
    if (kind === 'directory' && !folders.has(directory)) folders.set(directory, new Map())
  }
}

/** Only the kind is ever asked for. */
const statsOf = (folders: Folders, absolute: string): Stats => {
  const kind = folders.has(absolute)
    ? 'directory'
    : folders.get(dirname(absolute))?.get(basename(absolute))?.kind
  if (kind === undefined) throw Object.assign(new Error(`not listed: ${absolute}`), { code: 'ENOENT' })
  const mode = kind === 'file' ? constants.S_IFREG : constants.S_IFDIR
  return Object.create(Stats.prototype, { mode: { value: mode } })
}

class ListedEntry implements Dirent {
  readonly name: string
  readonly parentPath: string
  readonly path: string
  readonly kind: EntryKind

  constructor(name: string, directory: string, kind: EntryKind) {
    this.name = name
    this.parentPath = directory
    this.path = directory
    this.kind = kind
  }

  isFile(): boolean {
    return this.kind === 'file'
  }

  isDirectory(): boolean {
    return this.kind === 'directory'
  }

  isSymbolicLink(): boolean {
    return false
  }

  isFIFO(): boolean {
    return false
  }

  isSocket(): boolean {
    return false
  }

  isBlockDevice(): boolean {
    return false
  }

  isCharacterDevice(): boolean {
    return false
  }
}
