import type { Readable, Writable } from 'node:stream'
import { type GitCall, startGit } from './git.js'

type Child = ReturnType<typeof startGit>

/** UTF-16 units. */
const LAST_WORDS = 4096

/** Why git ended before it was done: its last words, perhaps none. Null where it was done. */
export type EarlyEnd = { readonly stderr: string } | null

/** A git process whose output is read no faster than it is taken. */
export class GitOutput {
  readonly #child: Child | null
  readonly #ended: Promise<EarlyEnd>

  constructor(call: GitCall) {
    this.#child = started(call)
    this.#ended = this.#child === null ? Promise.resolve({ stderr: 'it did not start' }) : endOf(this.#child)
  }

  /** Lines for its stdin, which ends then. */
  give(lines: readonly string[]): void {
    this.#child?.stdin.end(lines.map((line) => `${line}\n`).join(''))
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
    } catch (cause) {
      // A stream that broke has ended; what was thrown by our own code goes on.
      if (!(cause instanceof Error && 'code' in cause)) throw cause
    }
  }

  /** Once it has ended by itself. */
  get ended(): Promise<EarlyEnd> {
    return this.#ended
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

const endOf = (child: Child): Promise<EarlyEnd> => {
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-LAST_WORDS)
  })
  return new Promise((resolve) => {
    child.once('close', (code) => resolve(code === 0 ? null : { stderr }))
    child.once('error', () => resolve({ stderr: 'it did not start' }))
  })
}
