import { Worker } from 'node:worker_threads'
import type { Blob } from '../model/index.js'
import { type BatchReport, internalError } from './batch-scan.js'
import type { WorkerReply, WorkerSetup, WorkerTask } from './worker-messages.js'

/** Batches a worker has at a time: the next one lies ready when it is done with one. */
const BATCHES_AHEAD = 2

interface Task {
  readonly blobs: readonly Blob[]
  readonly done: (report: BatchReport) => void
  tries: number
}

/** A worker thread and what it was given and has not answered. */
interface Seat {
  readonly worker: Worker
  readonly tasks: Map<number, Task>
}

export interface WorkerPoolOptions {
  readonly setup: WorkerSetup
  readonly workers: number
  /** The worker's bundled file. */
  readonly entry: URL
}

/**
 * Threads that scan batches of blobs. A thread that dies is replaced and its batches are tried once more; what kills a
 * second thread is reported as unread, so that nothing is silently left out.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions
  readonly #waiting: Task[] = []
  readonly #seats = new Set<Seat>()
  #room: (() => void)[] = []
  #nextBatch = 0
  #closed = false

  constructor(options: WorkerPoolOptions) {
    this.#options = options
    for (let i = 0; i < options.workers; i++) this.#seat()
  }

  /** Resolves when this batch has been scanned. */
  scan(blobs: readonly Blob[]): Promise<BatchReport> {
    return new Promise((done) => {
      this.#waiting.push({ blobs, done, tries: 0 })
      this.#deal()
    })
  }

  /** Resolves when another batch would not have to wait long: who lists faster than others scan must not pile up work. */
  async room(): Promise<void> {
    if (this.#waiting.length < this.#options.workers) return
    await new Promise<void>((resolve) => {
      this.#room.push(resolve)
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#seats].map(({ worker }) => worker.terminate()))
  }

  #seat(): void {
    const worker = new Worker(this.#options.entry, { workerData: this.#options.setup })
    const seat: Seat = { worker, tasks: new Map() }
    this.#seats.add(seat)
    worker.on('message', (reply: WorkerReply) => this.#answered(seat, reply))
    // `exit` follows an `error` and says all that is needed: the thread is gone.
    worker.on('error', () => {})
    worker.on('exit', () => this.#lost(seat))
  }

  #answered(seat: Seat, { batch, report }: WorkerReply): void {
    seat.tasks.get(batch)?.done(report)
    seat.tasks.delete(batch)
    this.#deal()
  }

  #lost(seat: Seat): void {
    this.#seats.delete(seat)
    if (this.#closed) return
    // Batches are worked on in order: the first one was, the others only lay ready.
    const [first, ...ready] = seat.tasks.values()
    this.#waiting.unshift(...ready)
    if (first !== undefined) {
      first.tries++
      if (first.tries < 2) this.#waiting.unshift(first)
      else first.done(lostReport(first.blobs))
    }
    this.#deal()
  }

  #deal(): void {
    // Replaced only when there is work: a thread that can't even start must not be started for ever.
    while (this.#waiting.length > 0 && this.#seats.size < this.#options.workers) this.#seat()
    for (const { worker, tasks } of this.#seats) {
      while (tasks.size < BATCHES_AHEAD) {
        const task = this.#waiting.shift()
        if (task === undefined) break
        const batch = this.#nextBatch++
        tasks.set(batch, task)
        worker.postMessage({ batch, blobs: task.blobs } satisfies WorkerTask)
      }
    }
    if (this.#waiting.length >= this.#options.workers) return
    const waiting = this.#room
    this.#room = []
    for (const resolve of waiting) resolve()
  }
}

const lostReport = (blobs: readonly Blob[]): BatchReport => ({
  files: 0,
  bytes: 0,
  examples: 0,
  unread: blobs.map((blob) => internalError(blob, new Error('a scanning thread ended'))),
  skipped: [],
  hits: [],
})
