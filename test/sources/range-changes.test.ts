import { existsSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRange } from '../../src/sources/commits.js'
import { createReader } from '../../src/sources/index.js'
import { createRepository, type Repository } from '../support/repository.js'
import { blobsOf, opened, textOf } from '../support/source-items.js'

const ALL = Number.MAX_SAFE_INTEGER
const NEW = { added: [[1, ALL]], parent: null }

const LINES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map((line) => `${line}\n`)
const TEXT = LINES.join('')

/** What the last commit changes at a path, against each parent, the reader having read what was before. */
const changesAt = async ({ top }: Repository, path: string) => {
  const source = opened(await openRange({ cwd: top, revisions: 'HEAD', since: 'as-given' }))
  const blob = (await blobsOf(source)).find((one) => one.path === path)
  if (blob === undefined) throw new Error(`${path} is not changed`)
  const reader = createReader({ cwd: source.root })
  const shown = []
  for (const { added, parent } of await source.changesOf(structuredClone(blob))) {
    shown.push({
      added: added.map(({ first, last }) => [first, last]),
      parent: parent === null ? null : [parent.path, await textOf(reader, parent)],
    })
  }
  await reader.close()
  return shown
}

const committed = (...init: readonly string[]): Repository => {
  const repository = createRepository(...init)
  repository.commit({ 'a.txt': TEXT, 'b.txt': 'other\n' })
  return repository
}

/** `main` changed line 2 of `a.txt`, `other` line 7; the merge of both stands in the index. */
const merging = (arrange: (repository: Repository) => void = () => undefined): Repository => {
  const repository = committed()
  repository.git('switch', '-q', '-c', 'other')
  repository.commit({ 'a.txt': TEXT.replace('seven', 'SEVEN') })
  repository.git('switch', '-q', 'main')
  arrange(repository)
  repository.commit({ 'a.txt': TEXT.replace('two', 'TWO') })
  repository.git('merge', '-q', '--no-commit', 'other')
  return repository
}

describe('what a commit changed', () => {
  it.each([
    ['SHA-1', []],
    ['SHA-256', ['--object-format=sha256']],
  ])('in a file (%s)', async (_format, init) => {
    const repository = committed(...init)
    repository.commit({ 'a.txt': TEXT.replace('two', 'TWO') })
    expect(await changesAt(repository, 'a.txt')).toEqual([{ added: [[2, 2]], parent: ['a.txt', TEXT] }])
  })

  it('in a new file: all', async () => {
    const repository = committed()
    repository.commit({ new: 'x\n' })
    expect(await changesAt(repository, 'new')).toEqual([NEW])
  })

  it('in the first commit: all', async () => {
    expect(await changesAt(committed(), 'a.txt')).toEqual([NEW])
  })

  it('in a file that moved: what was edited', async () => {
    const repository = committed()
    repository.git('mv', 'a.txt', 'b "c"\n.txt')
    repository.commit({ 'b "c"\n.txt': TEXT.replace('two', 'TWO') })
    expect(await changesAt(repository, 'b "c"\n.txt')).toEqual([{ added: [[2, 2]], parent: ['a.txt', TEXT] }])
  })

  it('in a copy: all, the secret stands at one more place', async () => {
    const repository = committed()
    repository.git('config', 'diff.renames', 'copies')
    repository.commit({ copy: TEXT, 'a.txt': TEXT.replace('two', 'TWO') })
    expect(await changesAt(repository, 'copy')).toEqual([NEW])
  })

  it('in a mode: no line', async () => {
    const repository = committed()
    repository.git('update-index', '--chmod=+x', 'a.txt')
    repository.git('commit', '-qm', 'mode')
    expect(await changesAt(repository, 'a.txt')).toEqual([{ added: [], parent: ['a.txt', TEXT] }])
  })

  it('in a link that became a file', async () => {
    const repository = createRepository()
    symlinkSync('target', join(repository.top, 'a'))
    repository.commit()
    unlinkSync(join(repository.top, 'a'))
    repository.commit({ a: 'target\nmore\n' })
    expect(await changesAt(repository, 'a')).toEqual([{ added: [[1, 2]], parent: ['a', 'target'] }])
  })

  it('in what was a submodule: all', async () => {
    const repository = committed()
    const { git, commit } = repository
    git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD').trim()},sub`)
    git('commit', '-qm', 'submodule')
    git('rm', '-q', '--cached', 'sub')
    rmSync(join(repository.top, 'sub'), { recursive: true, force: true })
    commit({ sub: 'x\n' })
    expect(await changesAt(repository, 'sub')).toEqual([NEW])
  })

  it('all, where the object of what was before is lost', async () => {
    const repository = committed()
    const oid = repository.git('rev-parse', 'HEAD:a.txt').trim()
    repository.commit({ 'a.txt': `${TEXT}x` })
    const file = join(repository.top, '.git', 'objects', oid.slice(0, 2), oid.slice(2))
    expect(existsSync(file)).toBe(true)
    rmSync(file)
    expect(await changesAt(repository, 'a.txt')).toEqual([NEW])
  })
})

describe('what a merge changed, against each parent', () => {
  const OURS = TEXT.replace('two', 'TWO')
  const THEIRS = TEXT.replace('seven', 'SEVEN')

  it('where both sides meet in one file: only what one of them has not', async () => {
    const repository = merging()
    repository.commit()
    expect(await changesAt(repository, 'a.txt')).toEqual([
      { added: [[7, 7]], parent: ['a.txt', OURS] },
      { added: [[2, 2]], parent: ['a.txt', THEIRS] },
    ])
  })

  it('where it adds a line of its own', async () => {
    const repository = merging()
    repository.commit({ 'a.txt': `${OURS.replace('seven', 'SEVEN')}evil\n` })
    expect((await changesAt(repository, 'a.txt')).map(({ added }) => added)).toEqual([
      [
        [7, 7],
        [9, 9],
      ],
      [
        [2, 2],
        [9, 9],
      ],
    ])
  })

  it('where it brings a file: all', async () => {
    const repository = merging()
    repository.commit({ evil: 'e\n' })
    expect(await changesAt(repository, 'evil')).toEqual([NEW, NEW])
  })

  it('where it moves a file', async () => {
    const repository = merging()
    repository.git('rm', '-q', '--cached', 'a.txt')
    rmSync(join(repository.top, 'a.txt'))
    repository.commit({ moved: `${OURS.replace('seven', 'SEVEN')}evil\n` })
    expect((await changesAt(repository, 'moved')).map(({ parent }) => parent)).toEqual([
      ['a.txt', OURS],
      ['a.txt', THEIRS],
    ])
  })

  it('where one side moved the file that the other edited', async () => {
    const repository = merging(({ git }) => void git('mv', 'a.txt', 'moved'))
    rmSync(join(repository.top, 'a.txt'), { force: true })
    repository.git('rm', '-q', '--cached', '--ignore-unmatch', 'a.txt')
    repository.commit({ moved: `${THEIRS}evil\n` })
    expect(await changesAt(repository, 'moved')).toEqual([
      {
        added: [
          [7, 7],
          [9, 9],
        ],
        parent: ['moved', TEXT],
      },
      { added: [[9, 9]], parent: ['a.txt', THEIRS] },
    ])
  })

  it('of three', async () => {
    const repository = committed()
    const { git, commit } = repository
    for (const name of ['x', 'y']) {
      git('switch', '-q', '-c', name, 'main')
      commit({ [name]: name })
    }
    git('switch', '-q', 'main')
    commit({ m: 'm' })
    git('merge', '-q', '--no-ff', '--no-commit', 'x', 'y')
    commit({ 'b.txt': 'other\nevil\n' })
    const change = { added: [[2, 2]], parent: ['b.txt', 'other\n'] }
    expect(await changesAt(repository, 'b.txt')).toEqual([change, change, change])
  })
})
