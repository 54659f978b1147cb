import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Blob, originOf, type Reader } from '../../src/model/index.js'
import { createReader } from '../../src/sources/index.js'
import { createRepository, temporaryFolder } from '../support/repository.js'
import { textOf } from '../support/source-items.js'

const gitBlob = (oid: string): Blob => ({
  path: `shown/${oid}`,
  origin: originOf('index'),
  locator: { kind: 'git', oid },
})

/** Longer than a pipe holds. */
const LONG = Array.from({ length: 60_000 }, (_, line) => `line ${line}\n`).join('')
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12\n`

const readers: Reader[] = []
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close()
})

const sample = (...init: readonly string[]) => {
  const repository = createRepository(...init)
  const commit = repository.commit({
    'a.txt': 'committed',
    long: LONG,
    empty: '',
    'path to/ü': 'awkward',
    pointer: POINTER,
  })
  repository.stage({ 'a.txt': 'staged' })
  const reader = createReader({ cwd: repository.top })
  readers.push(reader)
  const oid = (name: string): string => repository.git('rev-parse', name).trim()
  return { reader, commit, oid, top: repository.top }
}

describe.each([
  ['SHA-1', []],
  ['SHA-256', ['--object-format=sha256']],
])('reading objects of a %s repository', (_format, init) => {
  it('by id, by path in the index, by path in a commit', async () => {
    const { reader, commit, oid } = sample(...init)
    expect(await textOf(reader, gitBlob(oid(':a.txt')))).toBe('staged')
    expect(await textOf(reader, gitBlob(':a.txt'))).toBe('staged')
    expect(await textOf(reader, gitBlob(`${commit}:a.txt`))).toBe('committed')
    expect(await textOf(reader, gitBlob(':path to/ü'))).toBe('awkward')
    expect(await textOf(reader, gitBlob(':empty'))).toBe('')
  })

  it.each([1000, 65_536, LONG.length, LONG.length + 1])('in pieces of %d bytes', async (step) => {
    const { reader } = sample(...init)
    expect(await textOf(reader, gitBlob(':long'), step)).toBe(LONG)
  })

  it('from any place, and others in between', async () => {
    const { reader } = sample(...init)
    const into = new Uint8Array(8)
    const seen: string[] = []
    for (const [name, at] of [
      [':long', 0],
      [':long', 8],
      [':long', 500_000],
      [':a.txt', 0],
      [':long', 3],
      [':long', LONG.length],
    ] as const) {
      const got = await reader.read(gitBlob(name), into, at)
      seen.push(typeof got === 'number' ? Buffer.from(into.subarray(0, got)).toString() : got.reason)
    }
    expect(seen).toEqual([
      LONG.slice(0, 8),
      LONG.slice(8, 16),
      LONG.slice(500_000, 500_008),
      'staged',
      LONG.slice(3, 11),
      '',
    ])
  })

  it('one after the other, also when asked for together', async () => {
    const { reader } = sample(...init)
    const names = [':long', ':a.txt', ':empty', ':long', ':nothing']
    const texts = await Promise.all(names.map((name) => textOf(reader, gitBlob(name), LONG.length + 1)))
    expect(texts).toEqual([LONG, 'staged', '', LONG, 'unread: object-missing'])
  })
})

describe('objects that can not be read', () => {
  const outcome = (reader: Reader, name: string) => reader.read(gitBlob(name), new Uint8Array(2048), 0)

  it.each([
    ['an id that is not there', 'f'.repeat(40), 'unread: object-missing'],
    ['a path that is not in the index', ':nothing here', 'unread: object-missing'],
    ['a name with a line feed', ':a\nHEAD:a.txt', 'unread: object-missing'],
    ['a directory', 'HEAD:path to', 'unread: object-missing'],
    ['a pointer of Git LFS', ':pointer', 'skipped: lfs-pointer'],
  ])('%s: told, and the next one is read', async (_situation, name, expected) => {
    const { reader } = sample()
    expect(await textOf(reader, gitBlob(name))).toBe(expected)
    expect(await textOf(reader, gitBlob(name))).toBe(expected)
    expect(await textOf(reader, gitBlob(':a.txt'))).toBe('staged')
  })

  /** Cuts the object of `long` off in the middle. */
  const broken = () => {
    const given = sample()
    const id = given.oid(':long')
    const file = join(given.top, '.git', 'objects', id.slice(0, 2), id.slice(2))
    chmodSync(file, 0o644)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.subarray(0, bytes.length >> 1))
    return { ...given, id }
  }

  it('a broken one, at which git ends: told, and the next one is read by a new process', async () => {
    const { reader, id } = broken()
    for (let time = 0; time < 5; time++) {
      expect(await textOf(reader, gitBlob(id))).toBe('unread: io-error')
      expect(await textOf(reader, gitBlob(':a.txt'))).toBe('staged')
    }
  })

  it('a broken one that nobody read to its end: no harm to the next one', async () => {
    const { reader, id } = broken()
    expect(await reader.read(gitBlob(id), new Uint8Array(8), 0)).toBe(8)
    expect(await textOf(reader, gitBlob(':a.txt'))).toBe('staged')
  })

  it('all of them, where there is no repository', async () => {
    const reader = createReader({ cwd: temporaryFolder() })
    readers.push(reader)
    const seen = [
      await outcome(reader, ':a'),
      await outcome(reader, ':b'),
      await outcome(reader, ':c'),
      await outcome(reader, ':d'),
    ]
    expect(seen).toEqual(
      [':a', ':b', ':c', ':d'].map((name) => ({
        class: 'unread',
        path: `shown/${name}`,
        reason: 'io-error',
        detail: 'git ended early',
      })),
    )
  })

  it('all of them, where there is no git', async () => {
    const { reader, top } = sample()
    const path = process.env.PATH
    process.env.PATH = top
    try {
      expect(await outcome(reader, ':a.txt')).toMatchObject({ class: 'unread', reason: 'io-error' })
    } finally {
      process.env.PATH = path
    }
  })
})

describe('closing', () => {
  it('may come twice, before the first read, and in the middle of an object', async () => {
    const { reader } = sample()
    await reader.close()
    await reader.read(gitBlob(':long'), new Uint8Array(8), 0)
    await reader.close()
    await reader.close()
    expect(await textOf(reader, gitBlob(':a.txt'))).toBe('staged')
  })
})
