import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import type { Detection, Occurrence } from '../../src/model/index.js'
import { allowedRangesOf } from '../../src/pipeline/allow-markers.js'
import { type Content, heldContent } from '../../src/pipeline/content.js'
import { judgeOccurrences } from '../../src/pipeline/occurrences.js'

const RULE = 'aws-access-key'
const ALLOW = `keysieve:allow ${RULE} -- why`
const ALLOW_NEXT = `keysieve:allow-next-line ${RULE} -- why`

/** The same bytes in pieces of this size, as a large file is read again. */
const inPieces = (bytes: Uint8Array, size: number): Content => ({
  ...heldContent(bytes, 'utf-8'),
  pieces: async function* () {
    for (let base = 0; base < bytes.length; base += size)
      yield { base, bytes: bytes.subarray(base, base + size) }
  },
})

const occurrencesIn = (text: string): readonly Occurrence[] =>
  Array.from(text.matchAll(/KEY/g), ({ index }) => ({
    parts: [{ role: 'id', span: { start: index, end: index + 3 } }],
    name: '',
  }))

const judged = async (text: string, content: Content = heldContent(Buffer.from(text), 'utf-8')) => {
  const [first, ...rest] = occurrencesIn(text)
  if (first === undefined) throw new RangeError('no KEY')
  const detection: Detection = {
    ruleId: RULE,
    values: { id: 'KEY' },
    primary: 'id',
    occurrences: [first, ...rest],
    also: [],
    confidence: 'high',
    facts: {},
    why: [],
  }
  return judgeOccurrences(detection, await allowedRangesOf(content))
}

describe('a credential is allowed', () => {
  it.each([
    ['on its own line', `x\nKEY # ${ALLOW}\n`, 2],
    ['by a marker before it', `/* ${ALLOW} */ KEY`, 1],
    ['on the line before', `# ${ALLOW_NEXT}\nKEY`, 1],
    ['on the line before that ends in CR LF', `# ${ALLOW_NEXT}\r\nKEY`, 1],
    ['at 1,900 characters', `${' '.repeat(10_000)}KEY${' '.repeat(1_900)}# ${ALLOW}`, 1],
    ['at every place', `KEY # ${ALLOW}\n\n# ${ALLOW_NEXT}\nKEY`, 1],
    ['in a file of CRs, on its own line', `x\rKEY # ${ALLOW}\rx`, 1],
  ])('%s', async (_situation, text, line) => {
    expect((await judged(text)).suppression).toEqual({ kind: 'inline', line, reason: 'why' })
    for (const size of [7, 14, 20])
      expect((await judged(text, inPieces(Buffer.from(text), size))).suppression?.line).toBe(line)
  })

  it.each([
    ['by a marker on the line before', `# ${ALLOW}\nKEY`],
    ['by a marker for the next line on its own', `KEY # ${ALLOW_NEXT}`],
    ['two lines behind', `# ${ALLOW_NEXT}\n\nKEY`],
    ['where one place is not', `KEY # ${ALLOW}\nKEY\n`],
    ['far behind a marker on a long line', `/* ${ALLOW} */${' '.repeat(2_000)}KEY`],
    ['far before a marker on a long line', `KEY${' '.repeat(2_000)}/* ${ALLOW} */`],
    ['far into the next line', `# ${ALLOW_NEXT}\n${' '.repeat(2_000)}KEY`],
    ['by a marker at the top of a file of CRs', `# ${ALLOW}\rKEY\r`],
    ['by a marker for the next line in a file of CRs, further down', `# ${ALLOW_NEXT}\rx\rKEY\r`],
    ['by a word that ends like a marker', `KEY not${ALLOW}`],
  ])('not %s', async (_situation, text) => {
    expect((await judged(text)).suppression).toBeNull()
  })

  it('by no more than the first 10,000 markers', async () => {
    const text = `${`# keysieve:allow x\n`.repeat(10_000)}KEY # ${ALLOW}`
    expect((await judged(text)).suppression).toBeNull()
  })
})

it('what a marker allows is no place of a credential that stands elsewhere as well', async () => {
  const text = `KEY # ${ALLOW}\nKEY\n`
  expect((await judged(text)).occurrences).toEqual([occurrencesIn(text)[1]])
})

it('of many places the first are named, and the others counted', async () => {
  const { occurrences, unnamed } = await judged('KEY\n'.repeat(500))
  expect(occurrences).toHaveLength(101)
  expect(unnamed).toHaveLength(399)
})

it('many markers beside many places are judged', async () => {
  const text = `/* ${ALLOW} */ KEY `.repeat(10_000)
  expect((await judged(text)).suppression).not.toBeNull()
})
