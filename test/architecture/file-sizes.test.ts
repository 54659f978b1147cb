import { expect, it } from 'vitest'
import { filesBelow, textOf } from './source-files.js'

const MOST_LINES = 250

/** Tables grow with the world, not with the code. */
const TABLES: readonly string[] = []

const files = ['src', 'test', 'scripts', 'fixtures'].flatMap((folder) => [
  ...filesBelow(folder, '.ts'),
  ...filesBelow(folder, '.mjs'),
])

it('no file is too long to read in one go', () => {
  const long = files.filter((file) => textOf(file).split('\n').length - 1 > MOST_LINES)
  expect(long.filter((file) => !TABLES.includes(file))).toEqual([])
})

it('every exception still needs to be one', () => {
  expect(TABLES.filter((file) => !files.includes(file))).toEqual([])
})
