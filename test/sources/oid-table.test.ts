import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { OidTable } from '../../src/sources/oid-table.js'

const oidOf = (index: number, hash: string): string => createHash(hash).update(String(index)).digest('hex')

describe.each(['sha1', 'sha256'])('a set of object ids: %s', (hash) => {
  it('knows what was added, once, however much it grew', () => {
    const set = new OidTable()
    const oids = Array.from({ length: 20_000 }, (_, index) => oidOf(index, hash))
    for (const oid of [...oids, ...oids]) set.add(oid)
    expect(set.size).toBe(oids.length)
    expect(oids.every((oid) => set.has(oid))).toBe(true)
    expect(oids.some((_, index) => set.has(oidOf(-1 - index, hash)))).toBe(false)
  })

  it('tells ids apart that begin alike', () => {
    const set = new OidTable()
    const begin = `${'0'.repeat(23)}`
    set.add(`${begin}1${'a'.repeat(16)}`)
    expect([set.has(`${begin}1${'a'.repeat(16)}`), set.has(`${begin}2${'a'.repeat(16)}`)]).toEqual([
      true,
      false,
    ])
  })
})
