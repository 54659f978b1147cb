export type OriginKind = 'worktree' | 'index' | 'commit' | 'stdin'

/** Who brought a line in, and when. */
export interface Introduction {
  /** Full object id of the commit. */
  readonly commit: string
  readonly author: string
  /** Author date, ISO 8601 with offset. */
  readonly date: string
}

/** Where the bytes of a blob were taken from. `commit`, `author` and `date` are set for kind `commit` only. */
export interface Origin {
  readonly kind: OriginKind
  readonly commit: string | null
  readonly author: string | null
  /** ISO 8601 with offset. */
  readonly date: string | null
  /** The commit that introduced the finding's primary line, where that was asked for and is known. */
  readonly introduced: Introduction | null
}

export const originOf = (kind: OriginKind): Origin => ({
  kind,
  commit: null,
  author: null,
  date: null,
  introduced: null,
})
