import type { Readable, Writable } from 'node:stream'
import { type GitCall, startGit } from './git.js'

type Child = ReturnType<typeof startGit>

/** UTF-16 units. */
const LAST_WORDS = 4096

/** How a process ended: its exit code, a signal, or that the system did not start it. */
export interface ProcessEnd {
  readonly code: number | 'killed' | 'not-started'
  /** Its last words at least. */
  readonly stderr: string
}

/** How git ended before it was done. Null where it was done. */
export type EarlyEnd = ProcessEnd | null

/** A git process whose output is read no faster than it is taken. */
export class GitOutput {
  readonly #child: Child | null
  readonly #ended: Promise<ProcessEnd>

  constructor(call: GitCall) {
    this.#child = started(call)
    this.#ended = this.#child === null ? Promise.resolve(NOT_STARTED) : endOf(this.#child)
  }

  /** Lines for its stdin, which ends then. */
  give(lines: readonly string[], end: '\n' | '\0' = '\n'): void {
    this.#child?.stdin.end(lines.map((line) => line + end).join(''))
  }

  /** What it writes becomes the other's stdin. */
  feed(other: GitOutput): void {
    const [from, to]: [Readable | undefined, Writable | undefined] = [
      this.#child?.stdout,
      other.#child?.stdin,
    ]
    if (from !== undefined && to !== undefined) from.pipe(to)
    else to?.end()
  }

  /**
   * What stands between separators, as many at once as came; an unfinished rest is left away. Bytes that are not UTF-8
   * become replacement characters.
   */
  async *parts(separator: '\n' | '\0'): AsyncGenerator<readonly string[]> {
    if (this.#child === null) return
    let isLeftEarly = true
    const byte = separator.charCodeAt(0)
    let rest: Buffer[] = []
    try {
      for await (const chunk of this.#child.stdout as AsyncIterable<Buffer>) {
        const end = chunk.lastIndexOf(byte)
        if (end < 0) rest.push(chunk)
        else {
          yield Buffer.concat([...rest, chunk.subarray(0, end)])
            .toString('utf8')
            .split(separator)
          rest = [chunk.subarray(end + 1)]
        }
      }
      isLeftEarly = false
    } catch (cause) {
      // A stream that broke has ended; the exit code says how. What was thrown by our own code goes on.
      if (!(cause instanceof Error && 'code' in cause)) throw cause
    } finally {
      // At the end of its output it is about to exit, and by its own code.
      if (isLeftEarly) this.#child.kill()
    }
  }

  /** As `parts`, one by one. */
  async *fields(separator: '\n' | '\0'): AsyncGenerator<string> {
    for await (const parts of this.parts(separator)) yield* parts
  }

  /** Once it has ended by itself. */
  get ended(): Promise<ProcessEnd> {
    return this.#ended
  }

  /** As `ended`, where only what went wrong matters. */
  get endedEarly(): Promise<EarlyEnd> {
    return this.#ended.then((end) => (end.code === 0 ? null : end))
  }

  /** Ends it, where it still runs. */
  async stop(): Promise<void> {
    this.#child?.stdout.destroy()
    this.#child?.kill()
    await this.#ended
  }
}

const started = (call: GitCall): Child | null => {
  try {
    const child = startGit(call)
    // Git that ended early tells by its exit code; the write that meets its closed stdin needs no second answer.
    child.stdin.on('error', () => undefined)
    return child
  } catch {
    // The system starts no more processes, or has no pipes for one.
    return null
  }
}

const NOT_STARTED: ProcessEnd = { code: 'not-started', stderr: 'it did not start' }

const endOf = (child: Child): Promise<ProcessEnd> => {
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-LAST_WORDS)
  })
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code: code ?? 'killed', stderr }))
    child.once('error', () => resolve({ ...NOT_STARTED, stderr: stderr || NOT_STARTED.stderr }))
  })
}
