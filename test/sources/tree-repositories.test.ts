import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStaged, openTree } from '../../src/sources/index.js'
import { embedBare } from '../support/embedded-bare.js'
import { withOlderGit } from '../support/older-git.js'
import { createRepository, repositoryIn, temporaryFolder, write } from '../support/repository.js'
import { listed, tree } from '../support/source-items.js'

const asUsual = <T>(work: () => Promise<T>): Promise<T> => work()

const embedded = (): string => {
  const repository = createRepository()
  embedBare(repository, 'pkg', { 'c.txt': 'c' })
  return repository.top
}

describe.runIf(process.platform !== 'win32').each([
  ['git', asUsual],
  ['git that knows no safe.bareRepository', withOlderGit],
])('with %s, a bare repository among committed files hides nothing', (_git, withGit) => {
  it.each([
    ['named', '.', ['pkg']],
    ['as the working directory', 'pkg', []],
    ['as the working directory, named', 'pkg', ['.']],
    ['around the working directory', 'pkg/refs', ['..']],
  ])('%s', async (_situation, cwd, paths) => {
    const top = embedded()
    const source = await withGit(() => tree(join(top, cwd), { paths }))
    expect(source.root).toBe(top)
    expect(await listed(source)).toEqual(
      expect.arrayContaining(['pkg/HEAD', 'pkg/c.txt', 'pkg/config', 'pkg/info/exclude']),
    )
  })

  it('around what is named', async () => {
    const top = embedded()
    write(top, 'pkg/refs/x.txt', 'x')
    expect(await withGit(async () => listed(await tree(top, { paths: ['pkg/refs'] })))).toEqual(
      expect.arrayContaining(['pkg/refs/heads/main', 'pkg/refs/x.txt']),
    )
  })

  it('in another one', async () => {
    const repository = createRepository()
    embedBare(repository, 'a/b', { 'c.txt': 'c' })
    embedBare(repository, 'a', { 'd.txt': 'd' })
    expect(await withGit(async () => listed(await tree(join(repository.top, 'a/b'))))).toContain('a/b/c.txt')
  })

  it.each([
    ['its top', '.'],
    ['below', 'refs'],
  ])('while a real one is an error: %s', async (_situation, below) => {
    const cwd = join(createRepository('--bare').top, below)
    const request = { cwd, paths: [], include: [], exclude: [] }
    expect(await withGit(() => openTree(request))).toEqual({
      ok: false,
      error: { kind: 'bare-repository', path: cwd },
    })
  })

  it.each(['.git', '.git/refs'])('while %s is walked whole', async (below) => {
    const { top, commit } = createRepository()
    commit({ 'a.txt': '' })
    expect(await withGit(async () => listed(await tree(top, { paths: [below] })))).toContain(
      '.git/refs/heads/main',
    )
  })
})

describe('what is staged', () => {
  it('is not told of a bare repository among committed files', async () => {
    const cwd = join(embedded(), 'pkg')
    expect(await openStaged({ cwd })).toEqual({ ok: false, error: { kind: 'bare-repository', path: cwd } })
  })
})

describe('a repository whose work tree is elsewhere', () => {
  it.each([
    ['beside it', () => temporaryFolder()],
    ['another repository', () => createRepository().top],
    ['nowhere', () => join(temporaryFolder(), 'gone')],
    ['above it', (top: string) => join(top, '..')],
    ['below it', (top: string) => join(top, 'sub')],
  ])('is walked plainly: %s', async (_situation, elsewhere) => {
    const top = join(temporaryFolder(), 'top')
    const repository = repositoryIn(top)
    for (const path of ['.gitignore', 'a.txt', 'sub/b.txt']) repository.write(path, 'a.txt\n')
    repository.git('config', 'core.worktree', elsewhere(top))
    const source = await tree(top)
    expect([source.root, await listed(source)]).toEqual([top, ['.gitignore', 'a.txt', 'sub/b.txt']])
  })

  it('is walked plainly inside another repository, too', async () => {
    const { top } = createRepository()
    const inner = repositoryIn(join(top, 'inner'))
    inner.write('src/a.txt', '')
    inner.git('config', 'core.worktree', top)
    const walked = ['.', 'src'].map(async (below) => listed(await tree(join(inner.top, below))))
    expect(await Promise.all(walked)).toEqual([['inner/src/a.txt'], ['inner/src/a.txt']])
  })
})

describe('a submodule that was not set up', () => {
  it.each([
    ['named', '.', ['vendor/lib'], ['vendor/lib/a.txt', 'vendor/lib/src/b.txt']],
    ['part of it', '.', ['vendor/lib/src'], ['vendor/lib/src/b.txt']],
    ['as the working directory', 'vendor/lib', [], ['vendor/lib/a.txt', 'vendor/lib/src/b.txt']],
    ['not named', '.', [], ['.gitmodules', 'vendor/lib: submodule']],
  ])('is walked where it was asked for: %s', async (_situation, below, paths, expected) => {
    const { top, commit, git } = createRepository()
    const library = createRepository()
    library.commit({ 'lib.txt': '' })
    git('submodule', '--quiet', 'add', library.top, 'vendor/lib')
    commit()
    rmSync(join(top, 'vendor/lib'), { recursive: true })
    mkdirSync(join(top, 'vendor/lib'))
    write(top, 'vendor/lib/a.txt', '')
    write(top, 'vendor/lib/src/b.txt', '')
    expect(await listed(await tree(join(top, below), { paths }))).toEqual(expected)
  })
})
