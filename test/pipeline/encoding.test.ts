import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { type Blob, originOf, type Reader } from '../../src/model/index.js'
import { byteOffsetOf, encodingOf, utf16Reader } from '../../src/pipeline/utf16.js'

const blob: Blob = {
  path: 'x',
  origin: originOf('stdin'),
  locator: { kind: 'bytes', bytes: new Uint8Array() },
}
const readerOf = (bytes: Uint8Array): Reader => ({
  read: (_blob, into, at) => {
    const part = bytes.subarray(at, at + into.length)
    into.set(part)
    return part.length
  },
  close: async () => {},
})

const little = Buffer.from('\uFEFFKEY=é€', 'utf16le')
const big = Buffer.from(little).swap16()

describe('UTF-16', () => {
  it.each([
    ['little endian', little, 'utf-16le'],
    ['big endian', big, 'utf-16be'],
    ['none', Buffer.from('KEY'), 'utf-8'],
    ['an empty blob', Buffer.alloc(0), 'utf-8'],
  ])('is known by its mark: %s', (_situation, bytes, encoding) => {
    expect(encodingOf(bytes)).toBe(encoding)
  })

  it.each([
    ['utf-16le', little],
    ['utf-16be', big],
  ] as const)(
    '%s is read one byte a unit, what is not Latin as a control character',
    async (encoding, bytes) => {
      const into = new Uint8Array(10)
      expect(await utf16Reader(readerOf(bytes), encoding).read(blob, into, 0)).toBe(6)
      expect([...into.subarray(0, 6)]).toEqual([...Buffer.from('KEY=\xe9\x1a', 'latin1')])
    },
  )

  it('is read on from any unit', async () => {
    const into = new Uint8Array(2)
    expect(await utf16Reader(readerOf(little), 'utf-16le').read(blob, into, 1)).toBe(2)
    expect(Buffer.from(into).toString()).toBe('EY')
  })

  it('leaves out half a unit at the end', async () => {
    const into = new Uint8Array(10)
    expect(await utf16Reader(readerOf(little.subarray(0, 5)), 'utf-16le').read(blob, into, 0)).toBe(1)
  })

  it('units stand at these bytes', () => {
    expect(byteOffsetOf('utf-16le', 3)).toBe(8)
    expect(byteOffsetOf('utf-8', 3)).toBe(3)
  })
})
