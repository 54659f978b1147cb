import type { Blob, Introduction, SourceItem } from '../model/index.js'

/** What is wrong before the first byte is read: the run ends with exit code 2. */
export type SourceError =
  | { readonly kind: 'no-such-path'; readonly path: string; readonly suggestion: string | null }
  | { readonly kind: 'empty-path' }
  | { readonly kind: 'bad-glob'; readonly glob: string; readonly problem: GlobProblem }
  | { readonly kind: 'not-a-repository'; readonly path: string }
  | { readonly kind: 'bare-repository'; readonly path: string }
  | { readonly kind: 'unsafe-ownership'; readonly path: string }
  | { readonly kind: 'git-missing' }
  | { readonly kind: 'git-too-old'; readonly version: string }
  | { readonly kind: 'git-failed'; readonly command: string; readonly detail: string }

/** What is wrong with a revision that was named, as it was named; like a `SourceError`, before the first byte is read. */
export type RevisionError =
  /** Empty, or such that git could take it for an option: it was not asked. */
  | { readonly kind: 'bad-revision'; readonly revision: string }
  /** Means nothing here, or something else than a commit. */
  | { readonly kind: 'no-such-revision'; readonly revision: string }

/** Why a glob could never match what it was meant for. `only-negated`: nothing is named that `!` could take out of. */
export type GlobProblem = 'empty' | 'unclosed' | 'backslash' | 'parent-folder' | 'only-negated'

export interface Source {
  /** Absolute, links followed: what `Blob.path` is relative to. Paths outside of it begin with `../`. */
  readonly root: string
  /** Absolute; of sources that read commits, so that a bare repository can be read as well. */
  readonly gitDir?: string | undefined
  items(): AsyncIterable<SourceItem> | Iterable<SourceItem>
}

/** 1-based, both ends included; a line ends at each LF. `last` may lie behind the end of the file. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/**
 * What a change did to a blob: the lines it added, in order, and what stood there before, under the old name of a file
 * that moved. Null for a new file, and where git can't tell: then every line counts as added.
 */
export interface Change {
  readonly added: readonly LineRange[]
  readonly parent: Blob | null
}

export interface ChangesSource extends Source {
  /**
   * One for each parent of the commit that the blob was met in, in their order, and one for a commit without parents: what
   * counts was brought in against every one of them. Asked for blobs with findings only.
   */
  changesOf(blob: Blob): Promise<readonly Change[]>
}

/** Who introduced a line of a work tree file; null where git does not know (untracked, uncommitted, no repository). */
export type Blame = (blob: Blob, line: number) => Promise<Introduction | null>
