import { readlinkSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SkipReason, SourceItem } from '../model/index.js'
import { bytesItem, type Place } from './place.js'
import { codeOf, refusalOf } from './refusal.js'
import { isBelow } from './relative-path.js'

/**
 * What a link leads to is skipped; its own text is what git commits of it, so it is looked at.
 * @param root absolute and real
 */
export const linkItems = (place: Place, root: string): readonly SourceItem[] => {
  const { path, absolute } = place
  const left: SourceItem = { class: 'skipped', path, reason: linkReason(absolute, root) }
  try {
    return [left, bytesItem(place, new Uint8Array(readlinkSync(absolute, { encoding: 'buffer' })))]
  } catch (error) {
    return [left, { ...refusalOf(error), path }]
  }
}

/**
 * Why a link is not followed: what it names inside the root is met there anyway; what lies outside was not asked for;
 * a loop, or a directory above the link, would never end.
 * @param link absolute. @param root absolute and real
 */
const linkReason = (link: string, root: string): SkipReason => {
  try {
    const target = realpathSync(link)
    if (!isBelow(target, root)) return 'symlink-outside'
    return isBelow(realpathSync(dirname(link)), target) ? 'symlink-loop' : 'symlink'
  } catch (error) {
    return codeOf(error) === 'ELOOP' ? 'symlink-loop' : 'symlink'
  }
}
