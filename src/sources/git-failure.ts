import type { GitFailure } from './git.js'
import { runGit } from './git.js'
import type { SourceError } from './source.js'

/** The first version that refuses a repository of another user (CVE-2022-24765). */
const OLDEST = [2, 35, 2]

/** What a git failure means for a run that needs the answer. @param path absolute; the directory that was asked about */
export const sourceErrorOf = async (failure: GitFailure, path: string): Promise<SourceError> => {
  const known = knownError(failure, path)
  if (known.kind !== 'git-failed') return known
  const version = await runGit({ cwd: path, args: ['version'], repository: 'inherited' })
  const old = version.ok ? tooOld(version.value.stdout.toString('utf8')) : null
  return old === null ? known : { kind: 'git-too-old', version: old }
}

/** By git's own words, which are English (`LC_ALL=C`). */
export const knownError = (failure: GitFailure, path: string): SourceError => {
  if (failure.kind === 'missing') return { kind: 'git-missing' }
  const { stderr, command } = failure
  if (/dubious ownership|unsafe repository/.test(stderr))
    return { kind: 'unsafe-ownership', path: ownedPath(stderr) ?? path }
  const refused = /cannot use bare repository '(.+)' \(safe\.bareRepository/s.exec(stderr)?.[1]
  if (refused !== undefined) return { kind: 'bare-repository', path: refused }
  if (/must be run in a work tree/.test(stderr)) return { kind: 'bare-repository', path }
  if (/not a git repository/i.test(stderr)) return { kind: 'not-a-repository', path }
  return { kind: 'git-failed', command, detail: firstLine(stderr) }
}

/** The repository's own top, which is what `safe.directory` wants to be given. */
const ownedPath = (stderr: string): string | null =>
  /(?:dubious ownership in repository at|unsafe repository \() ?'(.+)'/.exec(stderr)?.[1] ?? null

const firstLine = (stderr: string): string => {
  const lines = stderr.split('\n').map((line) => line.trim())
  return (
    lines.find((line) => /^(fatal|error):/.test(line)) ?? lines.find((line) => line !== '') ?? 'no message'
  )
}

/** The version that `git version` names where it is too old; else null. */
export const tooOld = (answer: string): string | null => {
  const [, version] = /git version (\d+(?:\.\d+)*)/.exec(answer) ?? []
  if (version === undefined) return null
  const parts = version.split('.').map(Number)
  const differing = OLDEST.findIndex((least, index) => (parts[index] ?? 0) !== least)
  return differing >= 0 && (parts[differing] ?? 0) < (OLDEST[differing] ?? 0) ? version : null
}
