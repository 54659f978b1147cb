import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTwin, type KernelAnchor } from '../../src/kernel/index.js'

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))
const anchor = (literal: string, caseInsensitive = false): KernelAnchor => ({
  bytes: latin1(literal),
  caseInsensitive,
})

type Hit = readonly [anchor: number, offset: number]

const scan = (anchors: readonly KernelAnchor[], content: Uint8Array): Hit[] => {
  const kernel = createTwin(anchors, content.length + 8)
  kernel.memory.fill(0x41)
  kernel.memory.set(content)
  const hits = kernel.scan(content.length)
  return Array.from({ length: hits.count }, (_, i) => [hits.anchorAt(i), hits.offsetAt(i)])
}

/** The law, said without any cleverness. */
const naive = (anchors: readonly KernelAnchor[], content: Uint8Array): Hit[] => {
  const text = Buffer.from(content).toString('latin1')
  const hits: Hit[] = []
  for (let at = 0; at < content.length; at++) {
    anchors.forEach(({ bytes, caseInsensitive }, index) => {
      const want = Buffer.from(bytes).toString('latin1')
      const have = text.slice(at, at + bytes.length)
      const folded = have.replace(/[A-Z]/g, (c) => c.toLowerCase())
      if ((caseInsensitive ? folded : have) === want) hits.push([index, at])
    })
  }
  return hits
}

describe('the plain kernel', () => {
  it.each<[string, KernelAnchor[], string, Hit[]]>([
    [
      'at the beginning and the end',
      [anchor('AKIA')],
      'AKIA..AKIA',
      [
        [0, 0],
        [0, 6],
      ],
    ],
    [
      'overlapping itself',
      [anchor('aaa')],
      'aaaa',
      [
        [0, 0],
        [0, 1],
      ],
    ],
    [
      'two anchors at one place, in their order',
      [anchor('abcd'), anchor('abc')],
      'xabcd',
      [
        [0, 1],
        [1, 1],
      ],
    ],
    ['any case only where asked', [anchor('secret', true), anchor('AKIA')], 'SeCrEt akia', [[0, 0]]],
    ['cut off by the end', [anchor('AKIA')], 'AKI', []],
    ['not beyond the length', [anchor('xAA')], 'x', []],
    ['bytes above ASCII', [anchor('\xff\xfe\x00')], 'a\xff\xfe\x00', [[0, 1]]],
  ])('finds anchors %s', (_situation, anchors, content, hits) => {
    expect(scan(anchors, latin1(content))).toEqual(hits)
  })

  it('refuses an anchor of two bytes', () => {
    expect(() => createTwin([anchor('ab')], 8)).toThrow(/anchor 0/)
  })

  it('forgets the hits of the scan before', () => {
    const kernel = createTwin([anchor('abc')], 8)
    kernel.memory.set(latin1('abcabc'))
    expect(kernel.scan(6).count).toBe(2)
    expect(kernel.scan(3).count).toBe(1)
  })

  it('finds what a naive search finds', () => {
    const letters = fc.constantFrom(...'abAB-'.split(''))
    const literal = fc.string({ unit: letters, minLength: 3, maxLength: 6 })
    const anchors = fc.array(
      fc
        .record({ literal, caseInsensitive: fc.boolean() })
        .map((a) => anchor(a.caseInsensitive ? a.literal.toLowerCase() : a.literal, a.caseInsensitive)),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(anchors, fc.string({ unit: letters, maxLength: 200 }), (list, text) => {
        expect(scan(list, latin1(text))).toEqual(naive(list, latin1(text)))
      }),
      { numRuns: 500 },
    )
  })
})
