import type { Finding, Severity } from '../model/index.js'

/** What the writer of a report can't know by itself. `colors`, `detail`, `width`, `showPath` and `timings` speak to the text format only. */
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
  /** When the report is written; without it no age is told, and a format that needs a moment says the year 1970. */
  readonly now: Date | null
  readonly timings: 'shown' | 'hidden'
  /** From which severity on a run fails (`--fail-on`), so that the hook's words and JUnit's are true; medium if absent. */
  readonly failOn?: Severity | 'none'
  /** Where a finding's line is to be looked at in a browser, as an https address; null where that is not known. */
  readonly sourceUrl?: ((finding: Finding) => string | null) | undefined
}
