import { describe, expect, it } from 'vitest'
import { HunkParser } from '../../src/sources/hunk-parser.js'

const parse = (diff: string, step: number) => {
  const parser = new HunkParser()
  const bytes = Buffer.from(diff)
  for (let at = 0; at < bytes.length; at += step) parser.push(bytes.subarray(at, at + step))
  return parser.added().map(({ first, last }) => [first, last])
}

const HEAD = 'diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n'

describe('added lines of a diff', () => {
  it.each([
    ['no difference', '', []],
    ['one line added', `${HEAD}@@ -3,0 +4 @@ context\n+x\n`, [[4, 4]]],
    ['lines replaced', `${HEAD}@@ -3,2 +3,3 @@\n-a\n-b\n+c\n+d\n+e\n`, [[3, 5]]],
    ['lines removed only', `${HEAD}@@ -3,2 +2,0 @@\n-a\n-b\n`, []],
    [
      'two hunks',
      `${HEAD}@@ -1 +1 @@\n-a\n+b\n@@ -9,0 +10,2 @@\n+c\n+d\n`,
      [
        [1, 1],
        [10, 11],
      ],
    ],
    [
      'lines that look like headers',
      `${HEAD}@@ -1,2 +1,2 @@\n--- a/x\n-@@ -7 +7 @@\n+++ b/x\n+@@ -8 +8 @@\n`,
      [[1, 2]],
    ],
    [
      'no line feed at the end, old and new',
      `${HEAD}@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n`,
      [[1, 1]],
    ],
    [
      'an added line that begins with a backslash',
      `${HEAD}@@ -1,0 +2,2 @@\n+\\ No newline at end of file\n+x\n`,
      [[2, 3]],
    ],
    ['a carriage return inside a line', `${HEAD}@@ -0,0 +1,2 @@\n+a\rb\r\n+c\n`, [[1, 2]]],
    [
      'a very long line before the next hunk',
      `${HEAD}@@ -1 +1 @@ ${'f'.repeat(300)}\n-${'x'.repeat(500)}\n+y\n@@ -4,0 +5 @@\n+z\n`,
      [
        [1, 1],
        [5, 5],
      ],
    ],
  ])('reads %s, wherever the pieces end', (_situation, diff, expected) => {
    for (const step of [1, 2, 7, 64, 100_000]) expect(parse(diff, step)).toEqual(expected)
  })
})
