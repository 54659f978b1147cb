import { describe, expect, it } from 'vitest'
import { isLfsPointer } from '../../src/sources/lfs-pointer.js'

const VERSION = 'version https://git-lfs.github.com/spec/v1\n'
const OID = `oid sha256:${'0a'.repeat(32)}\n`
const SIZE = 'size 12\n'
const extension = (order: number, name = 'foo'): string => `ext-${order}-${name} sha256:${'0a'.repeat(32)}\n`

const isPointer = (text: string, size = text.length): boolean => isLfsPointer(Buffer.from(text), size)

describe('a pointer of Git LFS', () => {
  it.each([
    ['a plain one', VERSION + OID + SIZE],
    ['one with extensions', VERSION + extension(0) + extension(1, 'bar') + OID + SIZE],
  ])('is %s', (_situation, text) => expect(isPointer(text)).toBe(true))

  it.each([
    ['only the first line', VERSION],
    ['other lines behind the first', `${VERSION}name=value\n`],
    ['other lines before the end', `${VERSION}${OID}name=value\n${SIZE}`],
    ['a line behind the end', `${VERSION}${OID}${SIZE}name=value\n`],
    ['something without a line feed behind the end', `${VERSION}${OID}${SIZE}x`],
    ['a line before the first', `x\n${VERSION}${OID}${SIZE}`],
    ['lines out of order', VERSION + SIZE + OID],
    ['no size', VERSION + OID],
    ['something behind the size', `${VERSION}${OID}size 12 x\n`],
    ['an id of another length', `${VERSION}oid sha256:${'0'.repeat(40)}\n${SIZE}`],
    ['a long name of an extension', VERSION + extension(0, 'f'.repeat(40)) + OID + SIZE],
    ['lines that end in CR', (VERSION + OID + SIZE).replaceAll('\n', '\r\n')],
    ['nothing', ''],
  ])('is not %s', (_situation, text) => expect(isPointer(text)).toBe(false))

  it('is not one of which only the beginning is known', () => {
    const text = VERSION + OID + SIZE
    expect([isPointer(text, text.length + 1), isPointer(text.slice(0, 60), text.length)]).toEqual([
      false,
      false,
    ])
  })

  it('is shorter than 1024 bytes', () => {
    const text = `${VERSION}${extension(0).repeat(11)}${OID}${SIZE}`
    expect([text.length > 1024, isPointer(text)]).toEqual([true, false])
  })
})
