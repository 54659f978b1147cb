import type { Readable, Writable } from 'node:stream'

/** A stream that may be a terminal. */
export type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** What the command line program knows of the machine it runs on; made once, in `main.ts`. */
export interface Host {
  /** Absolute. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Screen
  readonly stderr: Screen
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

/** What the process ends with; 130 (interrupted) is set by `main.ts` alone. */
export type ExitCode = 0 | 1 | 2 | 3
