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

/** Where git is started. */
export interface ObjectStore {
  /** Absolute; the top of the work tree, to which a hook's index may be relative. */
  readonly cwd: string
  /** Absolute; the repository itself, where none is to be looked for. */
  readonly gitDir?: string | undefined
}

/** Git would read the object to peel it, and again to answer; a full id is told without. */
const PEELING = /(?<=^[0-9a-f]{40,64})\^\{(?:commit|tag)\}$/

/** One `git cat-file --batch`. Objects are answered in the order they are asked for, and taken each up to its end. */
export class ObjectProcess {
  readonly #child: Child
  readonly #ended: Promise<void>
  readonly #chunks: AsyncIterator<Buffer>
  readonly #parser = new BatchParser()
  #events: BatchEvent[] = []
  /** Asked for, and the answer was not looked at yet. */
  #waiting: string[] = []
  /** Contents that were received and not yet taken. */
  #piece: Uint8Array = new Uint8Array(0)
  #stderr = ''

  /** @throws Error where the system starts no more processes */
  constructor(store: ObjectStore) {
    this.#child = startGit({
      ...store,
      args: ['cat-file', '--batch'],
      repository: store.gitDir === undefined ? 'inherited' : 'discovered',
    })
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

  /** What `answer` will be about, in order. */
  get waiting(): readonly string[] {
    return this.#waiting
  }

  /** @param names object ids or revision expressions, without line feeds */
  ask(names: readonly string[]): void {
    if (names.length === 0) return
    this.#child.stdin.write(names.map((name) => `${name.replace(PEELING, '')}\n`).join(''))
    this.#waiting.push(...names)
  }

  /** About the first that waits; all of the one before must be taken. @returns null where there is no such object */
  async answer(): Promise<ObjectHeader | null | Gone> {
    this.#waiting.shift()
    const event = await this.#next()
    if (event === 'gone' || event.kind === 'garbled' || event.kind === 'content') return 'gone'
    return event.kind === 'object' ? event : null
  }

  /** The next bytes of the object that was answered last, at least one and at most `most`. The caller counts. */
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
