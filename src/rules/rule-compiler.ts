import { err, ok, type Result } from '../model/index.js'
import { alphabetOf, bounded, charactersOf } from './boundary.js'
import type { Anchor, CompiledRule, RuleSet } from './compiled-rule.js'
import type { ReadRuleFile, RuleFault, RuleFile, WrittenAnchor, WrittenRule } from './rule-file.js'

const DEFAULT_WINDOW_BYTES = 4096

/** Rule files become one set, sorted by id. All faults of all files, not the first. */
export const compileRules = (files: readonly ReadRuleFile[]): Result<RuleSet, readonly RuleFault[]> => {
  const faults = [...files.flatMap(faultsOf), ...faultsBetween(files)]
  if (faults.length > 0) return err(faults)
  const rules = files.flatMap(({ content }) => content.rules.map((rule) => compiled(rule, content)))
  return ok({ rules: rules.sort((a, b) => (a.id < b.id ? -1 : 1)) })
}

const compiled = (rule: WrittenRule, file: RuleFile): CompiledRule => ({
  id: rule.id,
  provider: file.provider,
  name: rule.name,
  description: flowing(rule.description),
  remedy: flowing(rule.remedy),
  docs: rule.docs ?? file.docs,
  severity: rule.severity,
  confidence: rule.confidence,
  source: rule.source,
  anchors: (rule.anchors ?? []).map(anchorOf),
  pattern: rule.pattern === undefined ? null : bounded(rule.pattern, alphabetFor(rule)),
  run:
    rule.run === undefined
      ? null
      : {
          characters: charactersOf(rule.pattern ?? ''),
          length: rule.run,
          longest: rule.longest ?? null,
        },
  role: rule.role ?? 'secret',
  strength: rule.strength ?? 'strong',
  prefix: rule.prefix ?? '',
  entropy: rule.entropy ?? null,
  checks: (rule.checks ?? []).flatMap((check) =>
    Object.entries(check).map(([name, miss]) => ({ name, miss })),
  ),
  facts: rule.facts ?? null,
  overlap: rule.overlap ?? 'shares',
  companion:
    rule.companion === undefined
      ? null
      : {
          of: rule.companion.of ?? [],
          words: (rule.companion.words ?? []).map(anchorOf),
          lines: rule.companion.lines,
          bytes: rule.companion.bytes,
          near: rule.companion.near ?? { lines: rule.companion.lines, bytes: rule.companion.bytes },
        },
  linked: rule.linked ?? null,
  encoded: (rule.encoded ?? []).map(anchorOf),
  window: rule.window ?? DEFAULT_WINDOW_BYTES,
})

/** YAML's folded texts end with a line break, and where a line ended is of no meaning. */
const flowing = (text: string): string => text.trim().replace(/\s+/g, ' ')

const anchorOf = (anchor: WrittenAnchor): Anchor =>
  typeof anchor === 'string'
    ? { literal: anchor, caseInsensitive: false }
    : { literal: anchor['any-case'], caseInsensitive: true }

const alphabetFor = ({ boundary, pattern }: WrittenRule): string =>
  boundary === undefined || boundary === 'token' ? alphabetOf(pattern ?? '') : boundary

/** What the schema cannot say of one file. */
const faultsOf = ({ content, placeOf }: ReadRuleFile): readonly RuleFault[] =>
  content.rules.flatMap((rule, index) => {
    const fault = (key: keyof WrittenRule, problem: string): RuleFault => ({
      ...placeOf(['rules', index, key]),
      problem: `${rule.id}: ${problem}`,
    })
    return [
      ...(rule.id.startsWith(`${providerSlug(content.provider)}-`)
        ? []
        : [fault('id', `an id of this file begins with "${providerSlug(content.provider)}-"`)]),
      ...(rule.source === 'observed' && rule.confidence === 'high'
        ? [fault('confidence', 'what one tool observed is of medium confidence at most')]
        : []),
      ...(rule.prefix === undefined || unescaped(rule.pattern ?? '').includes(rule.prefix)
        ? []
        : [fault('prefix', 'the pattern does not contain the prefix')]),
      ...patternFaults(rule).map((problem) => fault('pattern', problem)),
    ]
  })

/** `\.` of a pattern is a dot of what it matches. */
const unescaped = (pattern: string): string => pattern.replace(/\\([^A-Za-z0-9])/g, '$1')

const providerSlug = (provider: string): string =>
  provider
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const patternFaults = (rule: WrittenRule): readonly string[] => {
  if (rule.pattern === undefined) return []
  if (/\\b/i.test(rule.pattern))
    return ['\\b takes "_" for a letter and loses secrets that end in + or /; use boundary']
  if (!rule.pattern.includes('(?<secret>')) return ['the pattern has no group named "secret"']
  try {
    new RegExp(bounded(rule.pattern, alphabetFor(rule)), 'dg')
    return []
  } catch (cause) {
    return [cause instanceof Error ? cause.message : String(cause)]
  }
}

/** Ids that stand twice, and names of rules that are in no file. */
const faultsBetween = (files: readonly ReadRuleFile[]): readonly RuleFault[] => {
  const known = new Set(files.flatMap(({ content }) => content.rules.map(({ id }) => id)))
  const seen = new Set<string>()
  return files.flatMap(({ content, placeOf }) =>
    content.rules.flatMap((rule, index) => {
      const again = seen.has(rule.id)
      seen.add(rule.id)
      const named = [...(rule.companion?.of ?? []), ...Object.values(rule.linked?.parts ?? {})]
      return [
        ...(again
          ? [{ ...placeOf(['rules', index, 'id']), problem: `${rule.id}: there is another rule of this id` }]
          : []),
        ...named
          .filter((id) => !known.has(id))
          .map((id) => ({ ...placeOf(['rules', index]), problem: `${rule.id}: there is no rule "${id}"` })),
      ]
    }),
  )
}
