import { expect, it } from 'vitest'
import { OrderedHits } from '../../src/kernel/ordered-hits.js'

type Pair = readonly [anchor: number, offset: number]

const read = (hits: OrderedHits): Pair[] =>
  Array.from({ length: hits.count }, (_, i) => [hits.anchorAt(i), hits.offsetAt(i)])

it.each<[string, Pair[][], Pair[]]>([
  ['nothing', [[]], []],
  [
    'one area, in place',
    [
      [
        [0, 1],
        [1, 4],
      ],
    ],
    [
      [0, 1],
      [1, 4],
    ],
  ],
  [
    'two areas',
    [
      [
        [0, 1],
        [1, 4],
      ],
      [[0, 5]],
    ],
    [
      [0, 1],
      [1, 4],
      [0, 5],
    ],
  ],
  [
    'a second one that begins earlier',
    [
      [
        [0, 1],
        [0, 4],
        [0, 6],
      ],
      [
        [1, 4],
        [0, 5],
        [0, 7],
      ],
    ],
    [
      [0, 1],
      [0, 4],
      [1, 4],
      [0, 5],
      [0, 6],
      [0, 7],
    ],
  ],
  [
    'a second one that is earlier as a whole',
    [
      [
        [0, 6],
        [0, 7],
      ],
      [
        [0, 4],
        [0, 5],
      ],
    ],
    [
      [0, 4],
      [0, 5],
      [0, 6],
      [0, 7],
    ],
  ],
  [
    'an empty last one',
    [
      [
        [0, 1],
        [1, 4],
      ],
      [],
    ],
    [
      [0, 1],
      [1, 4],
    ],
  ],
])('puts hits in order: %s', (_situation, areas, expected) => {
  const area = new Uint32Array(8)
  const hits = new OrderedHits(area)
  for (const round of ['first', 'again']) {
    hits.clear()
    areas.forEach((pairs, at) => {
      area.set(pairs.flat())
      if (at === areas.length - 1) hits.close(pairs.length)
      else hits.spill(pairs.length)
    })
    expect([round, read(hits)]).toEqual([round, expected])
  }
})
