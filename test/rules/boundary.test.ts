import { describe, expect, it } from 'vitest'
import { alphabetOf, bounded, charactersOf } from '../../src/rules/boundary.js'

const finds = (pattern: string, alphabet: string, text: string): string | null =>
  new RegExp(bounded(pattern, alphabet)).exec(text)?.groups?.secret ?? null

describe('a token may not touch its own alphabet', () => {
  const token = '(?<secret>[a-z0-9]{4})'
  it.each<[string, string | null]>([
    ['ab12', 'ab12'],
    ['_ab12_', 'ab12'],
    ['=ab12;', 'ab12'],
    ['ab123', null],
    ['xab12', null],
    ['\\nab12', 'ab12'],
    ['%3Dab12', 'ab12'],
    ['\\u0022ab12', 'ab12'],
    ['\\x3dab12\\x3d', 'ab12'],
    ['%41ab12', null],
  ])('%s', (text, found) => expect(finds(token, 'A-Za-z0-9', text)).toBe(found))
})

describe('signs count in every way they are written', () => {
  const token = '(?<secret>[a-z/+]{4})'
  it.each<[string, string | null]>([
    ['=ab/+', 'ab/+'],
    ['ab/+=', null],
    ['ab/+%3D', null],
    ['ab/+%2F', null],
    ['ab/+\\/', null],
    ['ab/+\\u002b', null],
    ['ab/+&#43;', null],
    ['ab/+%20', 'ab/+'],
    ['ab/+\\n', 'ab/+'],
    ['+ab/+', null],
  ])('%s', (text, found) => expect(finds(token, 'A-Za-z0-9+/=', text)).toBe(found))
})

describe("a token's alphabet is read from its pattern", () => {
  it.each([
    ['(?<secret>ghp_[0-9A-Za-z]{36})', 'ghp_0-9A-Za-z'],
    ['name=(?<secret>[a-f0-9]{32})', 'a-f0-9'],
    ['(?<secret>x[\\w-]{3,9}(?:y|z)?)', 'x\\w-yz'],
  ])('%s', (pattern, alphabet) => expect(alphabetOf(pattern)).toBe(alphabet))
})

describe('every character that a pattern can match is known', () => {
  it.each([
    ['(?<secret>ghp_[0-9]{3})', '0123456789_ghp'],
    ['(?<secret>(?:[ab]|\\\\+/|%2[Bb]){3,9}=?)', '%/2=B\\ab'],
    ['x(?<secret>\\d(?:y|z)*)', '0123456789yz'],
  ])('%s', (pattern, characters) => expect(charactersOf(pattern)).toBe(characters))
})
