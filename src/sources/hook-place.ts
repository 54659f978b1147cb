import { realpathSync } from 'node:fs'
import { basename, dirname, join, parse, resolve } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { askGit } from './git.js'
import { sourceErrorOf } from './git-failure.js'
import { codeOf } from './refusal.js'
import { isBelow } from './relative-path.js'
import type { SourceError } from './source.js'

/** Where git looks for the hooks of a work tree. Paths are absolute. */
export interface HookPlace {
  /** Of the work tree. */
  readonly top: string
  /** The repository's own folder, which all its work trees share: `.git`, or `.git/modules/NAME` of a submodule. */
  readonly gitFolder: string
  /** The folder whose files git runs. It need not exist. */
  readonly folder: string
  /** What `core.hooksPath` says; null where it is not set. */
  readonly setting: HooksPathSetting | null
  /**
   * `git`: in the repository's own folder, seen by nobody else; `work-tree`: among the files that are committed;
   * `outside`: shared with other repositories.
   */
  readonly owner: 'git' | 'work-tree' | 'outside'
}

export interface HooksPathSetting {
  /** `~` and `%(prefix)` resolved; empty switches all hooks off. */
  readonly value: string
  /** Git's word: system, global, local, worktree or command. */
  readonly scope: string
}

/** @param cwd absolute; anywhere in a work tree */
export const hookPlaceOf = async (cwd: string): Promise<Result<HookPlace, SourceError>> => {
  const top = await ask(cwd, ['rev-parse', '--path-format=absolute', '--show-toplevel'])
  if (!top.ok) return top
  const common = await ask(cwd, ['rev-parse', '--path-format=absolute', '--git-common-dir'])
  if (!common.ok) return common
  const settings = await ask(cwd, [
    'config',
    '--null',
    '--show-scope',
    '--type=path',
    '--get-all',
    'core.hooksPath',
  ])
  if (!settings.ok) return settings
  const setting = lastSetting(settings.value)
  const [workTree, gitFolder] = [resolve(top.value), resolve(common.value)]
  const folder = folderOf(setting, workTree, gitFolder)
  return ok({ top: workTree, gitFolder, folder, setting, owner: ownerOf(folder, workTree, gitFolder) })
}

/** The last one but that of our own call, which switches hooks off. */
const lastSetting = (answer: string): HooksPathSetting | null => {
  const fields = answer.split('\0').slice(0, -3)
  const [scope, value] = fields.slice(-2)
  return scope === undefined || value === undefined ? null : { scope, value }
}

/** A relative path counts from where hooks are run, the top. */
const folderOf = (setting: HooksPathSetting | null, top: string, gitFolder: string): string => {
  if (setting === null) return join(gitFolder, 'hooks')
  return setting.value === '' ? parse(top).root : resolve(top, setting.value)
}

const ownerOf = (folder: string, top: string, gitFolder: string): HookPlace['owner'] => {
  const real = realPlace(folder)
  if (isBelow(real, realPlace(gitFolder))) return 'git'
  return isBelow(real, realPlace(top)) ? 'work-tree' : 'outside'
}

/** Links followed as far as there is something. */
const realPlace = (path: string): string => {
  try {
    return realpathSync(path)
  } catch (error) {
    codeOf(error)
    return dirname(path) === path ? path : join(realPlace(dirname(path)), basename(path))
  }
}

const ask = async (cwd: string, args: readonly string[]): Promise<Result<string, SourceError>> => {
  const answer = await askGit({ cwd, args, repository: 'discovered' })
  return answer.ok ? ok(answer.value.replace(/\n$/, '')) : err(await sourceErrorOf(answer.error, cwd))
}
