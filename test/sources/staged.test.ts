import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStaged } from '../../src/sources/index.js'
import { createRepository, git, type Repository, temporaryFolder } from '../support/repository.js'
import { contents, itemsOf, listed, opened } from '../support/source-items.js'

const staged = async (cwd: string) => opened(await openStaged({ cwd }))

/** One commit with `a.txt`, `b.txt` and the link `link`. */
const committed = (...init: readonly string[]): Repository => {
  const repository = createRepository(...init)
  symlinkSync('a.txt', join(repository.top, 'link'))
  repository.commit({ 'a.txt': 'one\n', 'b.txt': 'two\n' })
  return repository
}

type Arrangement = (repository: Repository) => void

const SITUATIONS: readonly [string, Arrangement, Readonly<Record<string, string>>][] = [
  ['nothing', () => undefined, {}],
  [
    'a new file and a changed one',
    ({ stage }) => stage({ 'a.txt': 'changed', new: 'n' }),
    { 'a.txt': 'changed', new: 'n' },
  ],
  [
    'what was staged, not what the work tree says since',
    ({ stage, write }) => {
      stage({ 'a.txt': 'staged' })
      write('a.txt', 'edited since')
    },
    { 'a.txt': 'staged' },
  ],
  ['a change that is not staged', ({ write }) => void write('a.txt', 'edited'), {}],
  ['a deletion', ({ git }) => void git('rm', '-q', 'a.txt'), {}],
  ['a file announced by intent to add', ({ git, write }) => [write('n', 'x'), git('add', '-N', 'n')], {}],
  ['a rename', ({ git }) => void git('mv', 'a.txt', 'moved.txt'), { 'moved.txt': 'one\n' }],
  [
    'a link that became a file',
    ({ top, stage }) => {
      rmSync(join(top, 'link'))
      stage({ link: 'now text' })
    },
    { link: 'now text' },
  ],
  [
    'a new link: the text of its target',
    ({ top, stage }) => {
      symlinkSync('/some/where', join(top, 'other'))
      stage({})
    },
    { other: '/some/where' },
  ],
  [
    'a file that may be run now',
    ({ top, git }) => {
      chmodSync(join(top, 'a.txt'), 0o755)
      git('add', 'a.txt')
    },
    { 'a.txt': 'one\n' },
  ],
  [
    'names with anything in them',
    ({ stage }) => stage({ 'a b': '1', '-x': '2', '"q"': '3', 'line\nfeed\tü': '4', ':(top)': '5' }),
    { 'a b': '1', '-x': '2', '"q"': '3', 'line\nfeed\tü': '4', ':(top)': '5' },
  ],
]

describe.each([
  ['SHA-1', []],
  ['SHA-256', ['--object-format=sha256']],
])('the index of a %s repository', (_format, init) => {
  it.each(SITUATIONS)('holds %s', async (_situation, arrange, expected) => {
    const repository = committed(...init)
    arrange(repository)
    const source = await staged(repository.top)
    expect([source.root, await contents(source)]).toEqual([repository.top, expected])
  })

  it('holds everything before the first commit', async () => {
    const { top, stage } = createRepository(...init)
    stage({ 'a.txt': 'one', 'sub/b.txt': 'two' })
    expect(await contents(await staged(top))).toEqual({ 'a.txt': 'one', 'sub/b.txt': 'two' })
  })
})

describe('staged content', () => {
  it('is the whole index, from a subdirectory too', async () => {
    const { top, stage } = committed()
    stage({ 'above.txt': 'x', 'sub/below.txt': 'y' })
    const source = await staged(join(top, 'sub'))
    expect([source.root, await contents(source)]).toEqual([top, { 'above.txt': 'x', 'sub/below.txt': 'y' }])
  })

  it('leaves submodules out by name', async () => {
    const { top, git } = committed()
    git('submodule', '--quiet', 'add', committed().top, 'library')
    expect(await listed(await staged(top))).toEqual(['.gitmodules', 'library: submodule'])
  })

  it('holds the resolved side of a merge, and nothing of what is not resolved', async () => {
    const { top, commit, git, stage, write } = committed()
    git('switch', '-q', '-c', 'other')
    commit({ 'a.txt': 'theirs', 'b.txt': 'theirs' })
    git('switch', '-q', 'main')
    commit({ 'a.txt': 'ours', 'b.txt': 'ours' })
    expect(() => git('merge', 'other')).toThrow()
    write('a.txt', 'resolved')
    git('add', 'a.txt')
    expect(await contents(await staged(top))).toEqual({ 'a.txt': 'resolved' })
    stage({ 'b.txt': 'resolved, too' })
    expect(await contents(await staged(top))).toEqual({ 'a.txt': 'resolved', 'b.txt': 'resolved, too' })
  })

  it('is compared with the commit that is amended', async () => {
    const { top, stage } = committed()
    stage({ 'c.txt': 'added by the amendment' })
    expect(await listed(await staged(top))).toEqual(['c.txt'])
  })

  it('is read from the index object', async () => {
    const { top, stage, git } = committed()
    stage({ 'a.txt': 'new' })
    expect(await itemsOf(await staged(top))).toEqual([
      {
        class: 'blob',
        blob: {
          path: 'a.txt',
          origin: { kind: 'index', commit: null, author: null, date: null, introduced: null },
          locator: { kind: 'git', oid: git('rev-parse', ':a.txt').trim() },
        },
      },
    ])
  })

  it('is not changed by configuration of diffs', async () => {
    const { top, stage, git } = committed()
    const settings = {
      'diff.noprefix': 'true',
      'diff.relative': 'true',
      'diff.renames': 'copies',
      'color.ui': 'always',
    }
    const more = {
      'diff.orderFile': 'not-there',
      'core.quotePath': 'true',
      'diff.ignoreSubmodules': 'all',
      'core.abbrev': '7',
    }
    for (const [key, value] of Object.entries({ ...settings, ...more })) git('config', key, value)
    git('mv', 'b.txt', 'ü.txt')
    stage({ 'sub/a.txt': 'x' })
    expect(await listed(await staged(join(top, 'sub')))).toEqual(['sub/a.txt', 'ü.txt'])
  })
})

describe('no index to read', () => {
  it('outside a repository', async () => {
    const cwd = temporaryFolder()
    expect(await openStaged({ cwd })).toEqual({ ok: false, error: { kind: 'not-a-repository', path: cwd } })
  })

  it('in a bare repository', async () => {
    const cwd = temporaryFolder()
    git(cwd, 'init', '-q', '--bare')
    expect(await openStaged({ cwd })).toEqual({ ok: false, error: { kind: 'bare-repository', path: cwd } })
  })

  it('where it is broken', async () => {
    const { top } = committed()
    writeFileSync(join(top, '.git', 'index'), 'no index at all, but long enough to be looked at as one')
    expect(await openStaged({ cwd: top })).toMatchObject({ ok: false, error: { kind: 'git-failed' } })
  })

  it('without git', async () => {
    const { top } = committed()
    mkdirSync(join(top, 'empty'))
    const path = process.env.PATH
    process.env.PATH = join(top, 'empty')
    try {
      expect(await openStaged({ cwd: top })).toEqual({ ok: false, error: { kind: 'git-missing' } })
    } finally {
      process.env.PATH = path
    }
  })
})
