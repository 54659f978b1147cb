import type { LineRange } from './source.js'

const LF = 0x0a
const BACKSLASH = 0x5c
/** Longer than the numbers of any header; what follows them is a line of the file. */
const HEADER_BYTES = 96

/**
 * The lines that a unified diff of two blobs without context (`-U0`) adds. Lines of a hunk are passed over by their
 * count, never by their looks: a deleted line `-- x` is shown as `--- x`. Takes the diff in pieces that may end anywhere
 * and keeps no line.
 */
export class HunkParser {
  readonly #added: LineRange[] = []
  /** Lines of the hunk that are still to come. */
  #left = 0
  /** Beginning of the line that is being read, at most `HEADER_BYTES`. */
  #line = ''

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) {
      const end = chunk.indexOf(LF, at)
      const stop = end < 0 ? chunk.length : end
      const room = HEADER_BYTES - this.#line.length
      if (room > 0) this.#line += chunk.toString('latin1', at, Math.min(stop, at + room))
      if (end >= 0) this.#endLine()
      at = stop + 1
    }
  }

  /** In order, without overlap. */
  added(): readonly LineRange[] {
    return this.#added
  }

  #endLine(): void {
    const line = this.#line
    this.#line = ''
    // "\ No newline at end of file" belongs to the line before and is counted by nobody.
    if (line.charCodeAt(0) === BACKSLASH) return
    if (this.#left > 0) this.#left--
    else this.#header(line)
  }

  #header(line: string): void {
    const [found, removed, first, count] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? []
    if (found === undefined) return
    const added = Number(count ?? 1)
    this.#left = Number(removed ?? 1) + added
    if (added > 0) this.#added.push({ first: Number(first), last: Number(first) + added - 1 })
  }
}
