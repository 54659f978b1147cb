import type { SourceItem } from '../model/index.js'
import { type Globs, widened } from './globs.js'
import { type ListedFileSystem, listedFileSystem } from './listed-file-system.js'

/**
 * `include` narrows what is looked at, as naming paths does, so nothing is told of the rest; but an unread item stays,
 * since it may be a directory that holds what was asked for. `exclude` takes out of that, which is told of each file.
 * @param root absolute; what lies outside of it matches no glob
 */
export const filterByGlobs = async (
  items: readonly SourceItem[],
  globs: Globs,
  root: string,
): Promise<readonly SourceItem[]> => {
  const paths = items.map((item) => plainLines(pathOf(item)))
  const files = listedFileSystem(root, paths)
  const included = globs.include.length > 0 ? await matching(globs.include, files, root) : null
  const excluded = await matching(globs.exclude, files, root)
  return items.flatMap((item, index): readonly SourceItem[] => {
    const path = paths[index] ?? ''
    if (included?.has(path) === false && item.class !== 'unread') return []
    return excluded.has(path) ? [{ class: 'skipped', path: pathOf(item), reason: 'excluded' }] : [item]
  })
}

export const pathOf = (item: SourceItem): string => (item.class === 'blob' ? item.blob.path : item.path)

/** In fast-glob a `*` covers any character but the end of a line, which a file name may hold all the same. */
const plainLines = (path: string): string => path.replace(/[\n\r\u2028\u2029]/g, ' ')

/** fast-glob is loaded here: only a run with globs pays for it. */
const matching = async (
  globs: readonly string[],
  files: ListedFileSystem,
  root: string,
): Promise<ReadonlySet<string>> => {
  if (globs.length === 0) return new Set()
  const { default: glob } = await import('fast-glob')
  const found = glob.sync(
    globs.flatMap((one) => widened(one, root)),
    {
      cwd: root,
      fs: files,
      dot: true,
      followSymbolicLinks: false,
      ignore: [],
    },
  )
  return new Set(found)
}
