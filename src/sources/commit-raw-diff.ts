/** What stands in one parent where a commit changes something. */
export interface ParentSide {
  /** As `RawChange.oldMode`. */
  readonly mode: string
  /** Full object id; zeros where there is no object. */
  readonly oid: string
  /** `A`, `D`, `M`, `R`, `T`, seen from this parent. */
  readonly status: string
  /** Differs from the commit's path after a rename. */
  readonly path: string
}

/** One path of a commit that differs from all of its parents. */
export interface CommitChange {
  /** In order. A commit without parents has one side here, at which nothing stands. */
  readonly parents: readonly [ParentSide, ...ParentSide[]]
  readonly newMode: string
  /** Zeros for what was deleted. */
  readonly newOid: string
  readonly path: string
}

export type RawEvent =
  | { readonly kind: 'commit'; readonly oid: string }
  | { readonly kind: 'change'; readonly change: CommitChange }

/**
 * Both merges (`-c`) and others, from one stream or one by one. Objects are compared by their ids, so that neither
 * attributes nor configuration have a say; no file is opened, unless renames are asked for.
 */
const COMMIT_DIFF: readonly string[] = [
  'diff-tree',
  '-r',
  '-c',
  '--root',
  '--raw',
  '-z',
  '--no-abbrev',
  '--combined-all-paths',
  '--ignore-submodules=none',
]

/** Commits by their ids on stdin; each is named, also where it changes nothing. */
export const STREAMED_DIFF: readonly string[] = [...COMMIT_DIFF, '--stdin', '--always', '--no-renames']

export type RenameSearch = 'no-renames' | 'renames'

/** @param commit full object id */
export const commitDiff = (commit: string, renames: RenameSearch): readonly string[] => [
  ...COMMIT_DIFF,
  '--no-commit-id',
  ...(renames === 'renames' ? ['--find-renames=50%', '-l1000'] : ['--no-renames']),
  commit,
]

const COMMIT = /^[0-9a-f]{40,64}$/
const CHANGE = /^(:+)([0-7]{6}(?: [0-7]{6})+) ([0-9a-f]+(?: [0-9a-f]+)+) ([A-Z]+)\d*$/

interface Header {
  readonly modes: readonly string[]
  readonly oids: readonly string[]
  readonly statuses: string
  /** So many paths follow. */
  readonly paths: number
}

/**
 * `<commit>`, then for each change `:oldmode newmode oldoid newoid STATUS`, `path`. A merge has a colon, a mode, an id and a
 * letter of the status for each parent, and (`--combined-all-paths`) the path in each parent before its own. Takes the
 * fields one by one, without their NULs.
 */
export class CommitRawParser {
  #header: Header | null = null
  #paths: string[] = []

  /** What is complete with this field. @throws Error for output that is not of this form */
  push(field: string): RawEvent | null {
    const header = this.#header
    if (header === null) {
      if (COMMIT.test(field)) return { kind: 'commit', oid: field }
      this.#header = headerOf(field)
      return null
    }
    this.#paths.push(field)
    if (this.#paths.length < header.paths) return null
    const change = changeOf(header, this.#paths)
    this.#header = null
    this.#paths = []
    return { kind: 'change', change }
  }
}

const headerOf = (field: string): Header => {
  const [, colons = '', modes = '', oids = '', statuses = ''] = CHANGE.exec(field) ?? []
  const header = { modes: modes.split(' '), oids: oids.split(' '), statuses }
  const parents = colons.length
  const isWhole = parents > 0 && [header.modes, header.oids].every(({ length }) => length === parents + 1)
  if (!isWhole || statuses.length !== parents) throw new Error('git diff-tree answered in an unknown form')
  const isMerge = parents > 1
  return { ...header, paths: isMerge ? parents + 1 : /[RC]/.test(statuses) ? 2 : 1 }
}

const changeOf = ({ modes, oids, statuses }: Header, paths: readonly string[]): CommitChange => {
  const path = paths.at(-1) ?? ''
  const side = (at: number): ParentSide => ({
    mode: modes[at] ?? '',
    oid: oids[at] ?? '',
    status: statuses[at] ?? '',
    path: paths[at] ?? path,
  })
  const [, ...others] = statuses
  return {
    parents: [side(0), ...others.map((_status, index) => side(index + 1))],
    newMode: modes.at(-1) ?? '',
    newOid: oids.at(-1) ?? '',
    path,
  }
}
