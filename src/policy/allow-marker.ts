/**
 * `keysieve:allow RULE[,RULE] [-- reason]` allows findings of these rules on its own line,
 * `keysieve:allow-next-line …` on the following one. The rule is mandatory: a bare marker allows nothing.
 */
export interface AllowMarker {
  readonly scope: 'line' | 'next-line'
  readonly rules: readonly string[]
  /** As it is written, up to the comment's end: not to be shown, see `maskReason`. */
  readonly reason: string | null
}

/** What every marker begins with. */
export const MARKER_HEAD = 'keysieve:allow'

/** A reason that is longer is cut. */
const MOST_REASON = 200

/** A marker stands for itself: not part of a longer word on its left. Rules are ids joined by commas. */
const MARKER =
  /(?<![\w:-])keysieve:allow(?<next>-next-line)?[ \t]+(?<rules>[a-z0-9]+(?:-[a-z0-9]+)*(?:,[ \t]*[a-z0-9]+(?:-[a-z0-9]+)*)*)(?![\w-])(?:[ \t]+--[ \t]*(?<reason>[^\r\n]+))?/y

/** What closes a comment closes the reason, wherever it stands: code may follow. */
const COMMENT_END = /\*\/|--%?>|[%?#]>|\*\)|\]\]|[#*%|-]\}|\}\}|\|#/

/** The marker that begins at this place of a line. */
export const allowMarkerAt = (line: string, at: number): AllowMarker | null => {
  MARKER.lastIndex = at
  const groups = MARKER.exec(line)?.groups
  if (groups === undefined) return null
  return {
    scope: groups.next === undefined ? 'line' : 'next-line',
    rules: (groups.rules ?? '').split(/,[ \t]*/),
    reason: reasonOf(groups.reason ?? ''),
  }
}

const reasonOf = (text: string): string | null => {
  const end = text.search(COMMENT_END)
  const reason = (end < 0 ? text : text.slice(0, end)).trim()
  if (reason.length <= MOST_REASON) return reason || null
  // Up to a blank: the first half of a word may look harmless where the whole does not.
  return `${reason.slice(0, reason.lastIndexOf(' ', MOST_REASON) + 1).trim()} …`.trim()
}
