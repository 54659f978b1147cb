import { shannonEntropy } from '../../engine/index.js'
import type { OwnSecret, Strength } from '../../model/index.js'
import { literalOf, MOST_OWN_BYTES } from '../../rules/index.js'

/** Bits a character, by Shannon: below it are words that repeat themselves, and values that stand everywhere. */
const LEAST_ENTROPY = 3

/** As many anchors as the kernel takes without losing its pace. */
const MOST_VALUES = 2_000
/** All values together become one pattern. */
const MOST_BYTES = 256 * 1024

export interface Kept {
  readonly value: string
  /** As `OwnSource.words`. */
  readonly words: string
  /** Absolute and real; null for what is in no file. */
  readonly file: string | null
  readonly strength: Strength
}

/** The values that are looked for, each once, with the first place that it was met in and every file it is kept in. */
export class OwnSecretCollection {
  readonly #found = new Map<string, OwnSecret>()
  #bytes = 0
  /** Values that were left out, there being more than are looked for. */
  leftOut = 0

  add({ value, words, file, strength }: Kept): void {
    const known = this.#found.get(value)
    const files = file === null ? [] : [file]
    if (known !== undefined) {
      const source = { ...known.source, files: [...new Set([...known.source.files, ...files])] }
      this.#found.set(value, { value, source })
      return
    }
    if (shannonEntropy(value) < LEAST_ENTROPY) return
    const bytes = literalOf(value).length
    if (bytes > MOST_OWN_BYTES || this.#found.size >= MOST_VALUES || this.#bytes + bytes > MOST_BYTES) {
      this.leftOut++
      return
    }
    this.#bytes += bytes
    this.#found.set(value, { value, source: { words, files, strength } })
  }

  get secrets(): readonly OwnSecret[] {
    return [...this.#found.values()]
  }
}
