import { join } from 'node:path'
import { homeOrNull } from './home-directory.js'
import type { Host } from './host.js'

/** The person's own cache directory; null where there is no home, or a name that would mean different places. */
export const cacheDirectory = ({ XDG_CACHE_HOME, LOCALAPPDATA }: Host['env']): string | null => {
  if (process.platform === 'win32') return LOCALAPPDATA || null
  // A relative one is to be ignored, says the XDG Base Directory Specification.
  if (XDG_CACHE_HOME?.startsWith('/')) return XDG_CACHE_HOME
  const home = homeOrNull()
  if (home === null) return null
  return process.platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache')
}
