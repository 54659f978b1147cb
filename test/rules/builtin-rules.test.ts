import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileRules, examplesOf, type NamedExample, readRuleFile } from '../../src/rules/authoring.js'
import { builtinRules, type CompiledRule } from '../../src/rules/index.js'
import { ROOT } from '../architecture/source-files.js'
import { scanned } from '../support/detect.js'

const RULES = join(ROOT, 'rules')
const files = readdirSync(RULES)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readRuleFile(readFileSync(join(RULES, name), 'utf8'), `rules/${name}`))

it('every rule file can be read', () => {
  expect(files.flatMap((file) => (file.ok ? [] : file.error))).toEqual([])
})

const read = files.flatMap((file) => (file.ok ? [file.value] : []))

it('the compiled module is what the rule files say', () => {
  expect(compileRules(read)).toEqual({ ok: true, value: builtinRules })
})

const examples = read.flatMap((file) => {
  const rendered = examplesOf(file)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error))
  return rendered.value
})
const named = ({ ruleId, kind, index }: NamedExample): string => `${ruleId}, ${kind} ${index + 1}`
const ofKind = (kind: NamedExample['kind']): [string, NamedExample][] =>
  examples.filter((example) => example.kind === kind).map((example) => [named(example), example])

describe('every example goes through the whole engine', () => {
  it.each(ofKind('match'))('%s is found, at its place', (_name, { ruleId, text, span }) => {
    const found = scanned(text).detections.map((detection) => ({
      ruleId: detection.ruleId,
      span: detection.occurrences[0].parts[0].span,
    }))
    expect(found).toEqual([{ ruleId, span }])
  })

  it.each(ofKind('clean'))('%s stays silent', (_name, { text }) => {
    expect(scanned(text).detections).toEqual([])
  })
})

describe('a rule is found only where its anchors stand', () => {
  const byId = new Map(builtinRules.rules.map((rule) => [rule.id, rule]))
  const wakersOf = ({ anchors, companion }: CompiledRule) => [
    ...anchors,
    ...(companion?.words ?? []),
    ...(companion?.of ?? []).flatMap((id) => byId.get(id)?.anchors ?? []),
  ]
  const own = ofKind('match').filter(([, { ruleId }]) => byId.get(ruleId)?.linked === null)

  it.each(own)('%s holds one', (_name, { ruleId, text }) => {
    const rule = byId.get(ruleId)
    const standing = (rule === undefined ? [] : wakersOf(rule)).filter(({ literal, caseInsensitive }) =>
      (caseInsensitive ? text.toLowerCase() : text).includes(literal),
    )
    expect(standing).not.toEqual([])
  })
})
