import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSimdKernel, createTwin, type KernelAnchor } from '../../src/kernel/index.js'
import { ANCHORS, countedText, textWith } from './anchored-text.js'
import { anchor, type Hit, hitsOf, latin1, present } from './hits.js'

const CAPACITY = 4096
const SLICE = 256 * 1024
const BATCH = 4096

const pairOf = (anchors: readonly KernelAnchor[], capacity: number) => ({
  simd: present(createSimdKernel(anchors, capacity)),
  twin: createTwin(anchors, capacity),
})

describe('the wasm kernel', () => {
  it.each<[string, KernelAnchor[], string, Hit[]]>([
    ['no anchors at all', [], 'anything', []],
    ['nothing in an empty text', [anchor('AKIA')], '', []],
    [
      'one at the beginning and the end',
      [anchor('AKIA')],
      'AKIA..AKIA',
      [
        [0, 0],
        [0, 6],
      ],
    ],
    ['one at an odd offset', [anchor('AKIA')], '.AKIA', [[0, 1]]],
    [
      'three bytes at the very end',
      [anchor('eyJ')],
      '..eyJ.eyJ',
      [
        [0, 2],
        [0, 6],
      ],
    ],
    [
      'one that overlaps itself',
      [anchor('aaa')],
      'aaaa',
      [
        [0, 0],
        [0, 1],
      ],
    ],
    [
      'two at one place, in their order',
      [anchor('abcd'), anchor('abc')],
      'xabcd',
      [
        [0, 1],
        [1, 1],
      ],
    ],
    [
      'the same one given twice',
      [anchor('abc'), anchor('abc')],
      'abc',
      [
        [0, 0],
        [1, 0],
      ],
    ],
    [
      'the earlier first where the later is noticed first',
      [anchor('zzzzqjxk'), anchor('zqjx')],
      'zzzzqjxk',
      [
        [0, 0],
        [1, 3],
      ],
    ],
    ['any case only where asked', [anchor('secret', true), anchor('AKIA')], 'SeCrEt akia', [[0, 0]]],
    ['no other byte that folds alike', [anchor('@[_', true)], '`{\x7f @[_', [[0, 4]]],
    ['no anchor of upper case in any case', [anchor('KEY', true)], 'key KEY', []],
    ['nothing that would begin before the text', [anchor('\0\0\0zqj')], '\0zqj', []],
    ['nothing cut off by the end', [anchor('AKIA')], 'AKI', []],
    ['bytes above ASCII', [anchor('\xff\xfe\x00')], 'a\xff\xfe\x00', [[0, 1]]],
    [
      'zeros',
      [anchor('\0\0\0')],
      '\0\0\0\0',
      [
        [0, 0],
        [0, 1],
      ],
    ],
  ])('finds %s', (_situation, anchors, content, hits) => {
    expect(hitsOf(present(createSimdKernel(anchors, 64)), latin1(content))).toEqual(hits)
  })

  it('refuses an anchor of two bytes', () => {
    expect(() => createSimdKernel([anchor('abc'), anchor('ab')], 8)).toThrow(/anchor 1/)
  })

  it('says no to more content than wasm can address', () => {
    expect(createSimdKernel([anchor('abc')], 2 ** 32)).toBeNull()
  })

  it('does not see what lies beyond the length', () => {
    const kernel = present(createSimdKernel([anchor('secret'), anchor('key')], 64))
    const text = latin1('..secret.key')
    expect(hitsOf(kernel, text, 7)).toEqual([])
    expect(hitsOf(kernel, text, 8)).toEqual([[0, 2]])
    expect(hitsOf(kernel, text, 12)).toEqual([
      [0, 2],
      [1, 9],
    ])
  })

  it('forgets the hits of the scan before', () => {
    const kernel = present(createSimdKernel([anchor('abc')], 8))
    kernel.memory.set(latin1('abcabc'))
    expect(kernel.scan(6).count).toBe(2)
    expect(kernel.scan(3).count).toBe(1)
  })

  it('keeps its memory: a view taken once stays good', () => {
    const kernel = present(createSimdKernel(ANCHORS, 200_000))
    const { memory } = kernel
    hitsOf(kernel, new Uint8Array(200_000).fill(0x61))
    expect(kernel.memory).toBe(memory)
    expect(memory.length).toBe(200_000)
  })
})

describe('the wasm kernel finds what the plain one finds', () => {
  it('in texts made of anchors and their pieces', () => {
    const { simd, twin } = pairOf(ANCHORS, CAPACITY)
    fc.assert(
      fc.property(countedText(ANCHORS), ({ content, length }) => {
        expect(hitsOf(simd, content, length)).toEqual(hitsOf(twin, content, length))
      }),
      { numRuns: 3000 },
    )
  })

  it('with random anchors of few letters', () => {
    const literal = fc.string({ unit: fc.constantFrom(...'abAB-'), minLength: 3, maxLength: 40 })
    const anchors = fc.array(
      fc.tuple(literal, fc.boolean()).map(([text, insensitive]) => anchor(text, insensitive)),
      { minLength: 1, maxLength: 12 },
    )
    const text = fc.string({ unit: fc.constantFrom(...'abAB-'), maxLength: 300 })
    fc.assert(
      fc.property(anchors, text, (list, content) => {
        const { simd, twin } = pairOf(list, 300)
        expect(hitsOf(simd, latin1(content))).toEqual(hitsOf(twin, latin1(content)))
      }),
      { numRuns: 500 },
    )
  })

  it('at each of 64 alignments', () => {
    const { simd, twin } = pairOf(ANCHORS, CAPACITY)
    fc.assert(
      fc.property(textWith(ANCHORS), fc.nat(255), (content, filling) => {
        for (let shift = 0; shift < 64; shift++) {
          const shifted = new Uint8Array(shift + content.length).fill(filling)
          shifted.set(content, shift)
          expect(hitsOf(simd, shifted)).toEqual(hitsOf(twin, shifted))
        }
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['a batch', BATCH],
    ['a slice', SLICE],
  ])('across the border of %s', (_name, border) => {
    const { simd, twin } = pairOf(ANCHORS, border + 128)
    for (const { bytes } of ANCHORS) {
      for (let before = -2; before <= bytes.length + 2; before++) {
        simd.memory.fill(0x2e)
        twin.memory.fill(0x2e)
        simd.memory.set(bytes, border - before)
        twin.memory.set(bytes, border - before)
        for (const length of [border, border + 1, border + 100]) {
          const [hits, expected] = [simd.scan(length), twin.scan(length)]
          expect(Array.from({ length: hits.count }, (_, i) => [hits.anchorAt(i), hits.offsetAt(i)])).toEqual(
            Array.from({ length: expected.count }, (_, i) => [expected.anchorAt(i), expected.offsetAt(i)]),
          )
        }
      }
    }
  })
})
