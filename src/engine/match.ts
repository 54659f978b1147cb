import type { CompiledRule } from '../rules/index.js'
import { unescapeBase64 } from './escapes.js'
import { latin1 } from './latin1.js'
import type { Window } from './windows.js'

/** One place where a rule's pattern matches, not judged yet. */
export interface Match {
  readonly rule: CompiledRule
  /** Escapes of the surrounding syntax undone. */
  readonly value: string
  /** Offsets in the chunk, of the value as it is written. Half-open. */
  readonly start: number
  readonly end: number
  /** The window's text (latin1) and the value's place in it. */
  readonly around: { readonly text: string; readonly start: number; readonly end: number }
}

export type Patterns = ReadonlyMap<CompiledRule, RegExp>

/** @throws SyntaxError naming the rule, where a pattern is no regular expression */
export const compilePatterns = (rules: readonly CompiledRule[]): Patterns => {
  const patterns = new Map<CompiledRule, RegExp>()
  for (const rule of rules) if (rule.pattern !== null) patterns.set(rule, regexOf(rule.id, rule.pattern))
  return patterns
}

const regexOf = (id: string, pattern: string): RegExp => {
  try {
    return new RegExp(pattern, 'gd')
  } catch (cause) {
    throw new SyntaxError(`rule ${id}: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

export function* matchesIn(window: Window, memory: Uint8Array, patterns: Patterns): Generator<Match> {
  const pattern = patterns.get(window.rule)
  if (pattern === undefined) return
  const text = latin1(memory, window.start, window.end)
  for (const found of text.matchAll(pattern)) {
    const place = found.indices?.groups?.secret
    if (place === undefined) continue
    const [start, end] = place
    yield {
      rule: window.rule,
      value: unescapeBase64(text.slice(start, end)),
      start: window.start + start,
      end: window.start + end,
      around: { text, start, end },
    }
  }
}
