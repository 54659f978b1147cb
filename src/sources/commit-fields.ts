import { type GitCall, startGit } from './git.js'

/** How a process ended: its exit code, a signal, or that the system did not start it. */
export interface ProcessEnd {
  readonly code: number | 'killed' | 'not-started'
  /** Its last words at least. */
  readonly stderr: string
}

type Child = ReturnType<typeof startGit>

/** UTF-16 units. */
const LAST_WORDS = 4096

/**
 * The output of one git process as fields, each of which ends with the same byte. It is read no faster than it is taken,
 * and what is being read is all that is held. Bytes that are not UTF-8 become replacement characters.
 */
export class FieldStream {
  readonly ended: Promise<ProcessEnd>
  readonly #child: Child | null

  /** @param input all of the process's stdin */
  constructor(call: GitCall, input: string) {
    const begun = started(call)
    this.#child = begun?.child ?? null
    this.ended = begun?.ended ?? Promise.resolve({ code: 'not-started', stderr: '' })
    // Git that ends early tells by its exit code; the write that meets its closed stdin needs no second answer.
    this.#child?.stdin.on('error', () => undefined)
    this.#child?.stdin.end(input)
  }

  /** Once. Leaving early ends the process. @param delimiter the byte after each field; an unfinished field is no field */
  async *fields(delimiter: number): AsyncGenerator<string> {
    if (this.#child === null) return
    let isLeftEarly = true
    try {
      // Pieces of a field that is not at its end: joined once, however long it gets.
      let rest: Buffer[] = []
      for await (const chunk of this.#child.stdout as AsyncIterable<Buffer>) {
        let start = 0
        for (let end = chunk.indexOf(delimiter); end >= 0; end = chunk.indexOf(delimiter, start)) {
          yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8')
          rest = []
          start = end + 1
        }
        if (start < chunk.length) rest.push(chunk.subarray(start))
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
}

interface Begun {
  readonly child: Child
  readonly ended: Promise<ProcessEnd>
}

const started = (call: GitCall): Begun | null => {
  try {
    const child = startGit(call)
    return { child, ended: endOf(child) }
  } catch {
    // The system starts no more processes, or has no pipes for one.
    return null
  }
}

const endOf = (child: Child): Promise<ProcessEnd> => {
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-LAST_WORDS)
  })
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code: code ?? 'killed', stderr }))
    child.once('error', () => resolve({ code: 'not-started', stderr }))
  })
}
