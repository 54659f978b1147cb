/** A commit, and what it put to which path; of a merge only what none of its parents has there. */
export type LogEvent =
  | { readonly kind: 'commit'; readonly commit: string; readonly date: string; readonly author: string }
  /** Belongs to the commit before it. `path` is exact, but for bytes that are not UTF-8. */
  | { readonly kind: 'change'; readonly oid: string; readonly path: string }

/** For `RawLogParser`: raw author name and ISO date, and names between NULs. Configuration of the repository's is undone. */
export const RAW_LOG: readonly string[] = [
  '-z',
  '--format=%x01%H%x00%aI%x00%an',
  '--encoding=UTF-8',
  '--no-mailmap',
  '--no-show-signature',
  '--no-notes',
  '--no-color',
]

/** With each commit's changes, against all of its parents together. */
export const RAW_CHANGES: readonly string[] = [
  ...['--raw', '--no-abbrev', '--root', '-c', '--no-renames', '--no-relative'],
  ...['--no-ext-diff', '--no-textconv', '--ignore-submodules=none', '-O/dev/null'],
]

/**
 * Colons, one for each parent; modes and ids of the parents and of the result; a letter for each parent. A line feed may
 * stand before a commit's first one.
 */
const CHANGE = /^\n?:+(?:[0-7]{6} )+((?:[0-9a-f]{40,64} )*)([0-9a-f]{40,64}) [A-Z]+\d*$/

/** Reads the fields of `git log` with `RAW_LOG` and `RAW_CHANGES`, however they are cut into groups. */
export class RawLogParser {
  /** What the fields to come are, the next one last. */
  #awaited: ('date' | 'author' | 'path')[] = []
  #commit = ''
  #date = ''
  /** Null where the change did not bring it. */
  #oid: string | null = null

  /** @param fields without the NULs behind them */
  push(fields: readonly string[]): readonly LogEvent[] {
    return fields.flatMap((field) => this.#event(field) ?? [])
  }

  #event(field: string): LogEvent | null {
    switch (this.#awaited.pop()) {
      case 'date':
        // A date that git can't read comes back as the placeholder.
        this.#date = /^\d{4}-/.test(field) ? field : ''
        return null
      case 'author':
        return { kind: 'commit', commit: this.#commit, date: this.#date, author: field }
      case 'path':
        return this.#oid === null ? null : { kind: 'change', oid: this.#oid, path: field }
      case undefined:
        this.#begin(field)
        return null
    }
  }

  /** What begins neither a commit nor a change is the empty field between them. */
  #begin(field: string): void {
    if (field.startsWith('\x01')) {
      this.#commit = field.slice(1)
      this.#awaited = ['author', 'date']
      return
    }
    const [, parents = '', oid] = CHANGE.exec(field) ?? []
    if (oid === undefined) return
    // A file whose mode alone changed was there before.
    this.#oid = parents.includes(oid) ? null : oid
    this.#awaited = ['path']
  }
}
