import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result, type SourceItem } from '../model/index.js'
import { EVERYTHING, walkDirectory } from './directory-walk.js'
import { hasDotGit } from './dot-git.js'
import { GitScope } from './git-scope.js'
import { type Listing, listNames } from './listing.js'
import type { NamedPath } from './named-path.js'
import { fileItem, type Place, shownPath } from './place.js'
import { unread } from './refusal.js'
import { relativePath } from './relative-path.js'
import type { SourceError } from './source.js'
import { isIgnored } from './work-tree.js'
import type { WorkTrees } from './work-trees.js'

/** A named path, with all that git had to be asked before the first byte is read. */
export type Start =
  | { readonly kind: 'item'; readonly item: SourceItem }
  | { readonly kind: 'everything'; readonly place: Place }
  /** `top` is the top of the work tree that the names are relative to. */
  | Listed

interface Listed {
  readonly kind: 'listed'
  readonly place: Place
  readonly top: Place
  readonly names: Listing
  /** Submodules that are set up, where they are wanted. */
  readonly submodules: readonly Listed[]
}

/** Whether what git manages as a repository of its own inside another is scanned with it. */
export type SubmoduleChoice = 'skipped' | 'recursed'

export const openStart = async (
  { absolute, what }: NamedPath,
  root: string,
  trees: WorkTrees,
  submodules: SubmoduleChoice,
): Promise<Result<Start, SourceError>> => {
  const place = placeOf(absolute, root)
  if (what === 'file') return ok({ kind: 'item', item: fileItem(place) })
  if (what !== 'directory') return ok({ kind: 'item', item: { ...what, path: place.path } })
  const tree = await trees.of(absolute)
  if (!tree.ok) return tree
  if (tree.value.kind !== 'work-tree') return ok({ kind: 'everything', place })
  const { top } = tree.value
  const name = relativePath(top, absolute)
  const ignored = name === '' ? ok(false) : await isIgnored(top, name)
  if (!ignored.ok) return ignored
  if (ignored.value) return ok({ kind: 'everything', place })
  const names = await listNames(top, name)
  if (!names.ok) return names
  if (names.value === 'unlisted') return ok({ kind: 'everything', place })
  const inner: Listed[] = []
  for (const one of submodules === 'recursed' ? names.value.submodules : []) {
    const below = await openSubmodule(join(top, one), root, trees)
    if (!below.ok) return below
    if (below.value?.kind === 'listed') inner.push(below.value)
  }
  return ok({
    kind: 'listed',
    place,
    top: placeOf(top, root),
    names: names.value,
    submodules: inner,
  })
}

/** Null where there is nothing but its name: it was never set up. */
const openSubmodule = async (
  absolute: string,
  root: string,
  trees: WorkTrees,
): Promise<Result<Start | null, SourceError>> => {
  // A link in its place leads to somewhere else.
  if (!hasDotGit(absolute) || realpathSync(absolute) !== absolute) return ok(null)
  return openStart({ absolute, what: 'directory' }, root, trees, 'recursed')
}

const scopeOf = ({ names, top, submodules }: Listed): GitScope =>
  new GitScope(names, top, new Map(submodules.map((one) => [one.place.path, scopeOf(one)])))

export function* itemsOf(start: Start, root: string): Generator<SourceItem> {
  switch (start.kind) {
    case 'item':
      return yield start.item
    case 'everything':
      return yield* walkDirectory(start.place, EVERYTHING, root)
    case 'listed': {
      const scope = scopeOf(start)
      yield* walkDirectory(start.place, scope, root)
      yield* scope.rest(root)
      if (!start.names.isComplete) yield { ...UNCLEAR, path: shownPath(start.place) }
    }
  }
}

const UNCLEAR = unread('io-error', 'git met something in it that it could not look into')

const placeOf = (absolute: string, root: string): Place => ({ path: relativePath(root, absolute), absolute })
