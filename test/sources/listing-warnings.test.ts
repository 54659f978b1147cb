import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWarnings } from '../../src/sources/listing-warnings.js'
import { temporaryFolder } from '../support/repository.js'

const top = (): string => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '.gitignore'), '')
  return folder
}

/** Of what the file system does not confirm, nothing is believed; what it confirms is in `permissions.test.ts`. */
describe('warnings of a listing', () => {
  it.each([
    ['none', '', true],
    ['rules that are there', "warning: unable to access '.gitignore': Permission denied\n", true],
    ['rules that are not there', "warning: unable to access 'x/.gitignore': Permission denied\n", false],
    ['another file', "warning: unable to access 'x': Permission denied\n", false],
    ['a directory that opens', "warning: could not open directory './': Permission denied\n", false],
    ['a directory that is not there', "warning: could not open directory 'x/': Permission denied\n", false],
    ['one that was cut', `warning: could not open directory '${'d/'.repeat(2000)}`, false],
    ['one that was cut and ended', `warning: could not open directory '${'d/'.repeat(2000)}\n`, false],
    ['one of another kind', 'warning: something\n', false],
    ['something else', 'hint: x\n', false],
    [
      'one that is clear, and one that is not',
      "warning: unable to access '.gitignore': Permission denied\nwarning: something\n",
      false,
    ],
  ])('are clear or not: %s', (_situation, stderr, areClear) =>
    expect(readWarnings(stderr, top())).toEqual({ unreadable: [], areClear }),
  )
})
