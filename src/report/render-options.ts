import type { Severity } from '../model/index.js'

/** What the writer of a report can't know by itself. All but `version` and `timings` speak to the text format only. */
export interface RenderOptions {
  readonly colors: 'on' | 'off'
  /** `quiet`: findings, and what could not be read; `verbose`: every file that was skipped or not read by its name. */
  readonly detail: 'quiet' | 'normal' | 'verbose'
  /** Columns of the terminal, at least 40. */
  readonly width: number
  /** keysieve's own. */
  readonly version: string
  /** A path of the result as the reader's terminal resolves it. */
  readonly showPath: (path: string) => string
  /** What ages are counted to; without it no age is told. */
  readonly now: Date | null
  readonly timings: 'shown' | 'hidden'
  /** From which severity on a commit is refused (`--fail-on`), so that the hook's words are true; medium if absent. */
  readonly failOn?: Severity | 'none'
}
