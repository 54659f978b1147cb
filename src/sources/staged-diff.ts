/** Nothing of the repository's or the user's configuration may change a diff, or run a program on its behalf. */
const PINNED = [
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--no-relative',
  '--ignore-submodules=none',
  // Takes back `diff.orderFile`, which may name a file that is not there; git knows this name on Windows, too.
  '-O/dev/null',
]

/** Index against HEAD, which may be unborn. What was announced by `git add -N` is not part of the commit. */
export const INDEX_DIFF: readonly string[] = [
  'diff',
  '--cached',
  '--raw',
  '-z',
  '--no-abbrev',
  '--ita-invisible-in-index',
  ...PINNED,
]

/** Two blobs by their ids: attributes of a path don't count, and `--text` overrules the ones for every name. */
export const blobDiff = (oldOid: string, newOid: string): readonly string[] => [
  'diff',
  '--patch',
  '--unified=0',
  '--inter-hunk-context=0',
  '--text',
  '--no-renames',
  ...PINNED,
  oldOid,
  newOid,
  '--',
]
