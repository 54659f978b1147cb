import { chmodSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, git, type Repository, temporaryFolder } from '../support/repository.js'
import { blobsOf, itemsOf } from '../support/source-items.js'
import { files, history } from './history-repository.js'

const looseFile = ({ top, git: run }: Repository, name: string): string => {
  const oid = run('rev-parse', name).trim()
  return join(top, '.git', 'objects', oid.slice(0, 2), oid.slice(2))
}

const remove = (repository: Repository, name: string) => rmSync(looseFile(repository, name))

const garble = (repository: Repository, name: string) => {
  const file = looseFile(repository, name)
  chmodSync(file, 0o644)
  writeFileSync(file, 'garbled')
}

/** Three commits, of which each adds a file, and a branch beside. */
const sample = (): Repository => {
  const repository = createRepository()
  repository.commit({ 'a.txt': 'one' })
  repository.git('branch', 'old')
  repository.commit({ 'sub/b.txt': 'two' })
  repository.commit({ 'c.txt': 'three' })
  repository.git('tag', 'kept')
  return repository
}

const WALK = 'history: io-error'

describe('a damaged repository', () => {
  it.each<[string, (repository: Repository) => void, readonly string[]]>([
    [
      'a missing file',
      (it) => remove(it, 'HEAD:c.txt'),
      ['a.txt=one', 'object ID: object-missing', 'sub/b.txt=two'],
    ],
    [
      'a missing folder: what is in it has no path any more',
      (it) => remove(it, 'HEAD:sub'),
      ['a.txt=one', 'c.txt=three', 'object ID: object-missing'],
    ],
    [
      'a missing commit in the middle',
      (it) => remove(it, 'HEAD~1'),
      [WALK, 'unreachable ID=one', 'unreachable ID=three', 'unreachable ID=two'],
    ],
    [
      'a ref to nothing',
      (it) => remove(it, 'HEAD'),
      [WALK, 'unreachable ID=one', 'unreachable ID=three', 'unreachable ID=two'],
    ],
    [
      'a garbled file',
      (it) => garble(it, 'HEAD:c.txt'),
      ['a.txt=one', 'object ID: object-missing', 'sub/b.txt=two'],
    ],
    [
      'a garbled folder',
      (it) => garble(it, 'HEAD:sub'),
      ['a.txt=one', 'c.txt=three', WALK, 'unreachable ID=two', 'unreachable object ID: object-missing'],
    ],
    [
      'a garbled commit',
      (it) => garble(it, 'HEAD~1'),
      [
        WALK,
        'unreachable ID=one',
        'unreachable ID=three',
        'unreachable ID=two',
        'unreachable object ID: object-missing',
      ],
    ],
    [
      'a ref that is garbled',
      ({ top }) => writeFileSync(join(top, '.git', 'refs', 'heads', 'old'), 'garbled'),
      [WALK, 'unreachable ID=one', 'unreachable ID=three', 'unreachable ID=two'],
    ],
  ])('%s: told, and the rest is read', async (_situation, damage, expected) => {
    const repository = sample()
    damage(repository)
    expect(await files(await history(repository.top))).toEqual(expected)
  })

  it('a pack that is cut off: told', async () => {
    const repository = sample()
    repository.git('repack', '-adq')
    const folder = join(repository.top, '.git', 'objects', 'pack')
    const pack = readdirSync(folder).find((name) => name.endsWith('.pack')) ?? ''
    chmodSync(join(folder, pack), 0o644)
    truncateSync(join(folder, pack), 150)
    expect(await files(await history(repository.top))).toContain(WALK)
  })

  it('says in plain words what git met', async () => {
    const repository = sample()
    remove(repository, 'HEAD')
    const items = await itemsOf(await history(repository.top))
    expect(items[0]).toEqual({
      class: 'unread',
      path: 'history',
      reason: 'io-error',
      detail: expect.stringMatching(/^git could not walk all of it: fatal: bad object /),
    })
  })
})

describe('a repository that does not hold everything', () => {
  const origin = (): Repository => {
    const repository = sample()
    repository.git('config', 'uploadpack.allowFilter', 'true')
    return repository
  }
  const clone = ({ top }: Repository, ...options: readonly string[]): string => {
    const folder = temporaryFolder()
    git(folder, 'clone', '--quiet', '--no-checkout', ...options, `file://${top}`, 'clone')
    return join(folder, 'clone')
  }

  it.each([
    ['no files', ['--filter=blob:none'], Array(3).fill('object ID: object-missing')],
    ['no folders', ['--filter=tree:0'], Array(3).fill('object ID: object-missing')],
  ])('a partial clone: %s; each is told, none is fetched', async (_situation, options, expected) => {
    const top = clone(origin(), ...options)
    expect(await files(await history(top))).toEqual(expected)
  })

  it('a shallow clone: what it holds', async () => {
    const top = clone(origin(), '--depth=1')
    expect(await files(await history(top))).toEqual([
      'a.txt=one',
      'c.txt=three',
      'history: commits-missing',
      'sub/b.txt=two',
    ])
    expect((await blobsOf(await history(top))).filter(({ path }) => path.startsWith('commit'))).toHaveLength(
      1,
    )
  })

  it('an alternate store: read through', async () => {
    const top = clone(origin(), '--shared')
    expect(await files(await history(top, { reach: 'everything' }))).toEqual([
      'a.txt=one',
      'c.txt=three',
      'sub/b.txt=two',
    ])
  })
})
