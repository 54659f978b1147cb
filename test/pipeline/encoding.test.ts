import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { byteOffsetOf, encodingsOf, wideReader } from '../../src/pipeline/encoding.js'
import { createReader } from '../../src/sources/index.js'
import { bytesBlob } from '../support/bytes-blob.js'

const reader = createReader({ cwd: '.' })

const little = Buffer.from('\uFEFFKEY=é€', 'utf16le')
const big = Buffer.from(little).swap16()

describe('encodings', () => {
  it.each([
    ['UTF-16, little endian', little, ['utf-16le', 'utf-8']],
    ['UTF-16, big endian', big, ['utf-16be', 'utf-8']],
    ['UTF-32, little endian', Buffer.from([0xff, 0xfe, 0, 0, 0x4b, 0, 0, 0]), ['utf-32le', 'utf-8']],
    ['UTF-32, big endian', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x4b]), ['utf-32be', 'utf-8']],
    ['UTF-16 without its mark', Buffer.from('KEY=é'.repeat(8), 'utf16le'), ['utf-16le-bare', 'utf-8']],
    [
      'UTF-16 without its mark, big endian',
      Buffer.from('KEY='.repeat(8), 'utf16le').swap16(),
      ['utf-16be-bare', 'utf-8'],
    ],
    ['plain text', Buffer.from('KEY'), ['utf-8']],
    ['a binary file', Buffer.from([0x7f, 0x45, 0, 0, 0, 1, 2, 3]), ['utf-8']],
    ['an empty blob', Buffer.alloc(0), ['utf-8']],
  ])('a beginning may stand for: %s', (_situation, bytes, encodings) => {
    expect(encodingsOf(bytes)).toEqual(encodings)
  })

  it.each([
    ['utf-16le', little],
    ['utf-16be', big],
  ] as const)(
    '%s is read one byte a unit, what is not Latin as a control character',
    async (encoding, bytes) => {
      const into = new Uint8Array(10)
      expect(await wideReader(reader, encoding).read(bytesBlob(bytes), into, 0)).toBe(6)
      expect([...into.subarray(0, 6)]).toEqual([...Buffer.from('KEY=\xe9\x1a', 'latin1')])
    },
  )

  it('is read on from any unit', async () => {
    const into = new Uint8Array(2)
    expect(await wideReader(reader, 'utf-16le').read(bytesBlob(little), into, 1)).toBe(2)
    expect(Buffer.from(into).toString()).toBe('EY')
  })

  it('leaves out half a unit at the end', async () => {
    const into = new Uint8Array(10)
    expect(await wideReader(reader, 'utf-16le').read(bytesBlob(little.subarray(0, 5)), into, 0)).toBe(1)
  })

  it('units stand at these bytes', () => {
    expect(byteOffsetOf('utf-16le', 3)).toBe(8)
    expect(byteOffsetOf('utf-16be-bare', 3)).toBe(6)
    expect(byteOffsetOf('utf-32le', 3)).toBe(16)
    expect(byteOffsetOf('utf-8', 3)).toBe(3)
  })
})
