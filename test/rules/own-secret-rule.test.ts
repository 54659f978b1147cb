import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import type { OwnSecret } from '../../src/model/index.js'
import { engineFor } from '../../src/pipeline/builtin-engine.js'
import { withOwnSecrets } from '../../src/pipeline/run-rules.js'
import { MOST_OWN_BYTES, OWN_SECRET, ownSecretRule } from '../../src/rules/index.js'
import { draw } from '../support/credentials.js'

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const secretOf = (seed: string, length: number): string => draw(`own-rule/${seed}`, BASE62, length)

/** `words@start-end` of each place of each own secret in a text; the words are the number of the value. */
const foundIn = (text: string, values: readonly string[]): readonly string[] => {
  const own = values.map(
    (value, index): OwnSecret => ({
      value,
      source: { words: String(index), files: [], strength: 'guessable' },
    }),
  )
  const engine = engineFor(withOwnSecrets({ rules: [ownSecretRule([])] }, own), own)
  const bytes = new TextEncoder().encode(text)
  engine.memory.set(bytes)
  const scan = engine.begin({ path: 'file' })
  scan.chunk(bytes.length, 0, 'only')
  return scan
    .finish()
    .detections.filter(({ ruleId }) => ruleId === OWN_SECRET)
    .flatMap(({ own: source, occurrences }) =>
      occurrences.map(({ parts: [{ span }] }) => `${source?.words}@${span.start}-${span.end}`),
    )
}

describe('own secrets are found as they are', () => {
  const value = secretOf('value', 20)
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['alone', value, [value], ['0@0-20']],
    ['in a longer run', `x${value}x`, [value], ['0@1-21']],
    ['twice', `${value},${value}`, [value], ['0@0-20', '0@21-41']],
    ['another case is another value', value.toLowerCase(), [value], []],
    ['the longer of two that begin alike', `${value}tail`, [value, `${value}tail`], ['1@0-24']],
    ['two in one line', `${value} ${secretOf('b', 16)}`, [secretOf('b', 16), value], ['1@0-20', '0@21-37']],
    ['signs of patterns', 'a(b[c{d*e+f?g.h^i$j|k\\l/m', ['(b[c{d*e+f?g.h^i$j|k\\l/'], ['0@1-24']],
    ['escapes that are a part of it', 'x=a%2Fb\\/c&#43;d%2Bef', ['a%2Fb\\/c&#43;d%2Bef'], ['0@2-21']],
    ['characters of other scripts', 'é pässwörter-für-alle', ['pässwörter-für-alle'], ['0@3-25']],
    ['several lines', `a\n${value}\n${value}\nb`, [`${value}\n${value}`], ['0@2-43']],
    ['no values', value, [], []],
  ])('%s', (_situation, text, values, expected) => expect(foundIn(text, values)).toEqual(expected))
})

it('as many and as long ones as there may be are found', () => {
  const values = [
    secretOf('long', MOST_OWN_BYTES),
    ...Array.from({ length: 1_999 }, (_, i) => secretOf(`many/${i}`, 124)),
  ]
  for (const index of [0, 1, 1_000, 1_999]) {
    const value = values[index] ?? ''
    expect(foundIn(`key: "${value}"`, values)).toEqual([`${index}@6-${6 + value.length}`])
  }
})

it('no baseline may accept one, and the pattern tells nothing else than the values', () => {
  const rule = ownSecretRule(['a"b\nc d\u0000e0123456789'])
  expect(rule).toMatchObject({
    baseline: 'never',
    strength: 'guessable',
    severity: 'high',
    confidence: 'high',
  })
  expect(Buffer.from(rule.pattern ?? '').every((byte) => byte > 0x20 && byte < 0x7f)).toBe(true)
})
