import { describe, expect, it } from 'vitest'
import { BatchParser } from '../../src/sources/batch-parser.js'

const OID = 'a'.repeat(40)

/** Events in short form, contents joined. */
const parse = (answer: string, step: number): readonly string[] => {
  const parser = new BatchParser()
  const bytes = Buffer.from(answer)
  const seen: string[] = []
  for (let at = 0; at < bytes.length; at += step) {
    for (const event of parser.push(bytes.subarray(at, at + step))) {
      if (event.kind === 'object') seen.push(`${event.type} ${event.size}:`)
      else if (event.kind === 'content') seen.push(`${seen.pop()}${Buffer.from(event.bytes).toString()}`)
      else seen.push(event.kind)
    }
  }
  return seen
}

describe('answers of git cat-file --batch', () => {
  it.each([
    ['an object', `${OID} blob 3\nabc\n`, ['blob 3:abc']],
    ['an empty object', `${OID} blob 0\n\n`, ['blob 0:']],
    ['an object of SHA-256', `${'b'.repeat(64)} blob 1\nx\n`, ['blob 1:x']],
    [
      'contents that look like an answer',
      `${OID} blob 14\na missing\nb\n\n\n\n${OID} tree 1\nx\n`,
      ['blob 14:a missing\nb\n\n\n', 'tree 1:x'],
    ],
    ['a missing object', ':path to/file missing\n', ['no-object']],
    ['an ambiguous id', 'abc ambiguous\n', ['no-object']],
    ['a submodule in the index', `${OID} submodule\n`, ['no-object']],
    [
      'several in a row',
      `x missing\n${OID} blob 2\nhi\n${OID} blob 0\n\ny missing\n`,
      ['no-object', 'blob 2:hi', 'blob 0:', 'no-object'],
    ],
    ['something else', 'hello\n', ['garbled']],
  ])('are read: %s, wherever the pieces end', (_situation, answer, expected) => {
    for (const step of [1, 2, 3, 5, 41, 100_000]) expect(parse(answer, step)).toEqual(expected)
  })

  it('passes contents on without copying them', () => {
    const chunk = Buffer.from(`${OID} blob 3\nabc\n`)
    const [, content] = new BatchParser().push(chunk)
    expect(content).toMatchObject({ kind: 'content', bytes: { buffer: chunk.buffer } })
  })
})
