import type { Confidence, ScanResult } from '../model/index.js'
import type { HistoryRequest, PushedRef, PushLineError } from '../sources/commits.js'
import type { RevisionError, SourceError } from '../sources/index.js'

/** What of a changed file counts: what the change brings in, or everything in it. */
export type ChangeScope = 'added-lines' | 'whole-file'

export type ScanTarget =
  | {
      readonly kind: 'tree'
      /** As given on the command line, relative to `cwd`; empty means the whole of `cwd`'s directory. */
      readonly paths: readonly string[]
      /** Globs relative to the source's root; empty means everything. */
      readonly include: readonly string[]
      readonly exclude: readonly string[]
      /** `skipped` if absent. */
      readonly submodules?: 'skipped' | 'recursed'
    }
  | { readonly kind: 'staged'; readonly scope: ChangeScope }
  | {
      readonly kind: 'range'
      /** `a..b`, `a...b`, or one commit. */
      readonly revisions: string
      readonly since: 'as-given' | 'merge-base'
      readonly scope: ChangeScope
    }
  | ({
      readonly kind: 'history'
      /** Directory in which the ids of clean contents are kept from run to run, absolute; null keeps nothing. */
      readonly cache: string | null
    } & Omit<HistoryRequest, 'cwd'>)
  /** What a push brings that the remote does not have. `remote` is its name, or its URL where it has none. */
  | { readonly kind: 'unpushed'; readonly remote: string; readonly updates: readonly PushedRef[] }
  | {
      readonly kind: 'stdin'
      readonly bytes: Uint8Array
      /** `left`: more came in than was taken, which is told. */
      readonly rest: 'none' | 'left'
      readonly name: string
    }

/** From the command line or environment only. */
export interface VerifyRequest {
  /** Origin of a private STS endpoint or a test server; null asks AWS. */
  readonly stsEndpoint: string | null
  /** For one credential. */
  readonly timeoutMs: number
  /** For all of a run. */
  readonly budgetMs: number
  /** Names of AWS's partitions to ask; null means all that can be reached. */
  readonly partitions: readonly string[] | null
  readonly canaries: 'spared' | 'called'
  /** 12 digits each; null means that keys of all accounts are asked about. */
  readonly onlyAccounts: readonly string[] | null
  /** `from`: the option or variable that names it, for messages; `exceptions`: as in NO_PROXY. */
  readonly proxy: { readonly url: string; readonly exceptions: string; readonly from: string } | null
}

export interface ScanRequest {
  /** Absolute. */
  readonly cwd: string
  readonly target: ScanTarget
  /** Rule ids; null means all. */
  readonly onlyRules: readonly string[] | null
  readonly exceptRules: readonly string[]
  readonly minConfidence: Confidence
  /** Bytes; null means no limit. Larger blobs are skipped as `too-large`. */
  readonly maxFileSize: number | null
  /** Whether members of archives are scanned. */
  readonly archives: 'opened' | 'closed'
  /** Epoch milliseconds: what dates in credentials are held against. */
  readonly now: number
  /** Threads that scan, at least 1; more than one is used for large trees only. */
  readonly jobs: number
  /** Whether findings are attributed by git blame (work tree scans only). */
  readonly attribution: 'blame' | 'none'
  /** Accounts, 12 digits, whose keys are canaries beside those that are known to be. From the command line or environment only. */
  readonly canaryAccounts?: readonly string[]
  /** Null: nothing leaves the machine. */
  readonly verify: VerifyRequest | null
  /** `verified` keeps findings whose status is active or denied-but-valid. */
  readonly report: 'all' | 'verified'
  /** Where to look up what the person keeps secret, so as to find it; null, or absent: none of it is read. */
  readonly ownSecrets?: OwnSecretsRequest | null
  /** Told at once: what is wrong and does not keep from scanning. */
  readonly onWarning?: OnWarning
  readonly onProgress?: (progress: Progress) => void
}

/** From the command line and the environment only. */
export interface OwnSecretsRequest {
  /** Absolute; null where the person has no home directory. */
  readonly home: string | null
  readonly env: Readonly<Record<string, string | undefined>>
}

/** `detail`: the system's code or plain words; of own secrets what was not looked up, never a value. */
export interface Warning {
  readonly kind: 'cache-dropped' | 'cache-not-kept' | 'own-secrets-unread' | 'own-secrets-left-out'
  readonly detail: string
}

export type OnWarning = (warning: Warning) => void

export interface Progress {
  /** Of `verify`, `files` of `findings` distinct credentials are done. */
  readonly step: 'scan' | 'verify'
  readonly files: number
  readonly bytes: number
  readonly findings: number
}

/** What is wrong before scanning; nothing was scanned. Exit code 2. */
export type RequestError =
  | SourceError
  | RevisionError
  | PushLineError
  /** More refs than are held in memory; git would push all of them. */
  | { readonly kind: 'push-too-long' }
  | { readonly kind: 'unknown-rule'; readonly id: string; readonly suggestion: string | null }
  /** A rule was asked for that this run does not use. */
  | { readonly kind: 'rule-is-off'; readonly id: string }
  | { readonly kind: 'bad-report'; readonly path: string; readonly detail: string }
  /** `detail` does not repeat the URL, which may hold a password. */
  | { readonly kind: 'bad-endpoint'; readonly from: string; readonly detail: string }

/** `scan`, `staged` and `verify REPORT` all end in one of these. */
export interface Outcome {
  readonly result: ScanResult
  /** Absolute path that `Finding.path` is relative to. */
  readonly root: string
}
