import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planAnchors, type Reach } from '../../src/engine/anchor-plan.js'
import { windowsOf } from '../../src/engine/windows.js'
import { createTwin } from '../../src/kernel/index.js'
import type { CompiledRule } from '../../src/rules/index.js'
import { ruleOf } from './rule.js'

const windows = (text: string, rules: readonly CompiledRule[]): readonly [string, number, number][] => {
  const plan = planAnchors({ rules })
  const kernel = createTwin(plan.anchors, 1 << 16)
  const { written } = new TextEncoder().encodeInto(text, kernel.memory)
  return windowsOf(plan, kernel.scan(written), kernel.memory, written)
    .map(({ rule, start, end }): [string, number, number] => [rule.id, start, end])
    .sort((a, b) => a[1] - b[1])
}

const near = ruleOf({ id: 'near', anchors: [{ literal: 'abc', caseInsensitive: false }], window: 5 })
const lined = ruleOf({
  id: 'lined',
  companion: {
    of: [],
    words: [{ literal: 'abc', caseInsensitive: false }],
    lines: 1,
    bytes: 10,
    near: { lines: 1, bytes: 10 },
  },
})

describe('a hit opens a window', () => {
  it.each<[string, string, CompiledRule, readonly (readonly [number, number])[]]>([
    ['of so many bytes', `${'.'.repeat(20)}abc${'.'.repeat(20)}`, near, [[15, 25]]],
    ['cut at both ends', 'abc', near, [[0, 3]]],
    ['that grows with the next', `${'.'.repeat(10)}abcabc${'.'.repeat(10)}`, near, [[5, 18]]],
    [
      'apart from the next',
      `abc${'.'.repeat(20)}abc`,
      near,
      [
        [0, 5],
        [18, 26],
      ],
    ],
    ['of so many lines', '1\n2\nabc\n4\n5\n', lined, [[2, 9]]],
    ['of so many bytes if lines are long', `${'.'.repeat(30)}abc${'.'.repeat(30)}`, lined, [[20, 40]]],
  ])('%s', (_situation, text, rule, expected) => {
    expect(windows(text, [rule]).map(([, start, end]) => [start, end])).toEqual(expected)
  })
})

/** What it means, without any of the shortcuts. */
const naive = (
  text: string,
  { bytes, lines }: Pick<Reach, 'bytes' | 'lines'>,
): readonly [number, number][] => {
  const merged: [number, number][] = []
  for (let at = text.indexOf('abc'); at >= 0; at = text.indexOf('abc', at + 1)) {
    const lineStarts = [0, ...[...text.slice(0, at).matchAll(/\n/g)].map(({ index }) => index + 1)]
    const lineEnds = [...[...text.slice(at).matchAll(/\n/g)].map(({ index }) => at + index), text.length]
    const start = Math.max(at - bytes, 0, lines === null ? 0 : (lineStarts.at(-1 - lines) ?? 0))
    const end = Math.min(
      at + bytes,
      text.length,
      lines === null ? text.length : (lineEnds[lines] ?? text.length),
    )
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

it('windows are what the plain definition says, however hits crowd', () => {
  const pieces = fc.array(fc.constantFrom('abc', 'ab', '\n', '.', '...........'), { maxLength: 60 })
  fc.assert(
    fc.property(
      pieces,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 3 }),
      (parts, bytes, lines) => {
        const text = parts.join('')
        const words = [{ literal: 'abc', caseInsensitive: false }]
        const byBytes = ruleOf({ id: 'r', anchors: words, window: bytes })
        const byLines = ruleOf({
          id: 'r',
          companion: { of: [], words, lines, bytes, near: { lines, bytes } },
        })
        const spans = (rule: CompiledRule) => windows(text, [rule]).map(([, start, end]) => [start, end])
        expect(spans(byBytes)).toEqual(naive(text, { bytes, lines: null }))
        expect(spans(byLines)).toEqual(naive(text, { bytes, lines }))
      },
    ),
    { numRuns: 500 },
  )
})

it('a rule that reaches differently from different words sees the farther reach', () => {
  const both = ruleOf({
    id: 'both',
    anchors: [{ literal: 'xyz', caseInsensitive: false }],
    window: 3,
    companion: {
      of: [],
      words: [{ literal: 'abc', caseInsensitive: false }],
      lines: 5,
      bytes: 12,
      near: { lines: 5, bytes: 12 },
    },
  })
  expect(windows(`${'.'.repeat(20)}xyz.abc${'.'.repeat(20)}`, [both])).toEqual([['both', 12, 36]])
})
