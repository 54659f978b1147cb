import type { Refusal } from '../refusal.js'

const MIB = 1 << 20

/** Members of one archive, and of all that one outermost blob holds. */
export const MOST_MEMBERS = 20_000
const MOST_MEMBERS_IN_ALL = 100_000

/** Archives in archives: as many names a finding may stand behind. */
export const MOST_DEPTH = 4

/**
 * How much may come out of so many stored bytes: text hardly ever shrinks to less than a hundredth, and what is small
 * anyway does no harm.
 */
const MOST_TIMES = 200
const FREE_BYTES = 16 * MIB

/** What may come out of one outermost blob; of a large one as much as honest content of its size may have. */
const MOST_BYTES = 512 * MIB
const MOST_TIMES_LARGE = 8

/** Passes over all that was unpacked: looking again at what was found costs some, and an archive could ask for thousands. */
const MOST_PASSES = 16

/** Archives held in memory while their members are read, where going back would mean to unpack from the beginning. */
const MOST_HELD = 16 * MIB

/** Why an archive is not read on. */
type Limit = Extract<Refusal, { class: 'unread' }>

const limit = (detail: string): Limit => ({ class: 'unread', reason: 'archive-limit', detail })

const tooLarge = (most: number): Limit => limit(`it unpacks to more than ${Math.floor(most / MIB)} MiB`)

export const TOO_MANY_MEMBERS = limit(`it has more than ${MOST_MEMBERS.toLocaleString('en')} members`)
export const TOO_DEEP = limit(`archives lie in each other more than ${MOST_DEPTH} deep`)
const TOO_MUCH_WORK = limit('looking at it again takes too long')

/** What may be spent on one outermost blob, however its archives lie in each other. */
export class Unpacking {
  readonly #most: number
  #unpacked = 0
  #worked = 0
  #members = 0
  #held = 0

  /** @param stored bytes of the outermost blob */
  constructor(stored: number) {
    this.#most = Math.min(
      Math.max(FREE_BYTES, MOST_TIMES * stored),
      Math.max(MOST_BYTES, MOST_TIMES_LARGE * stored),
    )
  }

  /** Why no more members are opened; null while there is no reason. */
  ended(): Limit | null {
    if (this.#unpacked >= this.#most) return tooLarge(this.#most)
    if (this.#members > MOST_MEMBERS_IN_ALL) return limit('the archives in it have too many members')
    return this.#worked > this.#mostWork() ? TOO_MUCH_WORK : null
  }

  countMember(): void {
    this.#members++
  }

  /** @param stored bytes of the member in its archive */
  allowanceFor(stored: number): Allowance {
    const most = Math.max(FREE_BYTES, MOST_TIMES * stored)
    let taken = 0
    return {
      take: (wanted) => {
        const given = Math.max(0, Math.min(wanted, most - taken, this.#most - this.#unpacked))
        taken += given
        this.#unpacked += given
        return given
      },
      why: () => this.ended() ?? tooLarge(most),
      work: (bytes) => {
        this.#worked += bytes
        return this.#worked <= this.#mostWork() ? null : TOO_MUCH_WORK
      },
    }
  }

  /** Whether so many bytes may be held; who was allowed to gives them back. */
  hold(bytes: number): boolean {
    if (this.#held + bytes > MOST_HELD) return false
    this.#held += bytes
    return true
  }

  release(bytes: number): void {
    this.#held -= bytes
  }

  #mostWork(): number {
    return MOST_PASSES * Math.max(FREE_BYTES, this.#unpacked)
  }
}

/** What may be spent on one member. */
export interface Allowance {
  /** Of so many bytes that came out for the first time, how many may be looked at. */
  take(wanted: number): number
  /** Why those were not all. */
  why(): Limit
  /** Bytes that came out, for the first time or again. @returns why that was too much */
  work(bytes: number): Limit | null
}
