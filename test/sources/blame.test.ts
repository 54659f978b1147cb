import { symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Blob, originOf } from '../../src/model/index.js'
import { createBlame } from '../../src/sources/index.js'
import { AUTHOR, createRepository, repositoryIn, temporaryFolder, write } from '../support/repository.js'

const fileBlob = (absolute: string): Blob => ({
  path: relative('/', absolute),
  origin: originOf('worktree'),
  locator: { kind: 'file', path: absolute },
})

const blame = (file: string, line: number) => createBlame({ root: '/' })(fileBlob(file), line)

describe('who introduced a line', () => {
  it('is the author of the commit that brought it, not of the last one', async () => {
    const { top, commit } = createRepository()
    const first = commit({ '-x é.txt': 'one\ntwo\n' })
    const second = commit({ '-x é.txt': 'zero\none\ntwo\n' })
    const lines = await Promise.all([1, 2, 3].map((line) => blame(join(top, '-x é.txt'), line)))
    expect(lines).toEqual(
      [second, first, first].map((commit) => ({ commit, author: AUTHOR.name, date: AUTHOR.date })),
    )
  })

  it('is known under edits that move the line, and in a SHA-256 repository', async () => {
    const { commit, write } = createRepository('--object-format=sha256')
    const oid = commit({ 'a.txt': 'one\n' })
    const file = write('a.txt', 'new\none\n')
    expect([await blame(file, 1), (await blame(file, 2))?.commit]).toEqual([null, oid])
  })

  it('is known where line ends differ by the system', async () => {
    const { top, commit, write } = createRepository()
    const oid = commit({ 'a.txt': 'one\ntwo\n' })
    write('a.txt', 'one\r\ntwo\r\n')
    expect((await blame(join(top, 'a.txt'), 2))?.commit).toBe(oid)
  })

  it('is told by the repository that the file lies in', async () => {
    const { top } = createRepository()
    const nested = repositoryIn(join(top, 'nested'))
    const oid = nested.commit({ 'a.txt': 'one\n' })
    expect((await blame(join(nested.top, 'a.txt'), 1))?.commit).toBe(oid)
  })

  it('is asked for many lines at once', async () => {
    const { top, commit } = createRepository()
    const text = Array.from({ length: 20 }, (_, line) => `${line}\n`).join('')
    const oid = commit({ 'a.txt': text })
    const ask = createBlame({ root: '/' })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, line) => ask(fileBlob(join(top, 'a.txt')), line + 1)),
    )
    expect(new Set(answers.map((answer) => answer?.commit))).toEqual(new Set([oid]))
  })

  it('is not hidden by configuration', async () => {
    const { top, commit, git } = createRepository()
    commit({ 'a.txt': 'one\n' })
    const oid = commit({ 'a.txt': 'two\n' })
    write(top, 'revs', `${oid}\n`)
    git('config', 'blame.showEmail', 'true')
    git('config', 'blame.ignoreRevsFile', 'revs')
    expect(await blame(join(top, 'a.txt'), 1)).toEqual({
      commit: oid,
      author: AUTHOR.name,
      date: AUTHOR.date,
    })
  })
})

describe('nobody', () => {
  const file = (): string => {
    const { top, commit } = createRepository()
    commit({ 'a.txt': 'one\n' })
    return join(top, 'a.txt')
  }

  it.each([
    ['an untracked file', () => write(createRepository().top, 'a.txt', 'one\n')],
    [
      'a staged file',
      () => {
        const { top, stage } = createRepository()
        stage({ 'a.txt': 'one\n' })
        return join(top, 'a.txt')
      },
    ],
    [
      'a line that stands there once more than before',
      () => {
        const { commit, write } = createRepository()
        commit({ 'a.txt': 'one\n' })
        return write('a.txt', 'one\none\n')
      },
    ],
    [
      'a very long file',
      () => {
        const { top, commit } = createRepository()
        commit({ 'a.txt': `one\n${'x'.repeat(4 * 1024 * 1024)}` })
        return join(top, 'a.txt')
      },
    ],
    [
      'a file that was very long',
      () => {
        const { commit, write } = createRepository()
        commit({ 'a.txt': `one\n${'x'.repeat(4 * 1024 * 1024)}` })
        return write('a.txt', 'one\n')
      },
    ],
    ['a file outside git', () => write(temporaryFolder(), 'a.txt', 'one\n')],
    ['a file that is gone', () => join(temporaryFolder(), 'a.txt')],
    ['a file in a directory that is gone', () => join(temporaryFolder(), 'gone', 'a.txt')],
    [
      'a link',
      () => {
        const target = file()
        const link = `${target}.link`
        symlinkSync(target, link)
        return link
      },
    ],
  ])('introduced %s', async (_situation, arrange) => expect(await blame(arrange(), 1)).toBeNull())

  it('introduced a line behind the end', async () => expect(await blame(file(), 9)).toBeNull())

  it('introduced what is no file', async () => {
    const blob: Blob = {
      path: 'x',
      origin: originOf('stdin'),
      locator: { kind: 'bytes', bytes: new Uint8Array(1) },
    }
    expect(await createBlame({ root: '/' })(blob, 1)).toBeNull()
  })
})
