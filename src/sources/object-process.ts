import { type BatchEvent, BatchParser } from './batch-parser.js'
import { startGit } from './git.js'

/** The process ended, or said what can't be understood: it answers nothing any more. */
export type Gone = 'gone'

/** UTF-16 units. */
const LAST_WORDS = 4096

type Child = ReturnType<typeof startGit>

export interface ObjectHeader {
  readonly type: string
  /** Bytes. */
  readonly size: number
}

/** One `git cat-file --batch`. Objects are taken in the order they are asked for, each up to its end. */
export class ObjectProcess {
  readonly #child: Child
  readonly #ended: Promise<void>
  readonly #chunks: AsyncIterator<Buffer>
  readonly #parser = new BatchParser()
  #events: BatchEvent[] = []
  /** Contents that were received and not yet taken. */
  #piece: Uint8Array = new Uint8Array(0)
  #stderr = ''

  /** @param cwd absolute; the top of the work tree, to which a hook's index may be relative */
  constructor(cwd: string) {
    this.#child = startGit({ cwd, args: ['cat-file', '--batch'], repository: 'inherited' })
    this.#ended = new Promise((resolve) => {
      this.#child.once('close', () => resolve())
      this.#child.once('error', () => resolve())
    })
    // A process that ended early shows at the next read; the write that met its closed stdin needs no second answer.
    this.#child.stdin.on('error', () => undefined)
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-LAST_WORDS)
    })
    this.#chunks = this.#child.stdout[Symbol.asyncIterator]()
  }

  /** @param name object id or revision expression, without a line feed. @returns null where there is no such object */
  async ask(name: string): Promise<ObjectHeader | null | Gone> {
    this.#child.stdin.write(`${name}\n`)
    const event = await this.#next()
    if (event === 'gone' || event.kind === 'garbled' || event.kind === 'content') return 'gone'
    return event.kind === 'object' ? event : null
  }

  /** The next bytes of the object that was asked for last, at least one and at most `most`. The caller counts. */
  async take(most: number): Promise<Uint8Array | Gone> {
    if (this.#piece.length === 0) {
      const event = await this.#next()
      if (event === 'gone' || event.kind !== 'content') return 'gone'
      this.#piece = event.bytes
    }
    const taken = this.#piece.subarray(0, most)
    this.#piece = this.#piece.subarray(taken.length)
    return taken
  }

  /** What the process wrote to stderr, its last words at least. */
  async end(): Promise<string> {
    this.#child.stdin.end()
    this.#child.stdout.destroy()
    this.#child.kill()
    await this.#ended
    return this.#stderr
  }

  async #next(): Promise<BatchEvent | Gone> {
    for (;;) {
      const event = this.#events.shift()
      if (event !== undefined) return event
      const chunk = await this.#chunk()
      if (chunk === null) return 'gone'
      this.#events = this.#parser.push(chunk)
    }
  }

  /** Null at the end; a stream that broke has ended, too. */
  async #chunk(): Promise<Buffer | null> {
    try {
      const next = await this.#chunks.next()
      return next.done === true ? null : next.value
    } catch {
      return null
    }
  }
}
