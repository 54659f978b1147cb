import { expect, it } from 'vitest'
import { accessKeyId } from '../support/credentials.js'
import { scanned } from '../support/detect.js'

const ids = (count: number): string =>
  Array.from({ length: count }, (_, i) => accessKeyId(`many/${i}`)).join('\n')

it('all of a blob is kept as long as that is possible', () => {
  const { detections, extent } = scanned(ids(20_000))
  // A few in ten thousand random ids look made up.
  expect(detections.length).toBeGreaterThan(19_900)
  expect(extent).toBe('whole')
})

it('what is too much is cut, and that is said', () => {
  const { detections, extent } = scanned(ids(30_000))
  expect({ found: detections.length, extent }).toEqual({ found: 25_000, extent: 'cut' })
})

it('one value at very many places is one detection, and nothing is cut', () => {
  const { detections, extent } = scanned(`${accessKeyId('one')} `.repeat(50_000))
  expect(detections.map(({ occurrences }) => occurrences.length)).toEqual([10_000])
  expect(extent).toBe('whole')
})
