import { describe, expect, it } from 'vitest'
import { parseBlame } from '../../src/sources/blame-porcelain.js'

const COMMIT = 'c'.repeat(40)

const porcelain = (commit: string, time: string, zone: string): string =>
  [
    `${commit} 3 4 1`,
    'author Zoë  B. Last',
    'author-mail <zoe@example.com>',
    `author-time ${time}`,
    `author-tz ${zone}`,
    'committer Other',
    'committer-time 1',
    'committer-tz -0100',
    'summary author-time 7',
    'boundary',
    'filename a b',
    '\tauthor Nobody',
    '',
  ].join('\n')

describe('blame', () => {
  it.each([
    ['east of Greenwich', '1709618828', '+0530', '2024-03-05T11:37:08+05:30'],
    ['west of Greenwich, another day there', '1709618828', '-0930', '2024-03-04T20:37:08-09:30'],
    ['UTC', '0', '+0000', '1970-01-01T00:00:00+00:00'],
    ['before 1970', '-86400', '+0100', '1969-12-31T01:00:00+01:00'],
  ])('gives the author date with its offset: %s', (_situation, time, zone, date) => {
    const expected = { commit: COMMIT, author: 'Zoë  B. Last', date }
    expect(parseBlame(porcelain(COMMIT, time, zone))).toEqual(expected)
  })

  it.each([
    ['a line that is not committed', porcelain('0'.repeat(40), '1', '+0000')],
    ['the same in a SHA-256 repository', porcelain('0'.repeat(64), '1', '+0000')],
    ['a date that no calendar has', porcelain(COMMIT, '99999999999999999', '+0000')],
    ['nothing', ''],
  ])('knows nobody: %s', (_situation, output) => expect(parseBlame(output)).toBeNull())
})
