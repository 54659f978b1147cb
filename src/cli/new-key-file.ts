import { closeSync, lstatSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { isCommittable } from '../pipeline/index.js'
import type { NewKeyFileFault } from './aws-messages.js'
import { errorCode } from './error-code.js'

/** A file that is there already and empty, readable by its owner alone: what fails, fails before a key is made. */
export interface NewKeyFile {
  /** The error is the system's code; the file is gone then. */
  readonly write: (text: string) => Result<null, string>
  /** Takes the empty file away again. */
  readonly discard: () => void
}

/** Whether a key may be written there, without making the file. */
export const checkNewKeyFile = async (
  file: string,
  cwd: string,
): Promise<Result<string, NewKeyFileFault>> => {
  const target = resolve(cwd, file)
  if (!statSync(dirname(target), { throwIfNoEntry: false })?.isDirectory())
    return err({ kind: 'no-directory' })
  if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) return err({ kind: 'exists' })
  const committable = await isCommittable(target)
  if (!committable.ok) return err({ kind: 'git', detail: committable.error.kind })
  return committable.value ? err({ kind: 'committable' }) : ok(target)
}

/** @param target as `checkNewKeyFile` gave it */
export const openNewKeyFile = (target: string): Result<NewKeyFile, NewKeyFileFault> => {
  try {
    // Exclusive: neither a file nor a link that came in the meantime is followed.
    const descriptor = openSync(target, 'wx', 0o600)
    const discard = (): void => {
      closeSync(descriptor)
      rmSync(target, { force: true })
    }
    return ok({ write: (text) => writeTo(descriptor, text, discard), discard })
  } catch (error) {
    return err({ kind: 'not-writable', detail: errorCode(error) })
  }
}

const writeTo = (descriptor: number, text: string, discard: () => void): Result<null, string> => {
  try {
    writeFileSync(descriptor, text)
    closeSync(descriptor)
    return ok(null)
  } catch (error) {
    discard()
    return err(errorCode(error))
  }
}
