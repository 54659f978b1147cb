import { isLfsPointer } from './lfs-pointer.js'
import { type Gone, type ObjectHeader, ObjectProcess, type ObjectStore } from './object-process.js'
import { type Refusal, skipped, unread } from './refusal.js'

interface CurrentObject {
  /** As it was asked for; null for what is no file and can only be passed over. */
  readonly name: string | null
  /** Bytes. */
  readonly size: number
  /** Bytes already taken. */
  position: number
}

/** So many processes may end in a row without an answer; after that git is taken to be broken, and no more are started. */
const MOST_FAILURES = 3

/**
 * So many objects are asked for before they are wanted: git works on them while the one before is scanned, and the way
 * there and back is no longer paid for each. All that is asked for must be taken, too, if the reader goes elsewhere.
 */
const MOST_AHEAD = 32

/** `<oid>^{commit}` and `<oid>^{tag}`: what such an object says. A plain id never means more than a file. */
const PEELED = /^[0-9a-f]{40,64}\^\{(commit|tag)\}$/

const GIT_ENDED = unread('io-error', 'git ended early')

/**
 * Reads git objects through one long-lived process, started at the first read. An object is passed on as it streams in:
 * reading on continues the stream, reading from an earlier place asks for the object again.
 */
export class ObjectReader {
  readonly #store: ObjectStore
  #process: ObjectProcess | null = null
  #current: CurrentObject | null = null
  #failures = 0
  #expected: readonly string[] = []
  /** How many of the expected ones were reached. */
  #reached = 0
  /** The stream has one reader at a time. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(store: ObjectStore) {
    this.#store = store
  }

  /** As `Reader.expect`: instead of what was expected before. Nothing is asked for until the next read. */
  expect(names: readonly string[]): void {
    this.#turn = this.#turn.then(() => {
      this.#expected = names.filter((name) => !name.includes('\n'))
      this.#reached = 0
    })
  }

  /** As `Reader.read`. @param name object id (of a file, or with `^{commit}` or `^{tag}`), `:path` or `<commit>:path` */
  read(name: string, into: Uint8Array, at: number): Promise<number | Refusal> {
    const turn = this.#turn.then(() => this.#read(name, into, at))
    this.#turn = turn
    return turn
  }

  async close(): Promise<void> {
    await this.#turn
    await this.#stop()
  }

  async #read(name: string, into: Uint8Array, at: number): Promise<number | Refusal> {
    if (name.includes('\n')) return unread('object-missing', 'a name with a line feed can not be asked for')
    const object = await this.#objectAt(name, at)
    if (object === 'gone') return this.#failed()
    if ('class' in object) return object
    const got = await this.#fill(object, into)
    if (got === 'gone') return this.#failed()
    return at === 0 && isLfsPointer(into.subarray(0, got), object.size) ? skipped('lfs-pointer') : got
  }

  async #objectAt(name: string, at: number): Promise<CurrentObject | Refusal | Gone> {
    const open = this.#current
    const isOnTheWay = open?.name === name && open.position <= at
    const object = isOnTheWay ? open : await this.#request(name)
    if (object === 'gone' || 'class' in object) return object
    return (await this.#discard(object, Math.min(at, object.size))) ?? object
  }

  async #request(name: string): Promise<CurrentObject | Refusal | Gone> {
    if (this.#failures >= MOST_FAILURES) return GIT_ENDED
    const open = this.#current
    // Git ending in what nobody wanted to read any more is no failure of the next object.
    if (open !== null && (await this.#discard(open, open.size)) === 'gone') await this.#stop()
    this.#current = null
    const header = await this.#ask(name)
    if (header === 'gone') return 'gone'
    this.#failures = 0
    if (header === null) return unread('object-missing', 'git does not have this object')
    return this.#opened(name, header)
  }

  async #ask(name: string): Promise<ObjectHeader | null | Gone> {
    if ((await this.#passOver(name)) === 'gone') await this.#stop()
    try {
      this.#process ??= new ObjectProcess(this.#store)
    } catch {
      // The system starts no more processes: as good as one that ended at once.
      return 'gone'
    }
    this.#askAhead(this.#process, name)
    return this.#process.answer()
  }

  /** Takes what was asked for ahead and is not wanted now, up to `name` or all of it. */
  async #passOver(name: string): Promise<null | Gone> {
    const process = this.#process
    while (process !== null && process.waiting.length > 0 && process.waiting[0] !== name) {
      const header = await process.answer()
      if (header === 'gone') return 'gone'
      const size = header?.size ?? 0
      if ((await this.#discard({ name: null, size, position: 0 }, size)) === 'gone') return 'gone'
    }
    return null
  }

  #askAhead(process: ObjectProcess, name: string): void {
    const place = this.#expected.indexOf(name, this.#reached)
    if (place >= 0) this.#reached = place + 1
    const ahead = process.waiting.length - 1
    // Half of it at a time: a write for each would cost what this is to save.
    if (ahead > MOST_AHEAD / 2) return
    const first = this.#reached + Math.max(ahead, 0)
    const names = this.#expected.slice(first, this.#reached + MOST_AHEAD)
    process.ask(ahead < 0 ? [name, ...names] : names)
  }

  #opened(name: string, { type, size }: ObjectHeader): CurrentObject | Refusal {
    const wanted = PEELED.exec(name)?.[1] ?? 'blob'
    this.#current = { name: type === wanted ? name : null, size, position: 0 }
    if (type === wanted) return this.#current
    return unread('object-missing', `a ${type}, not a ${wanted === 'blob' ? 'file' : wanted}`)
  }

  async #discard(object: CurrentObject, until: number): Promise<null | Gone> {
    while (object.position < until) {
      const piece = await this.#take(object, until - object.position)
      if (piece === 'gone') return 'gone'
    }
    return null
  }

  async #fill(object: CurrentObject, into: Uint8Array): Promise<number | Gone> {
    let filled = 0
    while (filled < into.length && object.position < object.size) {
      const piece = await this.#take(object, Math.min(into.length - filled, object.size - object.position))
      if (piece === 'gone') return 'gone'
      into.set(piece, filled)
      filled += piece.length
    }
    return filled
  }

  async #take(object: CurrentObject, most: number): Promise<Uint8Array | Gone> {
    const piece = (await this.#process?.take(most)) ?? 'gone'
    if (piece !== 'gone') object.position += piece.length
    return piece
  }

  /**
   * The object at which git ended is not asked for again; the next one starts a new process. In a partial clone git ends
   * at every object that it would have to fetch, which is no sign of a broken git.
   */
  async #failed(): Promise<Refusal> {
    const lastWords = await this.#stop()
    if (/could not fetch/.test(lastWords))
      return unread('object-missing', 'a partial clone left this object out')
    this.#failures++
    return GIT_ENDED
  }

  async #stop(): Promise<string> {
    const process = this.#process
    this.#process = null
    this.#current = null
    return (await process?.end()) ?? ''
  }
}
