import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Blob, originOf, type Reader } from '../../src/model/index.js'
import { createReader } from '../../src/sources/reader.js'
import { createRepository } from '../support/repository.js'
import { textOf } from '../support/source-items.js'

const blobOf = (oid: string): Blob => ({
  path: oid,
  origin: originOf('commit'),
  locator: { kind: 'git', oid },
})

const COUNT = 100
/** More than a pipe holds, every tenth. */
const contentOf = (index: number): string => `${index}\n`.repeat(index % 10 === 0 ? 50_000 : 3)

const readers: Reader[] = []
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close()
})

/** Names of `COUNT` files, in order, and what a reader makes of any of them. */
const sample = () => {
  const repository = createRepository()
  const names = Array.from({ length: COUNT }, (_, index) => String(index).padStart(3, '0'))
  const commit = repository.commit(Object.fromEntries(names.map((name, index) => [name, contentOf(index)])))
  const oids = repository.git('ls-tree', '--format=%(objectname)', 'HEAD').trim().split('\n')
  const reader = createReader({ cwd: repository.top })
  readers.push(reader)
  const expectNext = (list: readonly string[]) => reader.expect?.(list.map(blobOf))
  const read = async (list: readonly string[]): Promise<readonly string[]> => {
    const texts: string[] = []
    for (const oid of list) texts.push(await textOf(reader, blobOf(oid), 1 << 20))
    return texts
  }
  return { ...repository, commit: commit, oids, reader, expectNext, read }
}

const ALL = Array.from({ length: COUNT }, (_, index) => contentOf(index))

const every = <T>(list: readonly T[], step: number): readonly T[] =>
  list.filter((_, index) => index % step === 0)

describe('objects that were announced', () => {
  it.each<[string, (oids: readonly string[]) => readonly string[]]>([
    ['in that order', (oids) => oids],
    ['every third of them', (oids) => every(oids, 3)],
    ['backwards', (oids) => [...oids].reverse()],
    ['each twice', (oids) => oids.flatMap((oid) => [oid, oid])],
    ['the last ones first', (oids) => [...oids.slice(50), ...oids.slice(0, 50)]],
    ['the first ones again and again', (oids) => [0, 1, 0, 2, 0, 1].flatMap((at) => oids[at] ?? [])],
  ])('are read %s', async (_situation, order) => {
    const { oids, expectNext, read } = sample()
    const wanted = order(oids)
    expectNext(oids)
    expect(await read(wanted)).toEqual(wanted.map((oid) => ALL[oids.indexOf(oid)]))
  })

  it('may be others than those that are read', async () => {
    const { oids, expectNext, read } = sample()
    expectNext(oids.slice(0, 40))
    expect(await read(oids.slice(40, 60))).toEqual(ALL.slice(40, 60))
    expect(await read(oids.slice(0, 40))).toEqual(ALL.slice(0, 40))
  })

  it('may be announced anew in the middle', async () => {
    const { oids, expectNext, read } = sample()
    for (let at = 0; at < COUNT; at += 7) {
      expectNext(oids.slice(at))
      expect(await read(oids.slice(at, at + 7))).toEqual(ALL.slice(at, at + 7))
    }
  })

  it('may be twice the same, absent, folders, or names that can not be asked for', async () => {
    const { git: run, commit, oids, expectNext, read } = sample()
    const [first = '', second = ''] = oids
    const tree = run('rev-parse', 'HEAD^{tree}').trim()
    const names = [first, first, 'f'.repeat(40), tree, 'a\nb', commit, second, `${first}^{commit}`, first]
    expectNext(names)
    const [one, two] = [contentOf(0), contentOf(1)]
    const none = 'unread: object-missing'
    expect(await read(names)).toEqual([one, one, none, none, none, none, two, none, one])
  })

  it('may be messages', async () => {
    const { git: run, commit, expectNext, read } = sample()
    run('tag', '-a', 'v1', '-m', 'release')
    const names = [`${commit}^{commit}`, `${run('rev-parse', 'v1').trim()}^{tag}`]
    expectNext(names)
    const [message, tag] = await read(names)
    expect(message).toBe(run('cat-file', 'commit', commit))
    expect(tag).toBe(run('cat-file', 'tag', 'v1'))
  })

  it('may be left alone', async () => {
    const { oids, reader, expectNext, read } = sample()
    expectNext(oids)
    await read(oids.slice(0, 3))
    await reader.close()
    expect(await read(oids.slice(3, 5))).toEqual(ALL.slice(3, 5))
  })

  it('may be broken, at which git ends while others are still to be read', async () => {
    const { top, oids, expectNext, read } = sample()
    const broken = [5, 6, 40].map((at) => oids[at] ?? '')
    for (const oid of broken) {
      const file = join(top, '.git', 'objects', oid.slice(0, 2), oid.slice(2))
      chmodSync(file, 0o644)
      writeFileSync(file, 'garbled')
    }
    expectNext(oids)
    const texts = await read(oids)
    const told = oids.map((oid, at) => (broken.includes(oid) ? expect.stringMatching(/^unread: /) : ALL[at]))
    expect(texts).toEqual(told)
  })

  it('may be read in pieces', async () => {
    const { oids, reader, expectNext } = sample()
    expectNext(oids)
    for (const at of [9, 10, 11, 20]) {
      expect(await textOf(reader, blobOf(oids[at] ?? ''), 1000)).toBe(ALL[at])
    }
  })
})
