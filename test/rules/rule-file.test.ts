import { describe, expect, it } from 'vitest'
import { compileRules, examplesOf, type RuleFault, readRuleFile } from '../../src/rules/authoring.js'

const RULE = `  - id: acme-token
    name: ACME token
    description: Opens ACME.
    source: documented
    severity: high
    confidence: high
    anchors: [acme_]
    boundary: token
    pattern: (?<secret>acme_[0-9a-z]{20})
    prefix: acme_
    remedy: Revoke it.
    examples: { match: ['{{ prefix:acme_ }}{{ base36:20 }}'], clean: [acme_short, acme-other] }
`
const HEAD = `provider: ACME
docs: https://acme.example/docs
rules:
`

/** Everything wrong with a file, as `line:column problem`; nothing where it compiles. */
const faultsOf = (text: string): readonly string[] => {
  const told = (faults: readonly RuleFault[]) =>
    faults.map(({ line, column, problem }) => `${line}:${column} ${problem}`)
  const read = readRuleFile(text, 'rules/acme.yaml')
  if (!read.ok) return told(read.error)
  const compiled = compileRules([read.value])
  if (!compiled.ok) return told(compiled.error)
  const examples = examplesOf(read.value)
  return examples.ok ? [] : told(examples.error)
}

it('a rule with what it needs compiles', () => expect(faultsOf(HEAD + RULE)).toEqual([]))

it('what a rule leaves out has its default', () => {
  const read = readRuleFile(HEAD + RULE, 'rules/acme.yaml')
  const compiled = read.ok ? compileRules([read.value]) : read
  expect(compiled).toMatchObject({
    ok: true,
    value: {
      rules: [
        {
          provider: 'ACME',
          docs: 'https://acme.example/docs',
          role: 'secret',
          strength: 'strong',
          entropy: null,
          checks: [],
          companion: null,
          linked: null,
          window: 4096,
        },
      ],
    },
  })
})

describe('a fault is told with its place', () => {
  const without = (line: RegExp): string => HEAD + RULE.replace(line, '')
  it.each<[string, string, readonly string[]]>([
    [
      'no YAML',
      'provider: [',
      ['1:12 Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    [
      'an alias, which could blow it up',
      'a: &a [x]\nb: [*a, *a]\n',
      ['2:5 aliases are not taken here', '2:9 aliases are not taken here'],
    ],
    ['not an object', '- a\n', ['1:1 the file must be object']],
    ['an unknown key', HEAD + RULE.replace('prefix:', 'prefx:'), ['13:12 unknown key "prefx"']],
    ['a missing key', without(/ {4}remedy.*\n/), ["4:5 rules must have required property 'remedy'"]],
    [
      'a bad choice',
      HEAD + RULE.replace('severity: high', 'severity: critical'),
      ['8:15 rules.severity must be one of info, low, medium, high'],
    ],
    [
      'a pattern without anchors',
      without(/ {4}anchors.*\n/),
      ['4:5 rules needs pattern, boundary and anchors; or pattern, boundary and companion; or linked alone'],
    ],
    [
      'one clean example',
      HEAD + RULE.replace('[acme_short, acme-other]', '[acme_short]'),
      ['15:70 rules.examples.clean must NOT have fewer than 2 items'],
    ],
    [
      "another provider's id",
      HEAD + RULE.replace('id: acme-', 'id: other-'),
      ['4:9 other-token: an id of this file begins with "acme-"'],
    ],
    ['an id that stands twice', HEAD + RULE + RULE, ['16:9 acme-token: there is another rule of this id']],
    [
      'a word boundary',
      HEAD + RULE.replace('pattern: (?<secret>', 'pattern: \\b(?<secret>'),
      ['12:14 acme-token: \\b takes "_" for a letter and loses secrets that end in + or /; use boundary'],
    ],
    [
      'a pattern without its group',
      HEAD + RULE.replace('?<secret>', ''),
      ['12:14 acme-token: the pattern has no group named "secret"'],
    ],
    [
      'no regular expression',
      HEAD + RULE.replace('{20})', '{20}'),
      ['12:14 acme-token: Invalid regular expression'],
    ],
    [
      'a prefix that is not in the pattern',
      HEAD + RULE.replace('prefix: acme_', 'prefix: acne_'),
      ['13:13 acme-token: the pattern does not contain the prefix'],
    ],
    [
      'an observed format taken for certain',
      HEAD + RULE.replace('documented', 'observed'),
      ['9:17 acme-token: what one tool observed is of medium confidence at most'],
    ],
    [
      'a companion of a rule that is not there',
      HEAD + RULE.replace('anchors: [acme_]', 'companion: { of: [acme-id], lines: 3, bytes: 400 }'),
      ['4:5 acme-token: there is no rule "acme-id"'],
    ],
    [
      'an example that is no template',
      HEAD + RULE.replace('base36:20', 'base37:20'),
      ['15:25 acme-token: "{{ base37:20 }}" is no slot'],
    ],
  ])('%s', (_situation, text, faults) => {
    expect(faultsOf(text)).toEqual(faults.map((fault) => expect.stringContaining(fault)))
  })
})
