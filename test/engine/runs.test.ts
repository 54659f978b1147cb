import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runOf, runsIn } from '../../src/engine/runs.js'

const runs = (text: string, length: number, start = 0, end = text.length): readonly string[] =>
  [...runsIn(new TextEncoder().encode(text), { start, end }, runOf({ characters: 'abc', length }, null))].map(
    (run) => text.slice(run.start, run.end),
  )

describe('runs', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', '', []],
    ['too short', 'ab.ab', []],
    ['just long enough', '.abc.', ['abc']],
    ['longer', 'xabcabcx', ['abcabc']],
    ['at the beginning and at the end', 'aaa...ccc', ['aaa', 'ccc']],
    ['one after the other', 'aaa.bb.ccc', ['aaa', 'ccc']],
  ])('%s', (_situation, text, expected) => expect(runs(text, 3)).toEqual(expected))

  it('are cut at the range', () => expect(runs('aaaaaa', 3, 1, 5)).toEqual(['aaaa']))

  it('are those that a regular expression finds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 80 }),
        fc.integer({ min: 1, max: 9 }),
        (text, length) => {
          expect(runs(text, length)).toEqual(text.match(new RegExp(`[abc]{${length},}`, 'g')) ?? [])
        },
      ),
      { numRuns: 2000 },
    )
  })
})
