import { ok, type Result } from '../model/index.js'
import { objectMissing } from './commit-missing.js'
import { type CommitRepository, callIn, openCommitRepository } from './commit-repository.js'
import { commitSource } from './commit-source.js'
import { GitOutput } from './git-output.js'
import type { PushedRef } from './pre-push.js'
import { isNull } from './raw-diff.js'
import type { ChangesSource, SourceError } from './source.js'

export interface UnpushedRequest {
  /** Absolute; where git started the hook. */
  readonly cwd: string
  /** The hook's first argument: a remote's name, or its URL where it has none. */
  readonly remote: string
  readonly updates: readonly PushedRef[]
}

const NO_COMMIT = 'what is pushed here is neither a commit nor the tag of one'

/**
 * What a push brings that the remote does not have: commits that neither its refs to be updated reach, as far as they are
 * here, nor what was fetched from it. Reads the repository that the hook was started for.
 */
export const openUnpushed = async ({
  cwd,
  remote,
  updates,
}: UnpushedRequest): Promise<Result<ChangesSource, SourceError>> => {
  const repository = await openCommitRepository(cwd, 'inherited')
  if (!repository.ok) return repository
  const pushed = updates.filter(({ localOid }) => !isNull(localOid))
  const commits = await peel(repository.value, [...new Set(pushed.map(({ localOid }) => localOid))])
  const missing = pushed
    .filter(({ localOid }) => !commits.has(localOid))
    .map(({ localRef }) => objectMissing(localRef, NO_COMMIT))
  const there = updates.map(({ remoteOid }) => remoteOid).filter((oid) => !isNull(oid))
  const selection = {
    tips: [...new Set(commits.values())],
    excluded: [...new Set(there)],
    remote: isPlainName(remote) ? remote : null,
    walk: 'ancestors' as const,
  }
  return ok(commitSource(repository.value, selection, missing))
}

/** Git takes the name for a pattern: `*` would leave out what other remotes have. No branch is of a remote without name. */
const isPlainName = (remote: string): boolean => /^[^*?[\\]+$/.test(remote)

/** The commits that objects are, or that they are tags of, asked for in one process. */
const peel = async (
  repository: CommitRepository,
  oids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const commits = new Map<string, string>()
  if (oids.length === 0) return commits
  const stream = new GitOutput(callIn(repository, ['cat-file', '--batch-check']))
  stream.give(oids.map((oid) => `${oid}^{commit}`))
  let at = 0
  for await (const line of stream.fields('\n')) {
    const oid = oids[at++]
    const commit = /^([0-9a-f]{40,64}) commit \d+$/.exec(line)?.[1]
    if (oid !== undefined && commit !== undefined) commits.set(oid, commit)
  }
  return commits
}
