import { resolve } from 'node:path'
import type { Engine } from '../engine/index.js'
import type { Confidence, ScanResult } from '../model/index.js'
import { engineFor } from './builtin-engine.js'
import type { RequestError, ScanTarget } from './request.js'
import { runScan } from './scan.js'

/** What holds for every scan of a scanner. */
export interface ScannerOptions {
  /** Ids of the rules to report; all if absent. */
  readonly rules?: readonly string[]
  /** Ids of rules not to report; none if absent. */
  readonly excludeRules?: readonly string[]
  /** Findings below it are left out; `medium` if absent. */
  readonly minConfidence?: Confidence
  /** Bytes above which content is skipped as `too-large`; no limit if absent. */
  readonly maxFileSize?: number
  /** Whether zip, tar and gzip archives are opened; `opened` if absent. */
  readonly archives?: 'opened' | 'closed'
}

export interface TextOptions {
  /** What findings name as their path, and a hint at the format (`.env`, `credentials.csv`); `text` if absent. */
  readonly path?: string
}

export interface PathsOptions {
  /** What paths are relative to, and where a repository is looked for; the process's own if absent. */
  readonly cwd?: string
  /** Globs relative to the repository's top level, or to `cwd` outside one; everything if absent. */
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  /** Who introduced a finding's line, by git blame; `none` if absent. */
  readonly attribution?: 'blame' | 'none'
}

/**
 * Finds secrets. Prints nothing, ends no process, never uses the network. Scans of one scanner wait for each other.
 * Its methods reject with `ScanError` where nothing could be scanned; what could not be read while scanning is
 * `unread` in the result.
 */
export interface Scanner {
  /** @param text bytes may begin with a UTF-16 byte order mark; else they are read as UTF-8 */
  scanText(text: string | Uint8Array, options?: TextOptions): Promise<ScanResult>
  /** Files and directories, as `keysieve scan` takes them; none means all of `cwd`. */
  scanPaths(paths: readonly string[], options?: PathsOptions): Promise<ScanResult>
  /** Waits for what is running and lets go of the scanner's memory; a later scan rejects. Safe to call twice. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Nothing was scanned. `reason` says why, for programs; the message for people. Neither holds scanned content. */
export class ScanError extends Error {
  override readonly name = 'ScanError'
  readonly reason: RequestError

  constructor(reason: RequestError) {
    super(messageOf(reason))
    this.reason = reason
  }
}

const messageOf = ({ kind, ...details }: RequestError): string => {
  const told = Object.entries(details).filter(([, value]) => value !== null)
  return `Nothing was scanned: ${kind}${told.map(([name, value]) => `; ${name}: ${value}`).join('')}`
}

/** A scanner keeps its rules compiled and some megabytes of memory: make one for many scans, and close it. */
export const createScanner = (options: ScannerOptions = {}): Scanner => new OwnEngineScanner(options)

/** One scan of one text, with the options of the scanner that is made for it. */
export const scanText = (
  text: string | Uint8Array,
  options: TextOptions & ScannerOptions = {},
): Promise<ScanResult> => once(options, (scanner) => scanner.scanText(text, options))

/** One scan of files and directories, with the options of the scanner that is made for it. */
export const scanPaths = (
  paths: readonly string[],
  options: PathsOptions & ScannerOptions = {},
): Promise<ScanResult> => once(options, (scanner) => scanner.scanPaths(paths, options))

const once = async (
  options: ScannerOptions,
  scan: (scanner: Scanner) => Promise<ScanResult>,
): Promise<ScanResult> => {
  const scanner = createScanner(options)
  try {
    return await scan(scanner)
  } finally {
    await scanner.close()
  }
}

class OwnEngineScanner implements Scanner {
  readonly #options: ScannerOptions
  #engine: Engine | null = null
  #state: 'open' | 'closed' = 'open'
  /** Ends, never rejects, when the last scan that was asked for has ended: an engine does one at a time. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: ScannerOptions) {
    this.#options = options
  }

  scanText(text: string | Uint8Array, { path = 'text' }: TextOptions = {}): Promise<ScanResult> {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    return this.#scan({ kind: 'stdin', bytes, rest: 'none', name: path }, {})
  }

  scanPaths(paths: readonly string[], options: PathsOptions = {}): Promise<ScanResult> {
    const { include = [], exclude = [] } = options
    return this.#scan({ kind: 'tree', paths, include, exclude }, options)
  }

  async close(): Promise<void> {
    this.#state = 'closed'
    await this.#last
    this.#engine = null
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #scan(target: ScanTarget, options: PathsOptions): Promise<ScanResult> {
    if (this.#state === 'closed')
      return Promise.reject(new Error('This scanner was closed; create another one.'))
    const scan = this.#last.then(() => this.#run(target, options))
    this.#last = scan.catch(() => {})
    return scan
  }

  async #run(target: ScanTarget, { cwd = '.', attribution = 'none' }: PathsOptions): Promise<ScanResult> {
    const {
      rules = null,
      excludeRules = [],
      minConfidence = 'medium',
      maxFileSize = null,
      archives = 'opened',
    } = this.#options
    const request = {
      cwd: resolve(cwd),
      target,
      onlyRules: rules,
      exceptRules: excludeRules,
      minConfidence,
      maxFileSize,
      archives,
      now: Date.now(),
      jobs: 1,
      attribution,
      verify: null,
      report: 'all',
    } as const
    // A scanner's rules never change, so neither does its engine.
    const outcome = await runScan(request, (selected) => {
      this.#engine ??= engineFor(selected)
      return this.#engine
    })
    if (!outcome.ok) throw new ScanError(outcome.error)
    return outcome.value.result
  }
}
