import { sep } from 'node:path'
import { originOf, type SourceItem } from '../model/index.js'

/** A place in the tree under both of its names. */
export interface Place {
  /** Relative to the root, `/` between the parts; empty for the root itself. */
  readonly path: string
  readonly absolute: string
}

export const placeIn = ({ path, absolute }: Place, name: string): Place => ({
  path: path === '' ? name : `${path}/${name}`,
  // Not `join`, which looks at every character again: names come from the file system, or from git.
  absolute: absolute.endsWith(sep) ? absolute + name : absolute + sep + name,
})

/** What reports show: the root itself has no name. */
export const shownPath = ({ path }: Place): string => (path === '' ? '.' : path)

/** Where `place` is a regular file. */
export const fileItem = ({ path, absolute }: Place): SourceItem => ({
  class: 'blob',
  blob: { path, origin: WORK_TREE, locator: { kind: 'file', path: absolute } },
})

/** Content of a place that is not in a file. */
export const bytesItem = ({ path }: Place, bytes: Uint8Array): SourceItem => ({
  class: 'blob',
  blob: { path, origin: WORK_TREE, size: bytes.length, locator: { kind: 'bytes', bytes } },
})

const WORK_TREE = originOf('worktree')
