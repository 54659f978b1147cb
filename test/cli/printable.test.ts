import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printable } from '../../src/cli/printable.js'

it.each([
  ['plain text', 'src/a b.ts', 'src/a b.ts'],
  ['letters of any script', 'schlüssel/鍵.env', 'schlüssel/鍵.env'],
  ['an escape sequence', 'a\u001b[2Jb', 'a\\u{1b}[2Jb'],
  ['a line break', 'a\nb', 'a\\u{a}b'],
  ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
  ['text that runs backwards', 'a\u202eb', 'a\\u{202e}b'],
  ['half a surrogate pair', 'a\ud800b', 'a\\u{d800}b'],
])('%s', (_situation, text, shown) => expect(printable(text)).toBe(shown))

it('leaves nothing that moves the cursor', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (text) => !/[\u0000-\u001f\u007f-\u009f]/.test(printable(text)),
    ),
  )
})
