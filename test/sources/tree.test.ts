import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTree } from '../../src/sources/index.js'
import { createRepository, git, repositoryIn, temporaryFolder, write } from '../support/repository.js'
import { contents, itemsOf, listed, opened, tree } from '../support/source-items.js'

describe('a work tree of git', () => {
  it('is what is tracked, and what is untracked but not ignored', async () => {
    const { top, commit, write } = createRepository()
    commit({
      '.gitignore': 'ignored*\nbuild/\n',
      'tracked.txt': 'x',
      'src/a.ts': 'x',
      'ignored-but-tracked': 'x',
    })
    git(top, 'add', '--force', 'ignored-but-tracked')
    for (const path of ['new.txt', 'src/new/b.ts', 'ignored.txt', 'build/out.js', 'src/ignored/c'])
      write(path, 'x')
    expect(await listed(await tree(top))).toEqual([
      '.gitignore',
      'ignored-but-tracked',
      'new.txt',
      'src/a.ts',
      'src/new/b.ts',
      'tracked.txt',
    ])
  })

  it('is in the order of UTF-16 units, whatever is a directory', async () => {
    const { top, commit } = createRepository()
    commit({ 'a.b': '', 'a/b': '', a0: '', B: '', 'a-': '', é: '', 'a/B': '', 'a/b.c': '' })
    expect(await listed(await tree(top))).toEqual(['B', 'a-', 'a.b', 'a/B', 'a/b', 'a/b.c', 'a0', 'é'])
  })

  it('has names with anything in them', async () => {
    const { top, commit, write } = createRepository()
    const names = [
      '-rf',
      '"quoted"',
      ' blank ',
      'tab\tand\nline feed',
      'ünïcödé/😀',
      ':(top)x',
      '*',
      '? x',
      'back\\slash',
    ]
    commit(Object.fromEntries(names.map((name) => [name, `tracked ${name}`])))
    for (const name of names) write(`new/${name}`, `new ${name}`)
    const expected = names.flatMap((name) => [
      [name, `tracked ${name}`],
      [`new/${name}`, `new ${name}`],
    ])
    expect(await contents(await tree(top))).toEqual(Object.fromEntries(expected))
  })

  it('leaves out tracked files that are gone, be it with their directory', async () => {
    const { top, commit } = createRepository()
    commit({ 'here.txt': '', 'gone.txt': '', 'sub/gone.txt': '' })
    rmSync(join(top, 'gone.txt'))
    rmSync(join(top, 'sub'), { recursive: true })
    expect(await listed(await tree(top))).toEqual(['here.txt'])
  })

  it('has each file once in the middle of a conflict', async () => {
    const { top, commit, git } = createRepository()
    commit({ 'a.txt': 'base' })
    git('switch', '-q', '-c', 'other')
    commit({ 'a.txt': 'theirs' })
    git('switch', '-q', 'main')
    commit({ 'a.txt': 'ours' })
    expect(() => git('merge', 'other')).toThrow()
    expect(await listed(await tree(top))).toEqual(['a.txt'])
  })

  it('shows files and directories that took the place of each other', async () => {
    const { top, commit, write } = createRepository()
    commit({ file: '', 'folder/x': '' })
    rmSync(join(top, 'file'))
    rmSync(join(top, 'folder'), { recursive: true })
    write('file/inside', '')
    write('folder', '')
    expect(await listed(await tree(top))).toEqual(['file/inside', 'folder'])
  })

  it('does not look behind a link that took the place of a tracked directory', async () => {
    const { top, commit } = createRepository()
    const elsewhere = temporaryFolder()
    write(elsewhere, 'x', 'not ours')
    commit({ 'folder/x': '' })
    rmSync(join(top, 'folder'), { recursive: true })
    symlinkSync(elsewhere, join(top, 'folder'))
    expect(await listed(await tree(top))).toEqual(['folder: symlink-outside', 'folder'])
  })

  it('names submodules, and walks repositories that nobody tracks', async () => {
    const { top, commit, git } = createRepository()
    const library = createRepository()
    library.commit({ 'lib.txt': '' })
    git('submodule', '--quiet', 'add', library.top, 'vendor/library')
    commit({ 'a.txt': '' })
    const nested = repositoryIn(join(top, 'nested'))
    nested.commit({ '.gitignore': 'ignored', ignored: '', 'n.txt': '' })
    expect(await listed(await tree(top))).toEqual([
      '.gitmodules',
      'a.txt',
      'nested/.gitignore',
      'nested/ignored',
      'nested/n.txt',
      'vendor/library: submodule',
    ])
  })

  it('is what submodules hold, where that is asked for and they are set up', async () => {
    const { top, commit, git } = createRepository()
    const inner = createRepository()
    inner.commit({ 'inner.txt': '' })
    const library = createRepository()
    library.git('submodule', '--quiet', 'add', inner.top, 'deep')
    library.commit({ '.gitignore': 'out', 'lib.txt': '' })
    git('submodule', '--quiet', 'add', library.top, 'vendor/library')
    git('submodule', '--quiet', 'update', '--init', '--recursive')
    git('submodule', '--quiet', 'add', '--name', 'other', library.top, 'other')
    commit({ 'a.txt': '' })
    write(top, 'vendor/library/out', 'ignored there')
    const source = opened(
      await openTree({ cwd: top, paths: [], include: [], exclude: [], submodules: 'recursed' }),
    )
    expect(await listed(source)).toEqual([
      '.gitmodules',
      'a.txt',
      'other/.gitignore',
      'other/.gitmodules',
      'other/deep: submodule',
      'other/lib.txt',
      'vendor/library/.gitignore',
      'vendor/library/.gitmodules',
      'vendor/library/deep/inner.txt',
      'vendor/library/lib.txt',
    ])
  })

  it('is only what lies below the working directory, with paths from the top', async () => {
    const { top, commit } = createRepository()
    commit({ 'above.txt': '', 'sub/below.txt': '', 'sub-way/beside.txt': '' })
    const source = await tree(join(top, 'sub'))
    expect([source.root, await listed(source)]).toEqual([top, ['sub/below.txt']])
  })

  it('is the linked work tree, when asked in one', async () => {
    const { top, commit, git } = createRepository()
    commit({ 'a.txt': '' })
    const linked = join(temporaryFolder(), 'linked')
    git('worktree', 'add', '--quiet', '-b', 'other', linked)
    write(linked, 'b.txt', '')
    const source = await tree(linked)
    expect([source.root, await listed(source), await listed(await tree(top))]).toEqual([
      linked,
      ['a.txt', 'b.txt'],
      ['a.txt'],
    ])
  })

  it('can be empty', async () => expect(await listed(await tree(createRepository().top))).toEqual([]))

  it('has the origin of a work tree, and is read from the file', async () => {
    const { top, commit } = createRepository()
    commit({ 'sub/a.txt': '' })
    expect(await itemsOf(await tree(top))).toEqual([
      {
        class: 'blob',
        blob: {
          path: 'sub/a.txt',
          origin: { kind: 'worktree', commit: null, author: null, date: null, introduced: null },
          locator: { kind: 'file', path: join(top, 'sub', 'a.txt') },
        },
      },
    ])
  })
})

describe('a directory outside git', () => {
  it('is everything below it but .git', async () => {
    const folder = temporaryFolder()
    for (const path of ['a.txt', '.env', '.gitignore', 'node_modules/x/i.js', '.git/config', 'sub/.git']) {
      write(folder, path, 'a.txt\n')
    }
    mkdirSync(join(folder, 'empty'))
    const source = await tree(folder)
    expect(source.root).toBe(folder)
    expect(await listed(source)).toEqual(['.env', '.gitignore', 'a.txt', 'node_modules/x/i.js'])
  })
})

describe.runIf(process.platform !== 'win32')('a file that is no file', () => {
  it.each([
    ['in git', () => createRepository().top],
    ['outside git', temporaryFolder],
  ])('is named and not opened %s', async (_situation, folder) => {
    const top = folder()
    execFileSync('mkfifo', [join(top, 'pipe')])
    write(top, 'z.txt', 'x')
    expect(await contents(await tree(top))).toEqual({ 'z.txt': 'x' })
    expect(await listed(await tree(top))).toEqual(['pipe: fifo', 'z.txt'])
  })
})
