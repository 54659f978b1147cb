import { expect, it } from 'vitest'
import { plainStaged } from '../../src/cli/plain-staged.js'

it.each<[readonly string[], object | null]>([
  [['staged'], {}],
  [['staged', '--quiet'], { quiet: ['true'] }],
  [['staged', '--whole-file', '--no-color'], { 'whole-file': ['true'], 'no-color': ['true'] }],
  [['staged', '--quiet', '--quiet'], null],
  [['staged', '--quiet=false'], null],
  [['staged', '--format', 'json'], null],
  [['staged', '--help'], null],
  [['staged', '--'], null],
  [['staged', 'file'], null],
  [['scan', '--quiet'], null],
  [['--quiet', 'staged'], null],
  [[], null],
])('%j', (argv, given) => expect(plainStaged(argv)).toEqual(given))
