import { realpathSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { ok, type Result } from '../model/index.js'
import { isIgnored, workTreeOf } from '../sources/index.js'
import type { RequestError } from './request.js'

/**
 * Whether `git add .` would take a file that is to be made: it would lie in a work tree, and no ignore rule covers it.
 * @param file absolute, in a directory that exists
 */
export const isCommittable = async (file: string): Promise<Result<boolean, RequestError>> => {
  const directory = realpathSync(dirname(file))
  const tree = await workTreeOf(directory)
  if (!tree.ok) return tree
  if (tree.value.kind !== 'work-tree') return ok(false)
  const { top } = tree.value
  const name = relative(top, join(directory, basename(file)))
    .split(sep)
    .join('/')
  const ignored = await isIgnored(top, name)
  return ignored.ok ? ok(!ignored.value) : ignored
}
