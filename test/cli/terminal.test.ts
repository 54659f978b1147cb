import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import type { Screen } from '../../src/cli/host.js'
import { colorsFor, widthOf } from '../../src/cli/terminal.js'

const screen = (properties: { isTTY?: boolean; columns?: number }): Screen =>
  Object.assign(new PassThrough(), properties)
const terminal = screen({ isTTY: true, columns: 120 })
const pipe = screen({})

it.each<[string, 'off' | 'auto', Readonly<Record<string, string>>, Screen, 'on' | 'off']>([
  ['a terminal', 'auto', {}, terminal, 'on'],
  ['a pipe', 'auto', {}, pipe, 'off'],
  ['a terminal that can do nothing', 'auto', { TERM: 'dumb' }, terminal, 'off'],
  ['NO_COLOR', 'auto', { NO_COLOR: '1' }, terminal, 'off'],
  ['an empty NO_COLOR, which counts as none', 'auto', { NO_COLOR: '' }, terminal, 'on'],
  ['FORCE_COLOR on a pipe', 'auto', { FORCE_COLOR: '1' }, pipe, 'on'],
  ['an empty FORCE_COLOR', 'auto', { FORCE_COLOR: '' }, pipe, 'on'],
  ['FORCE_COLOR=0', 'auto', { FORCE_COLOR: '0' }, terminal, 'off'],
  ['FORCE_COLOR against NO_COLOR', 'auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, pipe, 'on'],
  ['--no-color against FORCE_COLOR', 'off', { FORCE_COLOR: '3' }, terminal, 'off'],
])('colours with %s', (_situation, asked, env, where, colors) =>
  expect(colorsFor(asked, env, where)).toBe(colors),
)

it.each([
  ['a terminal', terminal, 120],
  ['a pipe', pipe, 100],
  ['a terminal of unknown size', screen({ isTTY: true, columns: 0 }), 100],
  ['a very narrow terminal', screen({ isTTY: true, columns: 12 }), 40],
])('the width of %s', (_situation, where, width) => expect(widthOf(where)).toBe(width))
