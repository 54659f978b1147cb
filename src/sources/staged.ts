import { existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Blob, err, ok, originOf, type Result, type SourceItem } from '../model/index.js'
import { runGit } from './git.js'
import { sourceErrorOf } from './git-failure.js'
import { isNull, parseRawDiff, type RawChange, SUBMODULE_MODE } from './raw-diff.js'
import type { ChangesSource, SourceError } from './source.js'
import { StagedChanges } from './staged-changes.js'
import { INDEX_DIFF } from './staged-diff.js'
import { MergedCommits } from './staged-merge.js'

/**
 * What the next commit would add: the index, compared with HEAD, whole and from whichever directory it is asked. Reads
 * through git's own variables, so that a hook sees the index of the commit in the making. One git process, or two where
 * `cwd` is not plainly the top.
 */
export const openStaged = async ({
  cwd,
}: {
  readonly cwd: string
}): Promise<Result<ChangesSource, SourceError>> => {
  const [listed, top] = await Promise.all([
    runGit({ cwd, args: [...INDEX_DIFF, '--no-renames', '--diff-filter=d'], repository: 'inherited' }),
    isPlainlyTop(cwd) ? ok(realpathSync(cwd)) : askTop(cwd),
  ])
  if (!top.ok) return top
  if (listed.ok) return ok(stagedSource(top.value, parseRawDiff(listed.value.stdout.toString('utf8'))))
  // Where `git diff` finds no repository it means something else and complains of options; this question is clear.
  const asked = await askTop(cwd)
  return asked.ok ? err(await sourceErrorOf(listed.error, cwd)) : asked
}

const askTop = async (cwd: string): Promise<Result<string, SourceError>> => {
  const answer = await runGit({ cwd, args: ['rev-parse', '--show-toplevel'], repository: 'inherited' })
  if (!answer.ok) return err(await sourceErrorOf(answer.error, cwd))
  return ok(resolve(answer.value.stdout.toString('utf8').replace(/\n$/, '')))
}

/**
 * True in the ordinary hook, which so starts one process less. Where `core.worktree` names another top, the root is not
 * it; content comes from the index all the same.
 */
const isPlainlyTop = (cwd: string): boolean =>
  process.env.GIT_DIR === undefined &&
  process.env.GIT_WORK_TREE === undefined &&
  existsSync(join(cwd, '.git', 'HEAD'))

const stagedSource = (root: string, listed: readonly RawChange[]): ChangesSource => {
  const changes = new StagedChanges(root, listed, null)
  const merged = new MergedCommits(root)
  return {
    root,
    items: () => listed.flatMap(itemOf),
    changesOf: async (blob) => [await changes.of(blob), ...(await merged.changesOf(blob))],
  }
}

/** An unmerged path has no one content that could be committed, and git refuses the commit: there is nothing to read. */
const itemOf = ({ newMode, newOid, path }: RawChange): readonly SourceItem[] => {
  if (newMode === SUBMODULE_MODE) return [{ class: 'skipped', path, reason: 'submodule' }]
  return isNull(newOid) ? [] : [{ class: 'blob', blob: indexBlob(path, newOid) }]
}

/** A link is a blob, too: its text is committed. */
const indexBlob = (path: string, oid: string): Blob => ({
  path,
  origin: originOf('index'),
  locator: { kind: 'git', oid },
})
