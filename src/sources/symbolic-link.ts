import { realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SkipReason } from '../model/index.js'
import { codeOf } from './refusal.js'
import { isBelow } from './relative-path.js'

/**
 * Why a link is not followed: what it names inside the root is met there anyway; what lies outside was not asked for;
 * a loop, or a directory above the link, would never end.
 * @param link absolute. @param root absolute and real
 */
export const linkReason = (link: string, root: string): SkipReason => {
  try {
    const target = realpathSync(link)
    if (!isBelow(target, root)) return 'symlink-outside'
    return isBelow(realpathSync(dirname(link)), target) ? 'symlink-loop' : 'symlink'
  } catch (error) {
    return codeOf(error) === 'ELOOP' ? 'symlink-loop' : 'symlink'
  }
}
