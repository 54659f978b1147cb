import { type Blob, containerOf } from '../model/index.js'
import type { ClosedMember } from '../sources/archives.js'
import type { ScannedPart } from './blob-scan.js'

type Refusal = ClosedMember['why']

/** Members of one archive that are named; the others are counted. An archive with a password may have thousands. */
const MOST_NAMED = 20

/** Tells what could not be read of one archive. */
export class ClosedMembers {
  readonly #archive: Blob
  #told = 0
  #last: Refusal | null = null

  constructor(archive: Blob) {
    this.#archive = archive
  }

  /** @param name null for the archive itself, which is always told */
  *tell(name: string | null, why: Refusal): Generator<ScannedPart> {
    if (name === null) yield this.#part([], why)
    else {
      this.#last = why
      if (++this.#told <= MOST_NAMED) yield this.#part([name], why)
    }
  }

  /** The members that were not named. */
  *rest(): Generator<ScannedPart> {
    const more = this.#told - MOST_NAMED
    if (this.#last?.class !== 'unread' || more <= 0) return
    const detail = `${more} more ${more === 1 ? 'member' : 'members'} of it`
    yield this.#part([], { ...this.#last, detail })
  }

  #part(names: readonly string[], why: Refusal): ScannedPart {
    const blob = this.#archive
    const container = [...(containerOf(blob).container ?? []), ...names]
    const outcome = { ...why, path: blob.path, ...(container.length === 0 ? {} : { container }) }
    return { blob, outcome }
  }
}
