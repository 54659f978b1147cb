import { expect, it } from 'vitest'
import { plainStaged } from '../../src/cli/plain-staged.js'

it.each<[readonly string[], object | null]>([
  [['staged'], {}],
  [['staged', '--quiet'], { quiet: ['true'] }],
  [['staged', '--whole-file', '--no-color'], { 'whole-file': ['true'], 'no-color': ['true'] }],
  [['staged', '--no-own-secrets'], { 'no-own-secrets': ['true'] }],
  [['staged', '--quiet', '--quiet'], null],
  [['staged', '--quiet=false'], null],
  [['staged', '--format', 'json'], null],
  [['staged', '--help'], null],
  [['staged', '--'], null],
  [['staged', 'file'], null],
  [['scan', '--quiet'], null],
  [['--quiet', 'staged'], null],
  [[], null],
])('%j', (argv, given) => expect(plainStaged(argv, {})).toEqual(given))

it.each<[string, Readonly<Record<string, string>>, object | null]>([
  ['a variable that asks for something', { KEYSIEVE_FAIL_ON: 'high' }, null],
  ['a variable that nearly does', { KEYSIEVE_FIAL_ON: 'high' }, null],
  ['a variable for debugging', { KEYSIEVE_DEBUG: '1' }, {}],
  ['variables of others', { PATH: '/bin', GIT_DIR: '.git' }, {}],
])('%s', (_variable, env, given) => expect(plainStaged(['staged'], env)).toEqual(given))
