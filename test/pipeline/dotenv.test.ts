import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dotenvEntries } from '../../src/pipeline/own-secrets/dotenv.js'

it.each<[string, string, readonly string[]]>([
  ['a value', 'A=b\n', ['A=b']],
  ['the last line without its end', 'A=b', ['A=b']],
  ['several, and what is no variable', '# c\n\nA=1\nhttps://host/path\nB=2\n', ['A=1', 'B=2']],
  ['export, blanks, a dotted name', '  export  app.key = b\n', ['app.key=b']],
  ['a colon', 'A: b c\nB:c\n', ['A=b c']],
  ['an operator in the value', 'A=b=c==\n', ['A=b=c==']],
  ['a comment behind the value', 'A=b c  # d\n', ['A=b c']],
  ['a hash in the value', 'A=b#c\n', ['A=b#c']],
  ['a comment for a value', 'A= # c\nB=#c\n', ['A=', 'B=']],
  ['no value', 'A=\nB=b\n', ['A=', 'B=b']],
  ['double quotes', 'A="b # c" # d\n', ['A=b # c']],
  ['single quotes, in which escapes are none', "A='b\\n\"c'\n", ['A=b\\n"c']],
  ['backticks', 'A=`b\'"c`\n', ['A=b\'"c']],
  ['a value over several lines', 'A="b\nC=c\n" \nD=d\n', ['A=b\nC=c\n', 'D=d']],
  ['a quote that is never closed', 'A="b\nC=c\n', ['A="b', 'C=c']],
  ['CR LF and a byte order mark', '\uFEFFA=b\r\nB="c\r\nd"\r\n', ['A=b', 'B=c\nd']],
  ['characters of any script', 'A=pässwörter\n', ['A=pässwörter']],
  ['nothing', '', []],
])('%s', (_situation, text, expected) => {
  expect(dotenvEntries(text).map(({ name, value }) => `${name}=${value}`)).toEqual(expected)
})

it.each<[string, string, string]>([
  ['A="-----BEGIN\\nb\\n"', '-----BEGIN\\nb\\n', '-----BEGIN\nb\n'],
  ['A="a\\"b\\\\c\\$d"', 'a\\"b\\\\c\\$d', 'a"b\\c$d'],
  ["A='a\\nb'", 'a\\nb', 'a\\nb'],
  ['A=a\\nb', 'a\\nb', 'a\\nb'],
])('%s is told as it is written and as a program gets it', (text, written, value) => {
  expect(dotenvEntries(text)).toEqual([{ name: 'A', written, value }])
})

it('takes any text, and every value stands in it', () => {
  const pieces = fc.constantFrom('A', '=', ':', '"', "'", '`', '\\', '#', ' ', '\n', 'export ', 'b')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      for (const { written } of dotenvEntries(text)) expect(text).toContain(written)
    }),
  )
})
