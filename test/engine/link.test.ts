import { describe, expect, it } from 'vitest'
import { type FactMakers, type Linkers, link, planLinks } from '../../src/engine/link.js'
import type { Candidate, Detection } from '../../src/model/index.js'
import type { CompiledRule } from '../../src/rules/index.js'
import { ruleOf } from './rule.js'

const candidate = (ruleId: string, start: number, end: number, value = `${ruleId}@${start}`): Candidate => ({
  ruleId,
  role: 'secret',
  value,
  span: { start, end },
  name: '',
  place: { line: 0, section: 0, closing: 0 },
  confidence: 'high',
  around: { text: value, start: 0, end: value.length },
})

/** Every candidate is a credential; none is one. */
const linkers: Linkers = {
  each: (candidates) =>
    candidates.map(
      ({ value, span }): Detection => ({
        ruleId: 'pair',
        values: { secret: value },
        primary: 'secret',
        occurrences: [{ parts: [{ role: 'secret', span }], name: '' }],
        also: [],
        confidence: 'high',
        facts: {},
        why: [],
      }),
    ),
  none: () => [],
}
const facts: FactMakers = { length: (value, { text }) => ({ length: value.length, around: text.length }) }

/** Rule and spans of what is found. */
const seen = (rules: readonly CompiledRule[], candidates: readonly Candidate[]): string[] =>
  link(candidates, { path: 'x' }, planLinks({ rules }, linkers, facts)).map(
    ({ ruleId, occurrences }) =>
      `${ruleId} ${occurrences.map(({ parts: [{ span }] }) => `${span.start}-${span.end}`).join(' ')}`,
  )

const plain = ruleOf({ id: 'plain' })
const whole = ruleOf({ id: 'whole', overlap: 'wins' })
const general = ruleOf({ id: 'general', overlap: 'yields' })
const linked = ruleOf({ id: 'pair', linked: { linker: 'each', parts: { id: 'part' } } })
const part = ruleOf({ id: 'part' })
const own = ruleOf({ id: 'own', pattern: '(?<secret>x)', linked: { linker: 'each', parts: {} } })

describe('where matches overlap', () => {
  it.each<[string, readonly CompiledRule[], readonly Candidate[], readonly string[]]>([
    [
      'both are told',
      [plain],
      [candidate('plain', 0, 9), candidate('plain', 3, 5)],
      ['plain 0-9', 'plain 3-5'],
    ],
    [
      'what stands inside of a whole is a piece of it',
      [whole, plain],
      [
        candidate('whole', 10, 20),
        candidate('plain', 12, 15),
        candidate('plain', 18, 22),
        candidate('plain', 0, 10),
      ],
      ['plain 0-10', 'whole 10-20', 'plain 18-22'],
    ],
    [
      'a piece is no part of anything',
      [whole, linked, part],
      [candidate('whole', 10, 20), candidate('part', 10, 20), candidate('part', 30, 40)],
      ['whole 10-20', 'pair 30-40'],
    ],
    [
      'a long whole before a short one still covers',
      [whole, plain],
      [candidate('whole', 0, 100), candidate('whole', 10, 20), candidate('plain', 50, 60)],
      ['whole 0-100', 'whole 10-20'],
    ],
    [
      'a general rule gives way',
      [general, plain],
      [candidate('general', 0, 9), candidate('plain', 0, 9), candidate('general', 20, 30)],
      ['plain 0-9', 'general 20-30'],
    ],
    [
      'at one place and not at another',
      [general, plain],
      [candidate('general', 0, 9, 'v'), candidate('plain', 0, 12), candidate('general', 20, 29, 'v')],
      ['plain 0-12', 'general 20-29'],
    ],
    [
      'but not to itself',
      [general],
      [candidate('general', 0, 9), candidate('general', 2, 4)],
      ['general 0-9', 'general 2-4'],
    ],
    [
      'nor to what a linker dropped',
      [general, ruleOf({ id: 'own', pattern: 'x', linked: { linker: 'none', parts: {} } })],
      [candidate('general', 0, 9), candidate('own', 0, 9)],
      ['general 0-9'],
    ],
  ])('%s', (_situation, rules, candidates, expected) => {
    expect(seen(rules, candidates)).toEqual(expected)
  })
})

it("a rule's own matches go to its linker", () => {
  expect(seen([own], [candidate('own', 1, 2)])).toEqual(['pair 1-2'])
})

it('a rule without a linker has the facts that it names', () => {
  const rules = [ruleOf({ id: 'plain', facts: 'length' }), part]
  const found = link(
    [candidate('plain', 0, 3, 'abc'), candidate('part', 5, 6)],
    { path: 'x' },
    planLinks({ rules }, {}, facts),
  )
  expect(found.map((one) => one.facts)).toEqual([{ length: 3, around: 3 }, {}])
})

it.each([
  ['a linker', [linked], {}, facts, 'rule pair: no linker is called each'],
  [
    'facts',
    [ruleOf({ id: 'plain', facts: 'toString' })],
    linkers,
    facts,
    'rule plain: no facts are called toString',
  ],
])('%s that is not there is a defect of the rules', (_what, rules, given, makers, message) => {
  expect(() => planLinks({ rules }, given, makers)).toThrow(new RangeError(message))
})
