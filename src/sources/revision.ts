import { err, ok, type Result } from '../model/index.js'
import { type CommitRepository, callIn } from './commit-repository.js'
import { runGit } from './git.js'
import { sourceErrorOf } from './git-failure.js'
import type { RevisionError, SourceError } from './source.js'

/** What `a..b`, `a...b` or a single revision says, not yet looked up. */
export type Revisions =
  | { readonly kind: 'commit'; readonly commit: string }
  | {
      readonly kind: 'range'
      readonly base: string
      readonly head: string
      readonly since: 'as-given' | 'merge-base'
    }

/**
 * The side of a range that is left out is an error here, where git takes HEAD: `$BASE..$HEAD` with variables that are not
 * set would scan nothing and call it clean.
 */
export const parseRevisions = (text: string): Result<Revisions, RevisionError> => {
  const [found, base = '', third, head = ''] = /^(.*?)\.\.(\.?)(.*)$/s.exec(text) ?? []
  if (found === undefined) return isBad(text) ? err(bad(text)) : ok({ kind: 'commit', commit: text })
  if (isBad(base) || isBad(head)) return err(bad(text))
  return ok({ kind: 'range', base, head, since: third === '.' ? 'merge-base' : 'as-given' })
}

/** What begins with `-` could be an option to git. */
const isBad = (revision: string): boolean =>
  revision === '' || revision.startsWith('-') || revision.includes('\0')

const bad = (revision: string): RevisionError => ({ kind: 'bad-revision', revision })

const FULL = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** Whether a revision can mean one object only, be it there or not. */
export const isFullOid = (revision: string): boolean => FULL.test(revision)

/** The full id of the commit that a revision means; null where it means none. @param revision parsed */
export const resolveCommit = async (
  repository: CommitRepository,
  revision: string,
): Promise<Result<string | null, SourceError>> => {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const answer = await runGit(callIn(repository, args))
  if (answer.ok) {
    // A negative revision is answered with a negative id.
    const oid = answer.value.stdout.toString('latin1').trim()
    return ok(isFullOid(oid) ? oid : null)
  }
  const isRefused = answer.error.kind === 'failed' && answer.error.code !== null
  return isRefused ? ok(null) : err(await sourceErrorOf(answer.error, repository.root))
}

/** @param oid full object id, of whatever type */
export const isThere = async (repository: CommitRepository, oid: string): Promise<boolean> =>
  (await runGit(callIn(repository, ['cat-file', '-e', oid]))).ok

export const isShallow = async (repository: CommitRepository): Promise<boolean> => {
  const answer = await runGit(callIn(repository, ['rev-parse', '--is-shallow-repository']))
  return answer.ok && answer.value.stdout.toString('latin1') === 'true\n'
}
