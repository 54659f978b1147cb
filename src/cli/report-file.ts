import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { errorCode } from './error-code.js'
import type { Host } from './host.js'
import { readInput } from './stdin.js'

/** A hundred thousand findings are less. It is parsed whole, so there has to be a limit. */
const MOST_REPORT_BYTES = 128 << 20

/** Why a report could not be read: the system's code, or that it is larger than any report of ours. */
export type ReportFault =
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'too-large' }

/** The text of an earlier report. @param path as given; `-` is standard input */
export const reportText = async (path: string, host: Host): Promise<Result<string, ReportFault>> => {
  try {
    const stream = path === '-' ? host.stdin : createReadStream(resolve(host.cwd, path))
    const { bytes, rest } = await readInput(stream, MOST_REPORT_BYTES)
    return rest === 'left' ? err({ kind: 'too-large' }) : ok(new TextDecoder().decode(bytes))
  } catch (error) {
    return err({ kind: 'unreadable', code: errorCode(error) })
  }
}
