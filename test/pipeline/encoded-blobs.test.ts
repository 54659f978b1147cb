import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { scanText } from '../../src/pipeline/index.js'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'

const [id, secret] = [accessKeyId('encoded'), secretAccessKey('encoded')]
const text = `# ключ\nAWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n`
const wide = (mark: string): Buffer => Buffer.from(mark + text, 'utf16le')
const utf32 = (bytesOf: (code: number) => readonly number[]): Buffer =>
  Buffer.from(Array.from(`\ufeff${text}`, (character) => bytesOf(character.codePointAt(0) ?? 0)).flat())

describe('a credential is found at its line and column in', () => {
  it.each<[string, Uint8Array, number]>([
    ['UTF-8', Buffer.from(text), Buffer.from(text).indexOf(secret)],
    [
      'UTF-8 with a byte order mark',
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`).indexOf(secret),
    ],
    ['UTF-16LE', wide('\ufeff'), 2 + 2 * text.indexOf(secret)],
    ['UTF-16BE', wide('\ufeff').swap16(), 2 + 2 * text.indexOf(secret)],
    ['UTF-16LE without a mark', wide(''), 2 * text.indexOf(secret)],
    ['UTF-16BE without a mark', wide('').swap16(), 2 * text.indexOf(secret)],
    ['UTF-32LE', utf32((code) => [code & 255, code >> 8, 0, 0]), 4 + 4 * text.indexOf(secret)],
    ['UTF-32BE', utf32((code) => [0, 0, code >> 8, code & 255]), 4 + 4 * text.indexOf(secret)],
  ])('%s', async (_encoding, bytes, startByte) => {
    const { findings, counts } = await scanText(bytes)
    expect(
      findings.map(({ ruleId, region }) => [ruleId, region.startLine, region.startColumn, region.startByte]),
    ).toEqual([['aws-access-key', 3, 23, startByte]])
    expect(counts).toMatchObject({ files: 1, skipped: 0 })
  })
})

it.each([
  ['little endian', [0xff, 0xfe]],
  ['big endian', [0xfe, 0xff]],
  ['UTF-32', [0xff, 0xfe, 0, 0]],
])('a false mark hides nothing: %s', async (_mark, mark) => {
  const { findings } = await scanText(Buffer.concat([Buffer.from(mark), Buffer.from(`\n${text}`)]))
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['aws-access-key'])
})
