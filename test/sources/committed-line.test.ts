import { describe, expect, it } from 'vitest'
import { committedLine } from '../../src/sources/committed-line.js'

describe('where a line stands in the commit', () => {
  it.each([
    ['unchanged', 'a\nb\nc\n', 'a\nb\nc\n', 2, 2],
    ['moved down', 'new\na\nb\n', 'a\nb\n', 3, 2],
    ['moved up', 'b\n', 'a\nb\n', 1, 2],
    ['the last one, without a line feed', 'a\nb', 'a\nb\n', 2, 2],
    ['checked out with CR', 'a\r\nb\r\n', 'a\nb\n', 2, 2],
    ['committed with CR', 'a\nb\n', 'a\r\nb\r\n', 2, 2],
    ['equal lines, as many as before', 'x\nnew\na\nx\nx\n', 'x\na\nx\nx\n', 4, 3],
    ['an empty line', 'a\n\nb\n', 'a\n\nb\n', 2, 2],
    ['an empty line with CR', '\r\n', '\n', 1, 1],
    ['equal lines, one more than before', 'x\nx\n', 'x\n', 1, null],
    ['edited', 'a\nB\n', 'a\nb\n', 2, null],
    ['the beginning of another line', 'a\n', 'ab\n', 1, null],
    ['behind the end', 'a\n', 'a\n', 2, null],
    ['of an empty file', '', 'a\n', 1, null],
    ['not committed', 'a\n', '', 1, null],
  ])('%s', (_situation, current, committed, line, expected) =>
    expect(committedLine(Buffer.from(current), Buffer.from(committed), line)).toBe(expected),
  )
})
