import { realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { compareText, err, ok, type Result, type SourceItem } from '../model/index.js'
import { filterByGlobs, pathOf } from './glob-filter.js'
import { checkGlobs, type Globs } from './globs.js'
import { type NamedPath, namedPaths } from './named-path.js'
import { isBelow } from './relative-path.js'
import type { Source, SourceError } from './source.js'
import { itemsOf, openStart, type Start, type SubmoduleChoice } from './start.js'
import { WorkTrees } from './work-trees.js'

interface TreeRequest extends Globs {
  /** Absolute. */
  readonly cwd: string
  /** Relative to `cwd` or absolute; empty means the whole of `cwd`. */
  readonly paths: readonly string[]
  /** `skipped` if absent. */
  readonly submodules?: SubmoduleChoice
}

/**
 * The files that paths name. The root is the top of the work tree that `cwd` lies in, or `cwd` itself outside git; where
 * every named path lies outside of that, it is the work tree of the first path, or its directory. A single path outside
 * the root keeps its `../`.
 *
 * Inside git a directory means what is tracked and what is untracked but not ignored, and everything where it is ignored
 * itself or no work tree (outside git, inside `.git`). A named file is always there.
 */
export const openTree = async (request: TreeRequest): Promise<Result<Source, SourceError>> => {
  const globs = checkGlobs(request)
  if (!globs.ok) return globs
  const cwd = realpathSync(request.cwd)
  const named = namedPaths(cwd, request.paths.length > 0 ? request.paths : ['.'])
  if (!named.ok) return named
  const trees = new WorkTrees()
  const root = await rootOf(cwd, named.value, request.paths.length > 0 ? 'named' : 'everything', trees)
  if (!root.ok) return root
  const starts: Start[] = []
  for (const one of named.value) {
    const start = await openStart(one, root.value, trees, request.submodules ?? 'skipped')
    if (!start.ok) return start
    starts.push(start.value)
  }
  return ok({ root: root.value, items: () => treeItems(starts, request, root.value) })
}

const rootOf = async (
  cwd: string,
  named: readonly NamedPath[],
  wanted: 'named' | 'everything',
  trees: WorkTrees,
): Promise<Result<string, SourceError>> => {
  const own = await trees.of(cwd)
  if (!own.ok) return own
  if (own.value.kind === 'bare' && wanted === 'everything') return err({ kind: 'bare-repository', path: cwd })
  const home = own.value.kind === 'work-tree' ? own.value.top : cwd
  const [first] = named
  if (first === undefined || named.some(({ absolute }) => isBelow(absolute, home))) return ok(home)
  const directory = first.what === 'directory' ? first.absolute : dirname(first.absolute)
  // What can't be looked at may lie where git can't be started either.
  if (typeof first.what !== 'string') return ok(directory)
  const there = await trees.of(directory)
  if (!there.ok) return there
  return ok(there.value.kind === 'work-tree' ? there.value.top : directory)
}

/** One directory without globs is walked while it is scanned; else all names are needed first. */
const treeItems = (
  starts: readonly Start[],
  globs: Globs,
  root: string,
): Iterable<SourceItem> | AsyncIterable<SourceItem> => {
  if (globs.include.length > 0 || globs.exclude.length > 0) return globbed(starts, globs, root)
  const [only] = starts
  return only !== undefined && starts.length === 1 ? itemsOf(only, root) : merged(starts, root)
}

async function* globbed(starts: readonly Start[], globs: Globs, root: string): AsyncGenerator<SourceItem> {
  yield* await filterByGlobs(merged(starts, root), globs, root)
}

/** Named paths may lie inside each other: each file once, in order; a link may be told and looked at. */
const merged = (starts: readonly Start[], root: string): readonly SourceItem[] => {
  const items = new Map<string, SourceItem>()
  for (const start of starts)
    for (const item of itemsOf(start, root)) items.set(`${item.class} ${pathOf(item)}`, item)
  return [...items.values()].sort((a, b) => compareText(pathOf(a), pathOf(b)))
}
