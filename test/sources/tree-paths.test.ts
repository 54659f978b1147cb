import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTree } from '../../src/sources/index.js'
import { createRepository, git, repositoryIn, temporaryFolder, write } from '../support/repository.js'
import { listed, tree } from '../support/source-items.js'

/** tracked, ignored and untracked files in every directory */
const sample = () => {
  const repository = createRepository()
  repository.commit({ '.gitignore': 'ignored*\n/build/\n:*\n', 'a.txt': '', 'sub/b.txt': '' })
  for (const path of [
    ':(x)[ab]*/ignored.txt',
    'ignored.txt',
    'build/out.js',
    'build/deep/ignored.txt',
    'sub/ignored.txt',
    'sub/new.txt',
  ]) {
    repository.write(path, '')
  }
  return repository
}

describe('paths of the command line', () => {
  it.each([
    ['a file', ['a.txt'], ['a.txt']],
    ['an ignored file', ['ignored.txt'], ['ignored.txt']],
    ['a directory: without what it ignores', ['sub'], ['sub/b.txt', 'sub/new.txt']],
    ['a directory with a slash', ['./sub/'], ['sub/b.txt', 'sub/new.txt']],
    ['an ignored directory: all of it', ['build'], ['build/deep/ignored.txt', 'build/out.js']],
    ['an ignored directory with an awkward name', [':(x)[ab]*'], [':(x)[ab]*/ignored.txt']],
    ['a directory in an ignored one', ['build/deep'], ['build/deep/ignored.txt']],
    [
      'one inside the other: each file once',
      ['sub', 'sub/ignored.txt', 'sub/b.txt'],
      ['sub/b.txt', 'sub/ignored.txt', 'sub/new.txt'],
    ],
    ['in any order', ['sub/b.txt', 'a.txt', 'a.txt'], ['a.txt', 'sub/b.txt']],
    [
      'the whole and an ignored part',
      ['.', 'build/out.js'],
      ['.gitignore', 'a.txt', 'build/out.js', 'sub/b.txt', 'sub/new.txt'],
    ],
  ])('name %s', async (_situation, paths, expected) => {
    expect(await listed(await tree(sample().top, { paths }))).toEqual(expected)
  })

  it('are relative to the working directory, while reports are to the top', async () => {
    const { top } = sample()
    const source = await tree(join(top, 'sub'), { paths: ['../a.txt', 'b.txt'] })
    expect([source.root, await listed(source)]).toEqual([top, ['a.txt', 'sub/b.txt']])
  })

  it('may lead into another repository, whose rules and root then count', async () => {
    const { top } = sample()
    const source = await tree(temporaryFolder(), { paths: [join(top, 'sub')] })
    expect([source.root, await listed(source)]).toEqual([top, ['sub/b.txt', 'sub/new.txt']])
  })

  it('may lead from a repository into another one', async () => {
    const { top } = sample()
    const source = await tree(sample().top, { paths: [top] })
    expect([source.root, await listed(source)]).toEqual([
      top,
      ['.gitignore', 'a.txt', 'sub/b.txt', 'sub/new.txt'],
    ])
  })

  it('may lead from a repository to a plain directory or file, which is its own root', async () => {
    const folder = temporaryFolder()
    const file = write(folder, 'x/y.txt', '')
    const { top } = sample()
    const directory = await tree(top, { paths: [folder] })
    const single = await tree(top, { paths: [file] })
    expect([directory.root, await listed(directory)]).toEqual([folder, ['x/y.txt']])
    expect([single.root, await listed(single)]).toEqual([join(folder, 'x'), ['y.txt']])
  })

  it('may lie inside and outside the root together', async () => {
    const parent = temporaryFolder()
    const repository = repositoryIn(join(parent, 'repository'))
    repository.commit({ 'a.txt': '' })
    write(parent, 'beside/b.txt', '')
    const source = await tree(repository.top, { paths: ['../beside', 'a.txt'] })
    expect([source.root, await listed(source)]).toEqual([repository.top, ['../beside/b.txt', 'a.txt']])
  })

  it('may name a repository below a plain working directory', async () => {
    const parent = temporaryFolder()
    repositoryIn(join(parent, 'one')).commit({ '.gitignore': 'no', no: '', yes: '' })
    const source = await tree(parent, { paths: ['one'] })
    expect([source.root, await listed(source)]).toEqual([parent, ['one/.gitignore', 'one/yes']])
  })

  it('may name the inside of a submodule', async () => {
    const library = createRepository()
    library.commit({ '.gitignore': 'no', 'src/lib.txt': '' })
    const { top, git, write } = createRepository()
    git('submodule', '--quiet', 'add', library.top, 'lib')
    write('lib/src/no', '')
    expect(await listed(await tree(top, { paths: ['lib/src'] }))).toEqual(['lib/src/lib.txt'])
  })

  it('may name .git, which is entered in no other way', async () => {
    const { top } = sample()
    expect(await listed(await tree(top, { paths: ['.git/HEAD'] }))).toEqual(['.git/HEAD'])
    expect(await listed(await tree(top, { paths: ['.git'] }))).toContain('.git/config')
  })

  it('follow links that are named', async () => {
    const { top } = sample()
    symlinkSync('sub', join(top, 'link'))
    symlinkSync('a.txt', join(top, 'file-link'))
    expect(await listed(await tree(top, { paths: ['link', 'file-link'] }))).toEqual([
      'a.txt',
      'sub/b.txt',
      'sub/new.txt',
    ])
  })
})

describe('what is wrong before anything is read', () => {
  const request = { include: [], exclude: [] }

  it.each([
    ['with a near name', 'sbu', 'sub'],
    ['in a directory', 'sub/c.txt', join('sub', 'b.txt')],
    ['with nothing near', 'completely-different', null],
    ['below a file', 'a.txt/x', null],
  ])('a path that is not there %s', async (_situation, path, suggestion) => {
    const { top } = sample()
    const result = await openTree({ ...request, cwd: top, paths: ['a.txt', path] })
    expect(result).toEqual({ ok: false, error: { kind: 'no-such-path', path, suggestion } })
  })

  it('an empty path, which is no word for the working directory', async () => {
    const result = await openTree({ ...request, cwd: sample().top, paths: ['a.txt', ''] })
    expect(result).toEqual({ ok: false, error: { kind: 'empty-path' } })
  })

  it('a link that leads nowhere', async () => {
    const cwd = temporaryFolder()
    symlinkSync('nowhere', join(cwd, 'link'))
    const result = await openTree({ ...request, cwd, paths: ['link'] })
    expect(result).toMatchObject({ ok: false, error: { kind: 'no-such-path', path: 'link' } })
  })

  it('a bare repository', async () => {
    const bare = temporaryFolder()
    git(bare, 'init', '--quiet', '--bare')
    const result = await openTree({ ...request, cwd: bare, paths: [] })
    expect(result).toEqual({ ok: false, error: { kind: 'bare-repository', path: bare } })
    expect(await listed(await tree(bare, { paths: ['HEAD'] }))).toEqual(['HEAD'])
  })

  it('an index that git can not read', async () => {
    const { top } = sample()
    writeFileSync(join(top, '.git', 'index'), 'no index at all, but long enough to be looked at as one')
    const result = await openTree({ ...request, cwd: top, paths: [] })
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'git-failed', command: expect.stringContaining('git ls-files') },
    })
  })

  it('no git, where there is a repository; without one it is not needed', async () => {
    const { top } = sample()
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'sub'))
    write(folder, 'sub/x', '')
    const path = process.env.PATH
    process.env.PATH = folder
    try {
      const missing = await openTree({ ...request, cwd: join(top, 'sub'), paths: [] })
      expect(missing).toEqual({ ok: false, error: { kind: 'git-missing' } })
      expect(await listed(await tree(folder))).toEqual(['sub/x'])
    } finally {
      process.env.PATH = path
    }
  })
})
