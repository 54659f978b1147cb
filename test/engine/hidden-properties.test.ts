import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Detection } from '../../src/model/index.js'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { detected, scanned } from '../support/detect.js'

const id = accessKeyId('property')
const secret = secretAccessKey('property')

/** What encodings are made of, in any order. */
const fragments = fc.constantFrom(
  ...[
    '"',
    "'",
    '`',
    '\\',
    '\\\n',
    '\n',
    '\r\n',
    ' ',
    '+',
    '.',
    '&',
    '||',
    ',',
    '=',
    '=\n',
    '==',
    '%',
    '%41',
    '&#',
    '&#65;',
  ],
  ...[
    '\\u0041',
    '\\x41',
    '\\u',
    '\0',
    'A\0K\0I\0A\0',
    'QUtJQ',
    'YXdzX',
    '>-\n',
    '|\n  ',
    '.join(',
    '.append(',
    '+=',
    '//',
    '#',
  ],
  ...[
    'aws_secret_access_key',
    'secretKey',
    id,
    secret,
    id.slice(0, 9),
    secret.slice(20),
    id.toLowerCase(),
    '\xff',
    '\x1a',
  ],
  Buffer.from(`id ${id} secret ${secret}`).toString('base64'),
)

const spansOf = ({ occurrences, also }: Detection): readonly (readonly [number, number])[] =>
  [...occurrences.flatMap(({ parts }) => parts), ...also].map(({ span: { start, end } }) => [start, end])

it('whatever fragments follow each other, every part found lies in the text', () => {
  fc.assert(
    fc.property(fc.array(fragments, { maxLength: 60 }), (parts) => {
      const bytes = Buffer.from(parts.join(''), 'latin1')
      for (const [start, end] of scanned(bytes).detections.flatMap(spansOf)) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(bytes.length)
      }
    }),
    { numRuns: 400 },
  )
})

const base64 = (text: string): string => Buffer.from(text).toString('base64')
/** Ways to write a value, each of which the engine undoes. */
const written = fc.constantFrom<readonly [string, (value: string) => string]>(
  ['plain', (value) => `"${value}"`],
  ['base64', (value) => `"${base64(value)}"`],
  ['base64 twice', (value) => `"${base64(base64(value))}"`],
  ['escaped', (value) => `"${Array.from(value, (c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('')}"`],
  [
    'percent-encoded',
    (value) => `"${Array.from(value, (c) => `%${c.charCodeAt(0).toString(16)}`).join('')}"`,
  ],
  [
    'in three pieces',
    (value) => `"${value.slice(0, 5)}" + "${value.slice(5, 13)}" +\n  "${value.slice(13)}"`,
  ],
  ['base64 in pieces', (value) => `"${base64(value).slice(0, 11)}" +\n  "${base64(value).slice(11)}"`],
)

it('a credential is the same however its halves are written', () => {
  fc.assert(
    fc.property(written, written, fc.nat(500), ([, writeId], [, writeSecret], seed) => {
      const [anId, aSecret] = [accessKeyId(`${seed}`), secretAccessKey(`${seed}`)]
      const text = `const aws = {\n  aws_access_key_id: ${writeId(anId)},\n  aws_secret_access_key: ${writeSecret(aSecret)},\n}\n`
      expect(detected(text)).toEqual([{ rule: 'aws-access-key', id: anId, secret: aSecret }])
      expect(scanned(text).detections[0]?.occurrences[0].name).toBe('awssecretaccesskey')
    }),
    { numRuns: 300 },
  )
})
