import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Blob } from '../model/index.js'
import { runGit } from './git.js'
import { parseRawDiff } from './raw-diff.js'
import { codeOf } from './refusal.js'
import type { Change } from './source.js'
import { against, StagedChanges } from './staged-changes.js'
import { INDEX_DIFF } from './staged-diff.js'

/**
 * The commits that the next one will merge in, beside HEAD: what stands in one of them is not added by the merge. Asked
 * for where there is a finding only.
 */
export class MergedCommits {
  readonly #root: string
  #each: Promise<readonly StagedChanges[]> | null = null

  /** @param root top of the work tree */
  constructor(root: string) {
    this.#root = root
  }

  /** One for each of these commits; none where nothing is being merged. */
  async changesOf(blob: Blob): Promise<readonly Change[]> {
    this.#each ??= this.#load()
    return Promise.all((await this.#each).map((changes) => changes.of(blob)))
  }

  async #load(): Promise<readonly StagedChanges[]> {
    const loaded = await Promise.all((await this.#heads()).map((head) => this.#since(head)))
    return loaded.filter((changes) => changes !== null)
  }

  /** Null where git can't compare: then nothing is held back for this commit's sake. */
  async #since(head: string): Promise<StagedChanges | null> {
    const args = [...INDEX_DIFF, '--no-renames', '--diff-filter=d', ...against(head)]
    const listed = await runGit({ cwd: this.#root, args, repository: 'inherited' })
    if (!listed.ok) return null
    return new StagedChanges(this.#root, parseRawDiff(listed.value.stdout.toString('utf8')), head)
  }

  /** `MERGE_HEAD` holds one object id a line; there is no such file where nothing is being merged. */
  async #heads(): Promise<readonly string[]> {
    const args = ['rev-parse', '--git-path', 'MERGE_HEAD']
    const asked = await runGit({ cwd: this.#root, args, repository: 'inherited' })
    if (!asked.ok) return []
    try {
      const file = resolve(this.#root, asked.value.stdout.toString('utf8').replace(/\n$/, ''))
      return readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => /^[0-9a-f]{40,64}$/.test(line))
    } catch (error) {
      codeOf(error)
      return []
    }
  }
}
