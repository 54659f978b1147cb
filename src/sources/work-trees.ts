import type { Result } from '../model/index.js'
import type { SourceError } from './source.js'
import { type WorkTree, workTreeOf } from './work-tree.js'

/** What git makes of directories, each asked about once. */
export class WorkTrees {
  readonly #known = new Map<string, Promise<Result<WorkTree, SourceError>>>()

  /** @param directory absolute and real */
  of(directory: string): Promise<Result<WorkTree, SourceError>> {
    const answer = this.#known.get(directory) ?? workTreeOf(directory)
    this.#known.set(directory, answer)
    return answer
  }
}
