import { describe, expect, it } from 'vitest'
import { parseListing } from '../../src/sources/listed-names.js'

const OID = 'a'.repeat(40)
const NONE = { files: [], submodules: [], repositories: [] }

describe('listing of a work tree', () => {
  it.each([
    ['nothing', '', NONE],
    [
      'tracked and untracked files',
      `? new\0H 100644 ${OID} 0\ta b\0S 100755 ${OID} 0\tsparse\0`,
      { ...NONE, files: ['new', 'a b', 'sparse'] },
    ],
    [
      'an untracked name that looks tracked',
      `? H 100644 ${OID} 0\tx\0`,
      { ...NONE, files: [`H 100644 ${OID} 0\tx`] },
    ],
    [
      'the sides of a conflict',
      `M 100644 ${OID} 1\tx\0M 100644 ${OID} 2\tx\0M 100644 ${OID} 3\tx\0`,
      { ...NONE, files: ['x'] },
    ],
    ['names with line feeds and tabs', `H 120000 ${OID} 0\ta\tb\nc\0`, { ...NONE, files: ['a\tb\nc'] }],
    ['a submodule', `H 160000 ${'b'.repeat(64)} 0\tsub\0`, { ...NONE, submodules: ['sub'] }],
    ['a repository that is not tracked', '? nested/deep/\0', { ...NONE, repositories: ['nested/deep'] }],
  ])('is read: %s', (_situation, stdout, expected) => expect(parseListing(stdout)).toEqual(expected))
})
