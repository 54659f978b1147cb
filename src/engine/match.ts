import type { BlobPlace } from '../model/index.js'
import type { CompiledRule } from '../rules/index.js'
import { unescapeBase64 } from './escapes.js'
import { latin1 } from './latin1.js'
import { likelyRunsIn } from './likely-runs.js'
import { type Run, runOf } from './runs.js'
import type { Range, Window } from './windows.js'

/** The reading of a text in which something was found that the text itself does not show. */
export interface Reading {
  /** Latin1; the match's place in it, half-open. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** What parts the match from the beginning of the stretch it was decoded from. */
  readonly within: BlobPlace
}

/** One place where a rule's pattern matches, not judged yet. */
export interface Match {
  readonly rule: CompiledRule
  /** Escapes of the surrounding syntax undone. */
  readonly value: string
  /** Offsets in the chunk, of the value as it is written. Half-open. */
  readonly start: number
  readonly end: number
  /** Null where it stands as it is. */
  readonly reading: Reading | null
}

/** A rule's pattern, and which characters it needs in a row. */
interface Pattern {
  readonly regex: RegExp
  readonly run: Run | null
}

export type Patterns = ReadonlyMap<CompiledRule, Pattern>

/** @throws SyntaxError naming the rule, where a pattern is no regular expression */
export const compilePatterns = (rules: readonly CompiledRule[]): Patterns => {
  const patterns = new Map<CompiledRule, Pattern>()
  for (const rule of rules) {
    if (rule.pattern === null) continue
    const run = rule.run === null ? null : runOf(rule.run, rule.entropy)
    patterns.set(rule, { regex: regexOf(rule.id, rule.pattern), run })
  }
  return patterns
}

const regexOf = (id: string, pattern: string): RegExp => {
  try {
    return new RegExp(pattern, 'gd')
  } catch (cause) {
    throw new SyntaxError(`rule ${id}: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

/** Seen beside a window, so that its edges are not taken for the edges of a token; the longest escape is shorter. */
const MARGIN_BYTES = 64

/**
 * What a rule's pattern takes in a window.
 * @param length bytes of `memory` that count
 */
export const matchesIn = (
  window: Window,
  memory: Uint8Array,
  length: number,
  patterns: Patterns,
): readonly Match[] => {
  const pattern = patterns.get(window.rule)
  if (pattern === undefined) return []
  const matches: Match[] = []
  const ranges = pattern.run === null ? [window] : likelyRunsIn(memory, window, pattern.run)
  for (const range of ranges) addMatches(range, window.rule, pattern, memory, length, matches)
  return matches
}

const addMatches = (
  range: Range,
  rule: CompiledRule,
  { regex, run }: Pattern,
  memory: Uint8Array,
  length: number,
  matches: Match[],
): void => {
  const from = Math.max(0, range.start - MARGIN_BYTES)
  const text = latin1(memory, from, Math.min(length, range.end + MARGIN_BYTES))
  // A run holds its matches whole: half of a short text would be searched for nothing.
  regex.lastIndex = run === null ? 0 : range.start - from
  for (let found = regex.exec(text); found !== null; found = regex.exec(text)) {
    const [start, end] = found.indices?.groups?.secret ?? [0, 0]
    if (found[0] === '') regex.lastIndex++
    if (from + start < range.start || from + end > range.end || start === end) continue
    const value = unescapeBase64(text.slice(start, end))
    matches.push({ rule, value, start: from + start, end: from + end, reading: null })
  }
}
