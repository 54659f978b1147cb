import { type Blob, originOf } from '../model/index.js'
import { type GitCall, streamGit } from './git.js'
import { HunkParser } from './hunk-parser.js'
import { isNull, SUBMODULE_MODE } from './raw-diff.js'
import type { Change } from './source.js'
import { blobDiff } from './staged-diff.js'

/** Nothing stood there before, or git can't tell what did: nothing is held back. */
export const NEW: Change = { added: [{ first: 1, last: Number.MAX_SAFE_INTEGER }], parent: null }

/** What stood at a path before, as git's raw diffs tell it. */
export interface OldSide {
  readonly mode: string
  readonly oid: string
  readonly path: string
}

/** How a blob came out of another one. @param callOf a call of git where both objects are */
export const changeSince = async (
  { mode, oid, path }: OldSide,
  newOid: string,
  callOf: (args: readonly string[]) => GitCall,
): Promise<Change> => {
  if (isNull(oid) || mode === SUBMODULE_MODE) return NEW
  const parent: Blob = { path, origin: originOf('commit'), locator: { kind: 'git', oid } }
  if (oid === newOid) return { added: [], parent }
  const hunks = new HunkParser()
  const done = await streamGit(callOf(blobDiff(oid, newOid)), (chunk) => hunks.push(chunk))
  return done.ok ? { added: hunks.added(), parent } : NEW
}
