import { describe, expect, it } from 'vitest'
import { selectRules } from '../../src/pipeline/rule-selection.js'
import { builtinRules } from '../../src/rules/index.js'

const [PAIR, ID, SECRET, TOKEN] = [
  'aws-access-key',
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
]

/** Which rules run, and which of them are reported. */
const selected = (only: readonly string[] | null, except: readonly string[] = []) => {
  const selection = selectRules(builtinRules, only, except)
  if (!selection.ok) return selection.error
  const ids = selection.value.rules.rules.map(({ id }) => id)
  return { run: ids, reported: ids.filter(selection.value.isReported) }
}

describe('the rules of a run', () => {
  it.each<[string, readonly string[] | null, readonly string[], unknown]>([
    ['all', null, [], { run: [PAIR, ID, SECRET, TOKEN], reported: [PAIR, ID, SECRET, TOKEN] }],
    ['a linked one with its parts', [PAIR], [], { run: [PAIR, ID, SECRET, TOKEN], reported: [PAIR] }],
    [
      'a part with its linked one, so that a pair is not taken for halves',
      [ID],
      [],
      { run: [PAIR, ID, SECRET, TOKEN], reported: [ID] },
    ],
    [
      'all but a linked one, which still links',
      null,
      [PAIR],
      { run: [PAIR, ID, SECRET, TOKEN], reported: [ID, SECRET, TOKEN] },
    ],
    [
      'one that is not there',
      ['aws-acess-key'],
      [],
      { kind: 'unknown-rule', id: 'aws-acess-key', suggestion: PAIR },
    ],
  ])('%s', (_situation, only, except, expected) => {
    expect(selected(only, except)).toEqual(expected)
  })
})
