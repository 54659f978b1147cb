import { err, ok, type Result } from '../model/index.js'

/** One line of what git tells a pre-push hook. */
export interface PushedRef {
  /** As it was named, `HEAD` or `refs/…`; `(delete)` where the remote's is to go. */
  readonly localRef: string
  /** Full object id, also of a tag; zeros for a deletion. */
  readonly localOid: string
  readonly remoteRef: string
  /** Full object id, which need not be here; zeros for a ref that is new. */
  readonly remoteOid: string
}

/** `line` is 1-based. */
export interface PushLineError {
  readonly kind: 'bad-push-line'
  readonly line: number
}

/** From the right: a revision may hold blanks (`HEAD@{1 day ago}`), an id and a remote's ref may not. */
const LINE = /^(.+) ([0-9a-f]{40}|[0-9a-f]{64}) (\S+) ([0-9a-f]{40}|[0-9a-f]{64})$/

/**
 * The stdin of a pre-push hook: `<local ref> SP <local oid> SP <remote ref> SP <remote oid> LF` for each ref. Empty where
 * nothing is pushed.
 */
export const parsePrePush = (text: string): Result<readonly PushedRef[], PushLineError> => {
  const refs: PushedRef[] = []
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  if (lines.length === 1 && lines[0] === '') return ok(refs)
  for (const [index, line] of lines.entries()) {
    const [, localRef, localOid, remoteRef, remoteOid] = LINE.exec(line) ?? []
    if (!localRef || !localOid || !remoteRef || !remoteOid)
      return err({ kind: 'bad-push-line', line: index + 1 })
    refs.push({ localRef, localOid, remoteRef, remoteOid })
  }
  return ok(refs)
}
