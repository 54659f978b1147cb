import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { hasDotGit } from './dot-git.js'
import { type GitFailure, runGit } from './git.js'
import type { RepositoryChoice } from './git-environment.js'
import { GitOutput } from './git-output.js'
import { codeOf } from './refusal.js'
import { isBelow, relativePath } from './relative-path.js'

/** Untracked files of a work tree whose names are wanted: what git ignores, and what it does not. Relative to the top. */
export interface FoundFiles {
  readonly ignored: readonly string[]
  /** Tracked, or untracked and not ignored. */
  readonly others: readonly string[]
}

/** Which files are looked for, by their names without directories. */
export type IsWanted = (name: string) => boolean

/** Each costs a system call, and a hook is waited for. */
const MOST_DIRECTORIES = 100

const NOTHING: FoundFiles = { ignored: [], others: [] }

/**
 * The wanted files of some directories of a work tree and of all directories above them, up to its top; nothing is walked.
 * Git is asked only where there are any.
 * @param top absolute and real
 * @param directories absolute and real; what lies outside the work tree, or in another repository, is left out
 */
export const filesNear = async (
  top: string,
  directories: Iterable<string>,
  repository: RepositoryChoice,
  isWanted: IsWanted,
): Promise<Result<FoundFiles, GitFailure>> => {
  const names = [...directoriesUpTo(top, directories)].flatMap((directory) =>
    filesIn(directory, isWanted).map((name) => relativePath(top, join(directory, name))),
  )
  if (names.length === 0) return ok(NOTHING)
  const ignored = await ignoredOf(top, names, repository)
  if (!ignored.ok) return ignored
  return ok({
    ignored: names.filter((name) => ignored.value.has(name)),
    others: names.filter((name) => !ignored.value.has(name)),
  })
}

/**
 * The wanted files that git ignores anywhere in a work tree, without those of directories that are ignored as a whole, and
 * the other wanted files beside them.
 * @param top absolute and real
 */
export const filesBelow = async (
  top: string,
  isWanted: IsWanted,
): Promise<Result<FoundFiles, GitFailure>> => {
  const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory']
  const listed = await runGit({ cwd: top, args, repository: 'discovered' })
  if (!listed.ok) return listed
  const ignored = listed.value.stdout
    .toString('utf8')
    .split('\0')
    .filter((name) => isWanted(name.slice(name.lastIndexOf('/') + 1)))
  const known = new Set(ignored)
  const beside = new Set(ignored.map((name) => dirname(join(top, name))))
  const others = [...beside].flatMap((directory) =>
    filesIn(directory, isWanted).map((name) => relativePath(top, join(directory, name))),
  )
  return ok({ ignored, others: others.filter((name) => !known.has(name)) })
}

/** The top first, so that it is never the one left out; each once. */
const directoriesUpTo = (top: string, directories: Iterable<string>): ReadonlySet<string> => {
  const found = new Set([top])
  const refused = new Set<string>()
  for (const directory of directories) {
    if (found.size >= MOST_DIRECTORIES) break
    if (!isBelow(directory, top)) continue
    const way: string[] = []
    for (let at = directory; !found.has(at) && at !== dirname(at); at = dirname(at)) way.unshift(at)
    for (const at of way) {
      // Of what lies behind a link or in another repository this one's rules say nothing; git refuses to answer.
      if (found.size >= MOST_DIRECTORIES || refused.has(at)) break
      if (isPlainDirectory(at) && !hasDotGit(at)) found.add(at)
      else {
        refused.add(at)
        break
      }
    }
  }
  return found
}

const isPlainDirectory = (path: string): boolean => {
  try {
    return lstatSync(path).isDirectory()
  } catch (error) {
    codeOf(error)
    return false
  }
}

/** Regular files only: a link could lead anywhere. */
const filesIn = (directory: string, isWanted: IsWanted): readonly string[] =>
  entriesOf(directory)
    .filter((entry) => isWanted(entry.name) && entry.isFile())
    .map(({ name }) => name)

const entriesOf = (directory: string): readonly Dirent[] => {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch (error) {
    codeOf(error)
    return []
  }
}

/** The one command that has no literal pathspecs; it takes wildcards literally, and `./` protects a leading colon. */
const CHECK_IGNORE = ['--no-literal-pathspecs', 'check-ignore', '--stdin', '-z']

const ignoredOf = async (
  top: string,
  names: readonly string[],
  repository: RepositoryChoice,
): Promise<Result<ReadonlySet<string>, GitFailure>> => {
  const git = new GitOutput({ cwd: top, args: CHECK_IGNORE, repository })
  git.give(
    names.map((name) => `./${name}`),
    '\0',
  )
  const ignored = new Set<string>()
  for await (const name of git.fields('\0')) ignored.add(name.replace(/^\.\//, ''))
  const { code, stderr } = await git.ended
  // 1 is git's "none of them".
  if (code === 0 || code === 1) return ok(ignored)
  return err({
    kind: 'failed',
    command: 'git check-ignore',
    code: typeof code === 'number' ? code : null,
    stderr,
  })
}
