import { err, ok, type Result } from '../model/index.js'
import { askGit } from './git.js'
import { sourceErrorOf } from './git-failure.js'
import { GitOutput } from './git-output.js'
import { callAt, type HistoryPlace } from './history-place.js'
import type { RevisionError, SourceError } from './source.js'

/** Which part of a history is meant. */
export interface HistoryRequest {
  /** Absolute. */
  readonly cwd: string
  /**
   * Revisions, or patterns of refs with `*`, `?` or `[`, matched as `refs/<pattern>` and as the name of a branch, tag or
   * remote branch. Empty: all refs (notes and the last stash are refs), and each work tree's HEAD.
   */
  readonly refs: readonly string[]
  /** Commits that are older, and what the newest of these have, are left out; a date in any of git's forms. Null: none. */
  readonly since: string | null
  /** `refs-and-reflog`: and what any reflog remembers (older stashes). `everything`: and what nothing leads to. */
  readonly reach: 'refs' | 'refs-and-reflog' | 'everything'
}

/** Where a walk through commits begins and ends, for `rev-list` and `log`. */
export interface WalkStarts {
  readonly args: readonly string[]
  /** Object ids for its stdin (`--stdin`), with `^` in front of what is left out with all before it: they could be too many for a command line. */
  readonly oids: readonly string[]
}

/** All refs, whatever the request names. */
export const ALL_STARTS: WalkStarts = { args: ['--all', '--reflog'], oids: [] }

export const startsOf = async (
  place: HistoryPlace,
  { refs, since, reach }: HistoryRequest,
): Promise<Result<WalkStarts, SourceError | RevisionError>> => {
  const oids = new Set<string>()
  for (const name of refs) {
    const found = await resolved(place, name)
    if (!found.ok) return found
    for (const oid of found.value) oids.add(oid)
  }
  const args = [...(refs.length === 0 ? ['--all'] : []), ...(reach === 'refs' ? [] : ['--reflog'])]
  const whole = { args, oids: [...oids] }
  return ok(since === null ? whole : await youngPart(place, whole, since))
}

/**
 * `--since` alone leaves old commits out, but not the old files that newer commits still have: so the newest of the old
 * commits are named as what is known.
 */
const youngPart = async (place: HistoryPlace, whole: WalkStarts, since: string): Promise<WalkStarts> => {
  const args = [...whole.args, `--since=${since}`]
  const edge: string[] = []
  const walk = new GitOutput(callAt(place, ['rev-list', '--boundary', ...args, '--stdin']))
  try {
    walk.give(whole.oids)
    for await (const lines of walk.parts('\n'))
      edge.push(...lines.flatMap((line) => (line.startsWith('-') ? [`^${line.slice(1)}`] : [])))
  } finally {
    await walk.stop()
  }
  return { args, oids: [...whole.oids, ...edge] }
}

const OID = /^[0-9a-f]{40,64}$/

/** The objects that a name or pattern stands for, at least one. */
const resolved = async (
  place: HistoryPlace,
  name: string,
): Promise<Result<readonly string[], SourceError | RevisionError>> => {
  // What begins with `-` could be an option to git.
  if (name === '' || name.startsWith('-') || name.includes('\0'))
    return err({ kind: 'bad-revision', revision: name })
  const question = /[*?[]/.test(name) ? globs(name) : ['--verify', '--quiet', name]
  const answer = await askGit(callAt(place, ['rev-parse', ...question]))
  // "No" of `--verify --quiet` is exit code 1, which is an answer; 128 means that the name has no meaning at all.
  const isRefused = !answer.ok && answer.error.kind === 'failed' && /^fatal: /m.test(answer.error.stderr)
  if (!answer.ok && !isRefused) return err(await sourceErrorOf(answer.error, place.root))
  const lines = answer.ok ? answer.value.split('\n').filter((line) => line !== '') : []
  const isMeant = lines.length > 0 && lines.every((line) => OID.test(line))
  return isMeant ? ok(lines) : err({ kind: 'no-such-revision', revision: name })
}

const globs = (pattern: string): readonly string[] =>
  ['glob', 'branches', 'tags', 'remotes'].map((kind) => `--${kind}=${pattern}`)
