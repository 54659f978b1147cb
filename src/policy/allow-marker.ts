import type { Suppression } from '../model/index.js'

/**
 * `keysieve:allow RULE[,RULE] [-- reason]` allows findings of these rules on its own line,
 * `keysieve:allow-next-line …` on the following one. The rule is mandatory: a bare marker allows nothing.
 */
export interface AllowMarker {
  readonly scope: 'line' | 'next-line'
  readonly rules: readonly string[]
  readonly reason: string | null
}

/** A marker stands for itself: not part of a longer word on its left. Rules are ids joined by commas. */
const MARKER =
  /(?<![\w:-])keysieve:allow(?<next>-next-line)?[ \t]+(?<rules>[a-z0-9]+(?:-[a-z0-9]+)*(?:,[ \t]*[a-z0-9]+(?:-[a-z0-9]+)*)*)(?![\w-])(?:[ \t]+--[ \t]*(?<reason>[^\r\n]{1,200}))?/g

/** What closes a comment is not part of the reason. */
const COMMENT_END = /\s*(?:\*\/|-->|--%>|%>|\*\)|#>|\]\])\s*$/

export const allowMarkersIn = (line: string): readonly AllowMarker[] => {
  if (!line.includes('keysieve:allow')) return []
  return [...line.matchAll(MARKER)].map(({ groups }) => ({
    scope: groups?.next === undefined ? 'line' : 'next-line',
    rules: (groups?.rules ?? '').split(/,[ \t]*/),
    reason: groups?.reason?.replace(COMMENT_END, '').trim() || null,
  }))
}

/** Text of a 1-based line, or null where it is not known or does not exist. */
export type LineText = (line: number) => string | null

/** The marker that allows a finding of this rule on any of these lines (1-based, both ends included), if there is one. */
export const suppressionOf = (
  ruleId: string,
  lines: readonly { readonly first: number; readonly last: number }[],
  textOf: LineText,
): Suppression | null => {
  for (const { first, last } of lines) {
    for (let line = first - 1; line <= last; line++) {
      for (const marker of allowMarkersIn(textOf(line) ?? '')) {
        const covers = marker.scope === 'line' ? line >= first : line < last
        if (covers && marker.rules.includes(ruleId)) return { kind: 'inline', line, reason: marker.reason }
      }
    }
  }
  return null
}
