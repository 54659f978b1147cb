import type { Candidate, Detection, Linker, Occurrence, OwnSecret } from '../../model/index.js'
import { literalOf } from '../../rules/index.js'

/** Says of each own secret that stands in a blob where it is kept; the same one at several places is one detection. */
export const ownSecretLinker = (secrets: readonly OwnSecret[]): Linker => {
  const byLiteral = new Map(secrets.map(({ value, source }) => [literalOf(value), source]))
  return (candidates) => {
    const found = new Map<string, Candidate[]>()
    for (const candidate of candidates) {
      const literal = literalAt(candidate)
      const places = found.get(literal)
      if (places === undefined) found.set(literal, [candidate])
      else places.push(candidate)
    }
    return [...found].flatMap(([literal, [first, ...rest]]): readonly Detection[] => {
      const own = byLiteral.get(literal)
      if (own === undefined || first === undefined) return []
      return [
        {
          ruleId: first.ruleId,
          values: { secret: first.value },
          primary: 'secret',
          occurrences: [occurrenceOf(first), ...rest.map(occurrenceOf)],
          also: [],
          confidence: first.confidence,
          facts: {},
          why: [],
          own,
        },
      ]
    })
  }
}

/** As it stands in the blob: the candidate's own value may have been taken out of escapes that are a part of it. */
const literalAt = ({ around: { text, start, end } }: Candidate): string => text.slice(start, end)

const occurrenceOf = ({ span, name }: Candidate): Occurrence => ({
  parts: [{ role: 'secret', span }],
  name,
})
