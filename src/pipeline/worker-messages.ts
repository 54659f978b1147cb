import type { Blob, OwnSecret } from '../model/index.js'
import type { BatchReport } from './batch-scan.js'

/** What a worker thread is started with. */
export interface WorkerSetup {
  readonly cwd: string
  /** Of a bare repository. */
  readonly gitDir?: string | undefined
  /** Of the request: rule ids; null means all. */
  readonly onlyRules: readonly string[] | null
  readonly exceptRules: readonly string[]
  readonly maxFileSize: number | null
  readonly archives: 'opened' | 'closed'
  /** In memory only, as this message is; null where none are looked for. */
  readonly own: readonly OwnSecret[] | null
  /** Of the request. */
  readonly now: number
}

/** To a worker. */
export interface WorkerTask {
  readonly batch: number
  readonly blobs: readonly Blob[]
}

/** From a worker: `values` and `alternatives` of findings are left out, since a secret does not survive the way (see `Secret`). */
export interface WorkerReply {
  readonly batch: number
  readonly report: BatchReport
}
