import { err, ok, type Result } from '../model/index.js'
import type { CompiledRule, RuleSet } from '../rules/index.js'
import type { RequestError } from './request.js'

/**
 * The rules that a run reports. A linked rule needs the rules of its parts to run, so selecting decides what is
 * reported, not what is matched: see `isReported`.
 */
export interface RuleSelection {
  readonly rules: RuleSet
  readonly isReported: (id: string) => boolean
}

export const selectRules = (
  rules: RuleSet,
  only: readonly string[] | null,
  except: readonly string[],
): Result<RuleSelection, RequestError> => {
  const known = new Set(rules.rules.map(({ id }) => id))
  for (const id of [...(only ?? []), ...except]) {
    if (!known.has(id)) return err({ kind: 'unknown-rule', id, suggestion: nearest(id, [...known]) })
  }
  const isReported = (id: string): boolean => (only === null || only.includes(id)) && !except.includes(id)
  const needed = neededFor(rules.rules, isReported)
  return ok({
    rules: { rules: rules.rules.filter(({ id }) => needed.has(id)) },
    isReported,
  })
}

/**
 * Reported rules and what they stand on: the linked rule that a part belongs to (left out, it still says that an id has
 * its secret), the parts of a linked rule, the rules whose anchors a companion runs around, and those whose matches hold
 * pieces that look like others'.
 */
const neededFor = (
  rules: readonly CompiledRule[],
  isReported: (id: string) => boolean,
): ReadonlySet<string> => {
  const needed = new Set(
    rules.filter(({ id, overlap }) => isReported(id) || overlap === 'wins').map(({ id }) => id),
  )
  for (let before = -1; needed.size > before; ) {
    before = needed.size
    for (const { id, linked, companion } of rules) {
      const parts = Object.values(linked?.parts ?? {})
      if (parts.some((part) => needed.has(part))) needed.add(id)
      if (needed.has(id)) for (const other of [...parts, ...(companion?.of ?? [])]) needed.add(other)
    }
  }
  return needed
}

/** The known id that shares the longest beginning, if it shares more than the provider. */
const nearest = (id: string, known: readonly string[]): string | null => {
  const shared = (other: string): number => {
    let length = 0
    while (length < id.length && id[length] === other[length]) length++
    return length
  }
  const best = known.reduce<string | null>((a, b) => (a === null || shared(b) > shared(a) ? b : a), null)
  return best !== null && shared(best) >= 3 ? best : null
}
