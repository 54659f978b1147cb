import { readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { nearestName } from './nearest-name.js'
import { codeOf, type Refusal, refusalOf, skipped, specialFileOf } from './refusal.js'
import type { SourceError } from './source.js'

/** A path of the command line, links followed: whoever names a link means what it leads to. */
export interface NamedPath {
  /** Absolute and real; as it was given where it can't be looked at. */
  readonly absolute: string
  readonly what: 'file' | 'directory' | Refusal
}

/**
 * The first path that is not there ends all; so does an empty one: to the file system it means the working directory, to
 * whoever wrote it a variable that was not set. @param cwd absolute
 */
export const namedPaths = (
  cwd: string,
  paths: readonly string[],
): Result<readonly NamedPath[], SourceError> => {
  const named: NamedPath[] = []
  for (const path of paths) {
    if (path === '') return err({ kind: 'empty-path' })
    const one = namedPath(cwd, path)
    if (one === null) return err({ kind: 'no-such-path', path, suggestion: suggestionFor(cwd, path) })
    named.push(one)
  }
  return ok(named)
}

const namedPath = (cwd: string, path: string): NamedPath | null => {
  const given = resolve(cwd, path)
  try {
    const absolute = realpathSync(given)
    return { absolute, what: whatIs(absolute) }
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error)) ? null : { absolute: given, what: refusalOf(error) }
  }
}

const whatIs = (absolute: string): NamedPath['what'] => {
  const stats = statSync(absolute)
  if (stats.isDirectory()) return 'directory'
  const special = specialFileOf(stats)
  return special === null ? 'file' : skipped(special)
}

/** The path with its last part spelled as something that is there; null where nothing is near. */
const suggestionFor = (cwd: string, path: string): string | null => {
  const name = nearestName(basename(path), namesIn(dirname(resolve(cwd, path))))
  if (name === null) return null
  return dirname(path) === '.' ? name : join(dirname(path), name)
}

const namesIn = (directory: string): readonly string[] => {
  try {
    return readdirSync(directory)
  } catch (error) {
    codeOf(error)
    return []
  }
}
