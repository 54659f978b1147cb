import { describe, expect, it } from 'vitest'
import { allowMarkersIn, suppressionOf } from '../../src/policy/allow-marker.js'

const RULE = 'aws-access-key'

describe('an allow marker', () => {
  it.each([
    ['in a hash comment', '# keysieve:allow aws-access-key', { scope: 'line', rules: [RULE], reason: null }],
    [
      'with a reason',
      '# keysieve:allow aws-access-key -- revoked in May',
      { scope: 'line', rules: [RULE], reason: 'revoked in May' },
    ],
    [
      'in a block comment',
      '/* keysieve:allow aws-access-key -- test data */',
      { scope: 'line', rules: [RULE], reason: 'test data' },
    ],
    [
      'in an HTML comment',
      '<!-- keysieve:allow-next-line aws-access-key -- sample -->',
      { scope: 'next-line', rules: [RULE], reason: 'sample' },
    ],
    [
      'for two rules',
      '// keysieve:allow aws-access-key, aws-session-token',
      { scope: 'line', rules: [RULE, 'aws-session-token'], reason: null },
    ],
  ])('is read %s', (_situation, line, marker) => {
    expect(allowMarkersIn(line)).toEqual([marker])
  })

  it.each([
    ['without a rule', '# keysieve:allow'],
    ['with a reason instead of a rule', '# keysieve:allow -- it is fine'],
    ['inside a longer word', '# notkeysieve:allow aws-access-key'],
    ['of another tool', '# gitleaks:allow'],
    ['with a rule in capitals', '# keysieve:allow AWS-ACCESS-KEY'],
  ])('allows nothing %s', (_situation, line) => {
    expect(allowMarkersIn(line)).toEqual([])
  })
})

describe('a finding', () => {
  const text = (lines: Record<number, string>) => (line: number) => lines[line] ?? null
  const at = (first: number, last = first) => [{ first, last }]

  it.each([
    [
      'its own line',
      at(3),
      { 3: 'k # keysieve:allow aws-access-key -- why' },
      { kind: 'inline', line: 3, reason: 'why' },
    ],
    [
      'the line before',
      at(3),
      { 2: '# keysieve:allow-next-line aws-access-key' },
      { kind: 'inline', line: 2, reason: null },
    ],
    [
      'the last line of a part of several lines',
      at(3, 5),
      { 5: '# keysieve:allow aws-access-key' },
      { kind: 'inline', line: 5, reason: null },
    ],
    [
      'the middle line, from the one above it',
      at(3, 5),
      { 3: '# keysieve:allow-next-line aws-access-key' },
      { kind: 'inline', line: 3, reason: null },
    ],
    [
      'another part',
      [...at(3), ...at(9)],
      { 9: '# keysieve:allow aws-access-key' },
      { kind: 'inline', line: 9, reason: null },
    ],
  ])('is allowed by a marker on %s', (_situation, lines, texts, suppression) => {
    expect(suppressionOf(RULE, lines, text(texts))).toEqual(suppression)
  })

  it.each([
    ['a marker for another rule', at(3), { 3: '# keysieve:allow aws-access-key-id' }],
    ['a line marker on the line before', at(3), { 2: '# keysieve:allow aws-access-key' }],
    ['a next-line marker on its own line', at(3), { 3: '# keysieve:allow-next-line aws-access-key' }],
    ['a next-line marker two lines before', at(3), { 1: '# keysieve:allow-next-line aws-access-key' }],
  ])('is not allowed by %s', (_situation, lines, texts) => {
    expect(suppressionOf(RULE, lines, text(texts))).toBeNull()
  })
})
