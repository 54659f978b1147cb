import type { CompiledRule } from '../rules/index.js'
import { unescapeBase64 } from './escapes.js'
import { latin1 } from './latin1.js'
import { type Run, runOf, runsIn } from './runs.js'
import type { Range, Window } from './windows.js'

/** One place where a rule's pattern matches, not judged yet. */
export interface Match {
  readonly rule: CompiledRule
  /** Escapes of the surrounding syntax undone. */
  readonly value: string
  /** Offsets in the chunk, of the value as it is written. Half-open. */
  readonly start: number
  readonly end: number
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
    const run = rule.run === null ? null : runOf(rule.run.characters, rule.run.length)
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

/** @param length bytes of `memory` that count */
export function* matchesIn(
  window: Window,
  memory: Uint8Array,
  length: number,
  patterns: Patterns,
): Generator<Match> {
  const pattern = patterns.get(window.rule)
  if (pattern === undefined) return
  const ranges = pattern.run === null ? [window] : runsIn(memory, window, pattern.run)
  for (const range of ranges) yield* matchesAt(range, window.rule, pattern.regex, memory, length)
}

function* matchesAt(
  range: Range,
  rule: CompiledRule,
  regex: RegExp,
  memory: Uint8Array,
  length: number,
): Generator<Match> {
  const from = Math.max(0, range.start - MARGIN_BYTES)
  const text = latin1(memory, from, Math.min(length, range.end + MARGIN_BYTES))
  for (const found of text.matchAll(regex)) {
    const [start, end] = found.indices?.groups?.secret ?? [0, 0]
    if (from + start < range.start || from + end > range.end || start === end) continue
    yield {
      rule,
      value: unescapeBase64(text.slice(start, end)),
      start: from + start,
      end: from + end,
    }
  }
}
