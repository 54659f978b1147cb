import { describe, expect, it } from 'vitest'
import { selectRules } from '../../src/pipeline/rule-selection.js'
import { builtinRules } from '../../src/rules/index.js'

const [PAIR, ID, SECRET, TOKEN] = [
  'aws-access-key',
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
]

const ALL = builtinRules.rules.map(({ id }) => id)
/** What may take an id or a token for its own, or holds what looks like one. */
const BESIDE = [
  'aws-bedrock-api-key',
  'aws-bedrock-short-term-api-key',
  'aws-codecommit-password',
  'aws-ecr-password',
  'aws-eks-token',
  'aws-presigned-url',
  'aws-ses-smtp-password',
]
const KEYS = [PAIR, ID, ...BESIDE, SECRET, TOKEN].sort()

/** Which rules run, and which of them are reported. */
const selected = (only: readonly string[] | null, except: readonly string[] = []) => {
  const selection = selectRules(builtinRules, only, except)
  if (!selection.ok) return selection.error
  const ids = selection.value.rules.rules.map(({ id }) => id)
  return { run: ids, reported: ids.filter(selection.value.isReported) }
}

describe('the rules of a run', () => {
  it.each<[string, readonly string[] | null, readonly string[], unknown]>([
    ['all', null, [], { run: ALL, reported: ALL }],
    ['a linked one with its parts', [PAIR], [], { run: KEYS, reported: [PAIR] }],
    [
      'a part with its linked one, so that a pair is not taken for halves',
      [ID],
      [],
      { run: KEYS, reported: [ID] },
    ],
    [
      'all but a linked one, which still links',
      null,
      [PAIR],
      { run: ALL, reported: ALL.filter((id) => id !== PAIR) },
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
