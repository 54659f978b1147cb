import fc from 'fast-check'
import { expect, it } from 'vitest'
import { suggestionFor } from '../../src/cli/suggestion.js'

const KNOWN = ['scan', 'staged', 'verify', 'explain', 'max-file-size', 'min-confidence']

it.each([
  ['a letter too few', 'scn', 'scan'],
  ['a letter too many', 'scann', 'scan'],
  ['two letters swapped', 'sacn', 'scan'],
  ['another letter', 'stayed', 'staged'],
  ['capitals', 'VERIFY', 'verify'],
  ['a beginning', 'expl', 'explain'],
  ['a long word with two slips', 'max-fiel-siz', 'max-file-size'],
  ['nothing alike', 'history', null],
  ['nothing at all', '', null],
  ['a single letter', 'x', null],
])('%s: %s', (_situation, typed, meant) => expect(suggestionFor(typed, KNOWN)).toBe(meant))

it('a known word suggests itself', () => {
  fc.assert(fc.property(fc.constantFrom(...KNOWN), (word) => suggestionFor(word, KNOWN) === word))
})

it('never takes long for long words', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 65, maxLength: 100_000 }),
      (word) => suggestionFor(word, KNOWN) === null,
    ),
  )
})
