import { describe, expect, it } from 'vitest'
import { isNull, parseRawDiff } from '../../src/sources/raw-diff.js'

const OLD = 'a'.repeat(40)
const NEW = 'b'.repeat(40)
const NONE = '0'.repeat(40)

describe('raw diff', () => {
  it.each([
    ['nothing', '', []],
    [
      'a new file',
      `:000000 100644 ${NONE} ${NEW} A\0a.txt\0`,
      [['000000', '100644', NONE, NEW, 'A', 'a.txt', 'a.txt']],
    ],
    [
      'a link that became a file',
      `:120000 100644 ${OLD} ${NEW} T\0l\0`,
      [['120000', '100644', OLD, NEW, 'T', 'l', 'l']],
    ],
    [
      'a rename with its score',
      `:100644 100755 ${OLD} ${NEW} R087\0from\0to\0`,
      [['100644', '100755', OLD, NEW, 'R', 'from', 'to']],
    ],
    [
      'names with spaces, quotes, line feeds, tabs and letters beyond ASCII',
      `:100644 100644 ${OLD} ${NEW} M\0a b"\n\té\0:100644 100644 ${NEW} ${OLD} M\0:x\0`,
      [
        ['100644', '100644', OLD, NEW, 'M', 'a b"\n\té', 'a b"\n\té'],
        ['100644', '100644', NEW, OLD, 'M', ':x', ':x'],
      ],
    ],
    [
      'object ids of SHA-256',
      `:000000 160000 ${'0'.repeat(64)} ${'c'.repeat(64)} A\0sub\0`,
      [['000000', '160000', '0'.repeat(64), 'c'.repeat(64), 'A', 'sub', 'sub']],
    ],
  ])('reads %s', (_situation, output, expected) => {
    const changes = parseRawDiff(output)
    expect(
      changes.map((one) => [
        one.oldMode,
        one.newMode,
        one.oldOid,
        one.newOid,
        one.status,
        one.oldPath,
        one.path,
      ]),
    ).toEqual(expected)
  })

  it('refuses what is not a raw diff', () => {
    expect(() => parseRawDiff('diff --git a/x b/x\0')).toThrow('unknown form')
  })

  it.each([
    [NONE, true],
    ['0'.repeat(64), true],
    [`${'0'.repeat(39)}1`, false],
  ])('knows whether %s stands for no object', (oid, expected) => expect(isNull(oid)).toBe(expected))
})
