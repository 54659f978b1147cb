import { describe, expect, it } from 'vitest'
import { maskAuthor } from '../../src/policy/masked-author.js'
import { secretAccessKey } from '../support/credentials.js'

describe('an author stays readable', () => {
  it.each([
    'Ada Lovelace',
    'José Ñandú-Øberg',
    'github-actions[bot]',
    'Christopherson Montgomery',
    'jane.doe <jane.doe@example.com>',
    'bob42',
    '李明',
    '',
  ])('%s', (author) => expect(maskAuthor(author)).toBe(author))
})

describe('an author that is a secret is hidden', () => {
  it.each([
    ['alone', secretAccessKey('author'), '<hidden>'],
    ['beside a name', `Bob ${secretAccessKey('author')}`, 'Bob <hidden>'],
    ['short, with digits', 'Tr0ub4dor3xx9', '<hidden>'],
  ])('%s', (_situation, author, expected) => expect(maskAuthor(author)).toBe(expected))

  it('of 10,000 secrets all', () => {
    const authors = Array.from({ length: 10_000 }, (_, seed) => secretAccessKey(`author/${seed}`))
    expect(authors.filter((author) => maskAuthor(author) !== '<hidden>')).toEqual([])
  })
})

it('an author is cut at 100 characters', () => {
  expect(maskAuthor('Ada 😀 '.repeat(100))).toHaveLength(16 * 7 + 4)
  expect(maskAuthor('Ada 😀 '.repeat(100)).endsWith('…')).toBe(true)
})
