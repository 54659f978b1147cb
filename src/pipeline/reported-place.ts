import { realpathSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { type Blob, err, type Finding, HIDDEN, type Locator, ok, type Result } from '../model/index.js'

export interface ReportRoot {
  /** Absolute path that the findings' paths are relative to. */
  readonly root: string
  /** The full id of a git object by its name and type; null where there is none. Absent where none is asked for. */
  readonly objectIdOf?: (name: string) => Promise<string | null>
}

/** Where a report says that a finding stands. Or why there is no such place: a phrase for people. */
export const reportedPlace = async (finding: Finding, at: ReportRoot): Promise<Result<Blob, string>> => {
  const located = await locatorOf(finding, at)
  return located.ok ? ok({ path: finding.path, origin: finding.origin, locator: located.value }) : located
}

const locatorOf = async (finding: Finding, at: ReportRoot): Promise<Result<Locator, string>> => {
  const { path, origin } = finding
  if (origin.kind === 'stdin') return err('it came from standard input')
  if (path.includes(HIDDEN)) return err('its path is hidden in the report')
  if (origin.kind === 'commit') return committed(finding, at)
  const absolute = resolve(at.root, path)
  if (!isBelow(absolute, at.root)) return err('it lies outside of the directory that is verified')
  if (origin.kind === 'index') return gitObject(`:${path}`)
  const directory = realDirectoryOf(absolute)
  return directory === null || isBelow(directory, realpathSync(at.root))
    ? ok({ kind: 'file', path: absolute })
    : err('a link leads out of the directory that is verified')
}

/** What `history` calls things that are no files of a commit. A file can be called so, too. */
const TAG = /^tag (?<name>[^\s~^:?*[\\]+)$/
const UNREACHABLE = /^unreachable (?:(?<type>commit|tag) )?(?<id>[0-9a-f]{12})$/

const committed = async (
  { path, origin: { commit } }: Finding,
  { objectIdOf }: ReportRoot,
): Promise<Result<Locator, string>> => {
  const isCommit = /^[0-9a-f]{40,64}$/.test(commit ?? '')
  if (isCommit && path === `commit ${commit?.slice(0, 12)}`) return gitObject(`${commit}^{commit}`)
  const tag = TAG.exec(path)?.groups?.name
  if (tag !== undefined && !(isCommit && (await objectIdOf?.(`${commit}:${path}`)))) {
    const oid = await objectIdOf?.(`refs/tags/${tag}^{tag}`)
    return oid ? gitObject(`${oid}^{tag}`) : err('there is no such tag any more')
  }
  if (isCommit) return gitObject(`${commit}:${path}`)
  const { type = 'blob', id } = UNREACHABLE.exec(path)?.groups ?? {}
  if (id === undefined) return err('the report names no commit')
  const oid = await objectIdOf?.(`${id}^{${type}}`)
  return oid ? gitObject(type === 'blob' ? oid : `${oid}^{${type}}`) : err('git does not have it any more')
}

const gitObject = (oid: string): Result<Locator, string> =>
  oid.includes('\n') ? err('git can not be asked for a name with a line break') : ok({ kind: 'git', oid })

const isBelow = (path: string, root: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)

/** With links followed; null where there is no such directory. */
const realDirectoryOf = (path: string): string | null => {
  try {
    return realpathSync(dirname(path))
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
