import { describe, expect, it } from 'vitest'
import { type AllowMarker, allowMarkerAt, MARKER_HEAD } from '../../src/policy/allow-marker.js'
import { AllowedRanges } from '../../src/policy/allowed-ranges.js'

const RULE = 'aws-access-key'

const markerIn = (line: string): AllowMarker | null => allowMarkerAt(line, line.indexOf(MARKER_HEAD))

describe('an allow marker', () => {
  it.each([
    ['in a hash comment', '# keysieve:allow aws-access-key', { scope: 'line', rules: [RULE], reason: null }],
    [
      'with a reason',
      '# keysieve:allow aws-access-key -- revoked in May',
      { scope: 'line', rules: [RULE], reason: 'revoked in May' },
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
    [
      'with an empty reason',
      '/* keysieve:allow aws-access-key -- */',
      { scope: 'line', rules: [RULE], reason: null },
    ],
  ])('is read %s', (_situation, line, marker) => {
    expect(markerIn(line)).toEqual(marker)
  })

  it.each([
    ['without a rule', '# keysieve:allow'],
    ['with a reason instead of a rule', '# keysieve:allow -- it is fine'],
    ['inside a longer word', '# notkeysieve:allow aws-access-key'],
    ['with a rule in capitals', '# keysieve:allow AWS-ACCESS-KEY'],
  ])('allows nothing %s', (_situation, line) => {
    expect(markerIn(line)).toBeNull()
  })
})

describe('a reason ends with its comment, whatever code follows', () => {
  it.each(['*/', '-->', '--%>', '%>', '*)', '#>', ']]', '?>', '#}', '-}', '|#', '}}'])('at %s', (end) => {
    for (const blank of ['', ' '])
      expect(
        markerIn(`/* keysieve:allow ${RULE} -- why${blank}${end} key="hunter2"; /* x ${end}`)?.reason,
      ).toBe('why')
  })

  it('and is cut between two words where it is long', () => {
    const reason = markerIn(
      `# keysieve:allow ${RULE} -- ${'a word '.repeat(26)}and ${'x'.repeat(60)}`,
    )?.reason
    expect(reason).toBe(`${'a word '.repeat(26)}and …`)
    expect(markerIn(`# keysieve:allow ${RULE} -- ${'x'.repeat(300)}`)?.reason).toBe('…')
  })
})

describe('what markers allow', () => {
  const marker = (line: number, start: number, end: number, scope: AllowMarker['scope'] = 'line') => ({
    scope,
    rules: [RULE, 'acme-token'],
    reason: 'old key hunter2',
    line,
    covers: { start, end },
  })
  const ranges = new AllowedRanges([
    marker(1, 10, 30),
    marker(2, 40, 60),
    marker(2, 50, 70),
    marker(9, 100, 120, 'next-line'),
  ])

  it.each([
    ['inside', RULE, [{ start: 12, end: 20 }], 1],
    ['at the beginning', RULE, [{ start: 5, end: 11 }], 1],
    ['by the later of two', RULE, [{ start: 65, end: 80 }], 2],
    ['by the line before', RULE, [{ start: 100, end: 120 }], 9],
    [
      'in another part',
      'acme-token',
      [
        { start: 200, end: 240 },
        { start: 41, end: 42 },
      ],
      2,
    ],
  ])('is what lies %s', (_situation, rule, parts, line) => {
    expect(ranges.suppressionOf(rule, parts, [])).toEqual({
      kind: 'inline',
      line,
      reason: 'old key <hidden>',
    })
  })

  it.each([
    ['before', RULE, { start: 5, end: 10 }],
    ['behind', RULE, { start: 30, end: 40 }],
    ['behind all', RULE, { start: 120, end: 140 }],
    ['inside, for another rule', 'aws-access-key-id', { start: 12, end: 20 }],
  ])('is not what lies %s', (_situation, rule, part) => {
    expect(ranges.suppressionOf(rule, [part], [])).toBeNull()
  })
})
