import { err, ok, type Result, type ScanMode } from '../model/index.js'
import { type ChangesSource, openBytes, openStaged, openTree, type Source } from '../sources/index.js'
import type { RequestError, ScanRequest, ScanTarget } from './request.js'

/** The source that a request names. Errors are those found before the first byte is read. */
export const openTarget = async ({
  cwd,
  target,
}: ScanRequest): Promise<Result<Source | ChangesSource, RequestError>> => {
  switch (target.kind) {
    case 'tree':
      return openTree({ cwd, ...target })
    case 'staged':
      return openStaged({ cwd })
    case 'stdin':
      return ok(openBytes({ cwd, ...target }))
    case 'range':
      return (await commits()).openRange({ cwd, ...target })
    case 'history':
      return (await commits()).openHistory({ cwd, ...target })
    case 'unpushed':
      return (await commits()).openUnpushed({ cwd, ...target })
  }
}

/** Loaded where commits are asked for: a hook on the index never pays for them. */
const commits = () => import('../sources/commits.js')

/** What a pre-push hook is to scan. @param input its standard input; a push of which a part is not known is refused */
export const preparePush = async (
  remote: string,
  input: Pick<Extract<ScanTarget, { kind: 'stdin' }>, 'bytes' | 'rest'>,
): Promise<Result<ScanTarget, RequestError>> => {
  if (input.rest === 'left') return err({ kind: 'push-too-long' })
  const updates = (await commits()).parsePrePush(Buffer.from(input.bytes).toString('utf8'))
  return updates.ok ? ok({ kind: 'unpushed', remote, updates: updates.value }) : updates
}

export const modeOf = ({ kind }: ScanTarget): ScanMode =>
  kind === 'tree' || kind === 'stdin' ? 'scan' : kind === 'unpushed' ? 'pre-push' : kind
