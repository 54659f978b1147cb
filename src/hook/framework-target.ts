import { ok, type Result } from '../model/index.js'
import { preparePush, type RequestError, type ScanTarget } from '../pipeline/index.js'
import { commitNamed, isAnythingStaged } from '../sources/index.js'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * What a hook is to look at that `keysieve hook run pre-commit` was called for. By git, and by most who run hooks, it is
 * the index. The pre-commit framework calls the same command for a push (whose refs it has read from standard input and
 * tells in variables), for a range, and by hand for all files, when nothing is staged: an index without changes must not
 * pass for a clean tree. (pre_commit/commands/hook_impl.py and run.py of version 4 set these variables.)
 * @param cwd absolute
 */
export const frameworkTarget = async (
  cwd: string,
  env: Environment,
  scope: 'added-lines' | 'whole-file',
): Promise<Result<ScanTarget, RequestError>> => {
  const staged = ok<ScanTarget>({ kind: 'staged', scope })
  if (env.PRE_COMMIT !== '1') return staged
  const { PRE_COMMIT_REMOTE_NAME: remote, PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to } = env
  if (remote) return pushTarget(cwd, remote, from, to ?? env.PRE_COMMIT_LOCAL_BRANCH)
  if (from && to) return ok({ kind: 'range', revisions: `${from}..${to}`, since: 'merge-base', scope })
  // Git tells a hook which index the commit in the making has; a person calls without.
  if (env.GIT_INDEX_FILE !== undefined) return staged
  const any = await isAnythingStaged(cwd)
  if (!any.ok) return any
  return any.value ? staged : ok({ kind: 'tree', paths: [], include: [], exclude: [] })
}

/** As git would have told the hook itself. A first commit that is pushed has no `from`. */
const pushTarget = async (
  cwd: string,
  remote: string,
  from: string | undefined,
  to = 'HEAD',
): Promise<Result<ScanTarget, RequestError>> => {
  const local = await commitNamed(cwd, to)
  if (!local.ok) return local
  if (local.value === null) return { ok: false, error: { kind: 'no-such-revision', revision: to } }
  const base = from ? await commitNamed(cwd, from) : ok(null)
  if (!base.ok) return base
  const none = '0'.repeat(local.value.length)
  const line = `${to} ${local.value} refs/pushed ${base.value ?? none}\n`
  return preparePush(remote, { bytes: new TextEncoder().encode(line), rest: 'none' })
}
