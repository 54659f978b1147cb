import { expect, it } from 'vitest'
import { nearestName } from '../../src/sources/nearest-name.js'

it.each([
  ['one letter too few', 'confg', ['config', 'src'], 'config'],
  ['two letters swapped', 'sbu', ['sub', 'src'], 'sub'],
  ['other case', 'readme.md', ['README.md'], 'README.md'],
  ['an ending left out', 'config', ['config.yaml', 'conf'], 'conf'],
  ['two as near: the first by name', 'test', ['tests', 'test1'], 'test1'],
  ['nothing near', 'zzz', ['config', 'src'], null],
  ['nothing at all', 'src', [], null],
])('names what was meant: %s', (_situation, typed, names, expected) =>
  expect(nearestName(typed, names)).toBe(expected),
)
