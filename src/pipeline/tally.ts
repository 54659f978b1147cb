import {
  type Counts,
  compareFindings,
  compareText,
  type Finding,
  type RuleDescription,
  type ScanMode,
  type ScanResult,
  SEVERITIES,
  type Severity,
  type Skipped,
  type Timings,
  type Unread,
} from '../model/index.js'
import { maskPath } from '../policy/index.js'
import type { BatchReport } from './batch-scan.js'

/** What a run collects while it goes; `result` closes it. */
export class Tally {
  readonly findings: Finding[] = []
  readonly suppressed: Finding[] = []
  readonly unread: Unread[] = []
  readonly skipped: Skipped[] = []
  files = 0
  bytes = 0
  examples = 0
  /** Blobs that an earlier run found clean. */
  known = 0

  /** What is not scanned can have a secret in its name as well. */
  leave(item: Unread | Skipped): void {
    const names = item.container?.map((name) => maskPath(name))
    const place = { path: maskPath(item.path), ...(names === undefined ? {} : { container: names }) }
    if (item.class === 'unread') this.unread.push({ ...item, ...place })
    else this.skipped.push({ ...item, ...place })
  }

  /** All of a batch but its findings and allowed ones, of which not every one counts. */
  add({ files, bytes, examples, unread, skipped }: BatchReport): void {
    this.files += files
    this.bytes += bytes
    this.examples += examples
    for (const item of [...unread, ...skipped]) this.leave(item)
  }

  result(
    mode: ScanMode,
    { findings, suppressed }: Pick<ScanResult, 'findings' | 'suppressed'>,
    rules: readonly RuleDescription[],
    timings: Timings,
  ): ScanResult {
    const sorted = [...findings].sort(compareFindings)
    return {
      mode,
      findings: sorted,
      suppressed: [...suppressed].sort(compareFindings),
      unread: [...this.unread].sort(byPath),
      skipped: [...this.skipped].sort(byPath),
      counts: this.#counts(sorted, suppressed.length),
      timings,
      rules,
    }
  }

  #counts(findings: readonly Finding[], suppressed: number): Counts {
    const bySeverity = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<
      Severity,
      number
    >
    for (const { severity } of findings) bySeverity[severity]++
    return {
      files: this.files,
      bytes: this.bytes,
      findings: bySeverity,
      suppressed,
      examples: this.examples,
      known: this.known,
      unread: this.unread.length,
      skipped: this.skipped.length,
    }
  }
}

/** Threads answer in any order, and a report must not. */
const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  compareText(a.path, b.path)

/** Measures the steps of a run in milliseconds. The clock is the pipeline's, not the engine's. */
export class StepClock {
  readonly #spent = new Map<string, number>()
  readonly #began = performance.now()

  async time<T>(step: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now()
    try {
      return await work()
    } finally {
      this.#spent.set(step, (this.#spent.get(step) ?? 0) + performance.now() - from)
    }
  }

  timings(): Timings {
    const rounded = [...this.#spent].map(([step, ms]) => [step, Math.round(ms * 10) / 10] as const)
    return { ...Object.fromEntries(rounded), total: Math.round((performance.now() - this.#began) * 10) / 10 }
  }
}
