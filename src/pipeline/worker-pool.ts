import { Worker } from 'node:worker_threads'
import type { Blob } from '../model/index.js'
import { type BatchReport, internalError } from './batch-scan.js'
import type { WorkerReply, WorkerSetup, WorkerTask } from './worker-messages.js'

/** Batches a worker has at a time: others lie ready while the main thread is busy with one of its own. */
const BATCHES_AHEAD = 4

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
  #nextBatch = 0
  #closed = false

  constructor(options: WorkerPoolOptions) {
    this.#options = options
  }

  /** The report of this batch, once a thread has scanned it; null where all threads have enough to do. */
  offer(blobs: readonly Blob[]): Promise<BatchReport> | null {
    if (this.#waiting.length > 0 || !this.#hasRoom()) return null
    return new Promise((done) => {
      this.#waiting.push({ blobs, done, tries: 0 })
      this.#deal()
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
    // Started only when there is work: a thread that can't even start must not be started for ever.
    while (this.#waiting.length > 0 && this.#seats.size < this.#options.workers && !this.#hasIdle())
      this.#seat()
    for (const { worker, tasks } of this.#seats) {
      while (tasks.size < BATCHES_AHEAD) {
        const task = this.#waiting.shift()
        if (task === undefined) break
        const batch = this.#nextBatch++
        tasks.set(batch, task)
        worker.postMessage({ batch, blobs: task.blobs } satisfies WorkerTask)
      }
    }
  }

  #hasIdle(): boolean {
    return [...this.#seats].some(({ tasks }) => tasks.size === 0)
  }

  #hasRoom(): boolean {
    return (
      this.#seats.size < this.#options.workers ||
      [...this.#seats].some(({ tasks }) => tasks.size < BATCHES_AHEAD)
    )
  }
}

const lostReport = (blobs: readonly Blob[]): BatchReport => ({
  files: 0,
  bytes: 0,
  examples: 0,
  unread: blobs.map((blob) => internalError(blob, new Error('a scanning thread ended'))),
  skipped: [],
  telling: blobs.map((_, place) => place),
  hits: [],
})
