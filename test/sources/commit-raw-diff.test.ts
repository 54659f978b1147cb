import { describe, expect, it } from 'vitest'
import { CommitRawParser } from '../../src/sources/commit-raw-diff.js'

const A = 'a'.repeat(40)
const B = 'b'.repeat(40)
const C = 'c'.repeat(40)
const ZEROS = '0'.repeat(40)

const parse = (...fields: readonly string[]) => {
  const parser = new CommitRawParser()
  return fields.flatMap((field) => parser.push(field) ?? [])
}

const side = (status: string, oid: string, path = 'x', mode = '100644') => ({ mode, oid, status, path })

describe('the raw form of a commit', () => {
  it.each([
    ['modified', [`:100644 100755 ${A} ${B} M`, 'x'], [side('M', A)], '100755', B],
    ['new', [`:000000 100644 ${ZEROS} ${B} A`, 'x'], [side('A', ZEROS, 'x', '000000')], '100644', B],
    ['gone', [`:100644 000000 ${A} ${ZEROS} D`, 'x'], [side('D', A)], '000000', ZEROS],
    ['moved', [`:100644 100644 ${A} ${B} R087`, 'old', 'x'], [side('R', A, 'old')], '100644', B],
    [
      'merged',
      [`::100644 100644 100644 ${A} ${B} ${C} MR`, 'x', 'old', 'x'],
      [side('M', A), side('R', B, 'old')],
      '100644',
      C,
    ],
    [
      'merged of three',
      [`:::100644 000000 100644 100644 ${A} ${ZEROS} ${B} ${C} MAM`, 'x', 'x', 'x', 'x'],
      [side('M', A), side('A', ZEROS, 'x', '000000'), side('M', B)],
      '100644',
      C,
    ],
  ])('%s', (_situation, fields, parents, newMode, newOid) => {
    expect(parse(A, ...fields, B)).toEqual([
      { kind: 'commit', oid: A },
      { kind: 'change', change: { parents, newMode, newOid, path: 'x' } },
      { kind: 'commit', oid: B },
    ])
  })

  it('takes no path for anything else', () => {
    const change = (path: string) => [`:100644 100644 ${A} ${B} M`, path]
    const events = parse(...change(A), ...change(`:100644 100644 ${A} ${B} M`), ...change(''))
    expect(events.map((event) => event.kind === 'change' && event.change.path)).toEqual([
      A,
      `:100644 100644 ${A} ${B} M`,
      '',
    ])
  })

  it.each(['', 'abc', `:100644 ${A} ${B} M`, `::100644 100644 ${A} ${B} MM`, `:100644 100644 ${A} ${B} MM`])(
    'is no other: "%s"',
    (field) => {
      expect(() => parse(field)).toThrow('unknown form')
    },
  )
})
