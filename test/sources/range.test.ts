import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRange } from '../../src/sources/commits.js'
import { AUTHOR, createRepository, git, type Repository } from '../support/repository.js'
import { itemsOf, listed, opened, shown } from '../support/source-items.js'

const range = async (cwd: string, revisions: string) =>
  opened(await openRange({ cwd, revisions, since: 'as-given' }))

/** One commit, tagged `base`, with `a.txt`, `b.txt` and the link `link`. */
const started = (...init: readonly string[]): Repository => {
  const repository = createRepository(...init)
  symlinkSync('a.txt', join(repository.top, 'link'))
  repository.commit({ 'a.txt': 'one\n', 'b.txt': 'two\n' })
  repository.git('tag', 'base')
  return repository
}

/** Branch `other` and `main` with a change each, `main` checked out; they merge without conflict. */
const forked = ({ git, commit }: Repository): void => {
  git('switch', '-q', '-c', 'other')
  commit({ 'a.txt': 'theirs\n' })
  git('switch', '-q', 'main')
  commit({ 'b.txt': 'ours\n' })
}

/** Writes an object as it is, also one that git itself would not make. Returns its id. */
const storeObject = (top: string, type: string, content: Buffer): string => {
  const args = ['hash-object', '-t', type, '-w', '--stdin', '--literally']
  return execFileSync('git', args, { cwd: top, input: content, encoding: 'utf8' }).trim()
}

type Arrangement = (repository: Repository) => void

const SITUATIONS: readonly [string, Arrangement, readonly string[]][] = [
  ['nothing', () => undefined, []],
  ['a commit without a change', ({ commit }) => void commit(), []],
  [
    'each commit on its own, oldest first',
    ({ commit, git }) => {
      commit({ 'a.txt': 'added\n', new: 'n' })
      git('rm', '-q', 'new')
      commit({ 'a.txt': 'one\n' })
    },
    ['a.txt', 'new', 'a.txt'],
  ],
  [
    'a clean merge: nothing of its own',
    (r) => [forked(r), r.git('merge', '-q', 'other')],
    ['b.txt', 'a.txt'],
  ],
  [
    'what stands in a merge alone',
    (repository) => {
      forked(repository)
      repository.git('merge', '-q', '--no-commit', 'other')
      repository.commit({ 'a.txt': 'theirs\nevil\n', 'new.txt': 'evil' })
    },
    ['b.txt', 'a.txt', 'a.txt', 'new.txt'],
  ],
  [
    'an octopus',
    ({ git, commit }) => {
      for (const name of ['x', 'y', 'z']) {
        git('switch', '-q', '-c', name, 'base')
        commit({ [name]: name })
      }
      git('switch', '-q', 'main')
      git('merge', '-q', '--no-ff', '--no-commit', 'x', 'y', 'z')
      commit({ evil: 'e' })
    },
    ['x', 'y', 'z', 'evil'],
  ],
  [
    'a history that was joined to this one, from its root',
    ({ git, commit }) => {
      git('switch', '-q', '--orphan', 'other')
      commit({ root: 'r' })
      git('switch', '-q', 'main')
      git('merge', '-q', '--allow-unrelated-histories', 'other')
    },
    ['root'],
  ],
  ['a rename', ({ git, commit }) => [git('mv', 'a.txt', 'moved'), commit()], ['moved']],
  [
    'a file that may be run now',
    ({ top, git }) => {
      chmodSync(join(top, 'a.txt'), 0o755)
      git('commit', '-qam', 'mode')
    },
    ['a.txt'],
  ],
  [
    'a link that became a file, and a new link',
    ({ top, commit }) => {
      rmSync(join(top, 'link'))
      symlinkSync('/else/where', join(top, 'other'))
      commit({ link: 'now text' })
    },
    ['link', 'other'],
  ],
  [
    'a submodule, by name',
    ({ git }) => {
      git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'base').trim()},library`)
      git('commit', '-qm', 'submodule')
    },
    ['library: submodule'],
  ],
  [
    'names with anything in them',
    ({ commit }) =>
      void commit({ 'a b': '1', '-x': '2', '"q"': '3', 'l\nf\tü': '4', ':x': '5', 'b\\s': '6' }),
    ['"q"', '-x', ':x', 'a b', 'b\\s', 'l\nf\tü'],
  ],
]

describe.each([
  ['SHA-1', []],
  ['SHA-256', ['--object-format=sha256']],
])('the commits of a %s repository hold', (_format, init) => {
  it.each(SITUATIONS)('%s', async (_situation, arrange, expected) => {
    const repository = started(...init)
    arrange(repository)
    const source = await range(repository.top, 'base..HEAD')
    expect([source.root, [...(await listed(source))].sort()]).toEqual([repository.top, [...expected].sort()])
  })
})

describe('the items of a range', () => {
  it('name commit, author and date, and the blob by its id', async () => {
    const { top, commit, git } = started()
    const oid = commit({ 'a.txt': 'new\n' })
    expect(await itemsOf(await range(top, 'base..HEAD'))).toEqual([
      {
        class: 'blob',
        blob: {
          path: 'a.txt',
          origin: { kind: 'commit', commit: oid, author: AUTHOR.name, date: AUTHOR.date, introduced: null },
          locator: { kind: 'git', oid: git('rev-parse', 'HEAD:a.txt').trim() },
        },
      },
    ])
  })

  it('come in the order of the commits, parents before children', async () => {
    const repository = started()
    const { top, commit, git: inTop } = repository
    forked(repository)
    inTop('merge', '-q', '--no-ff', '--no-commit', 'other')
    commit({ merged: 'm' })
    commit({ last: 'l' })
    const items = await listed(await range(top, 'base..HEAD'))
    expect([[...items.slice(0, 2)].sort(), items.slice(2)]).toEqual([
      ['a.txt', 'b.txt'],
      ['merged', 'last'],
    ])
  })

  it('show a name that is not UTF-8 readably', async () => {
    const { top } = started()
    const blob = git(top, 'rev-parse', 'HEAD:a.txt').trim()
    const entry = Buffer.from(`100644 f\xff\0${Buffer.from(blob, 'hex').toString('latin1')}`, 'latin1')
    const tree = storeObject(top, 'tree', entry)
    const commit = git(top, 'commit-tree', '-m', 'x', tree).trim()
    expect(await listed(await range(top, commit))).toEqual(['f\ufffd'])
  })

  it.each([
    ['in UTF-8', 'UTF-8'],
    ['in another encoding', 'ISO-8859-1'],
  ])('name an author as the commit does, %s, whatever is configured', async (_situation, encoding) => {
    const { top, commit, git: inTop } = started()
    commit({ '.mailmap': 'Somebody Else <jue@example.com>\n' })
    for (const [key, value] of [
      ['i18n.commitEncoding', encoding],
      ['i18n.logOutputEncoding', 'ISO-8859-1'],
      ['log.mailmap', 'true'],
      ['log.showSignature', 'true'],
      ['log.date', 'relative'],
      ['format.pretty', 'oneline'],
      ['color.ui', 'always'],
    ] as const)
      inTop('config', key, value)
    inTop('mv', 'b.txt', 'c.txt')
    const name = Buffer.from('Jürgen Ü', encoding === 'UTF-8' ? 'utf8' : 'latin1')
    const tree = inTop('write-tree').trim()
    const header = `tree ${tree}\nparent ${inTop('rev-parse', 'HEAD').trim()}\nauthor `
    const rest = ` <jue@example.com> 1700000000 +0130\ncommitter c <c> 1 +0000\nencoding ${encoding}\n\nx\n`
    const object = Buffer.concat([Buffer.from(header), name, Buffer.from(rest)])
    const oid = storeObject(top, 'commit', object)
    const [item] = await itemsOf(await range(top, oid))
    expect(item).toMatchObject({
      blob: { path: 'c.txt', origin: { author: 'Jürgen Ü', date: '2023-11-14T23:43:20+01:30' } },
    })
  })

  it('name nobody where the commit does not', async () => {
    const { top, git: inTop } = started()
    const tree = inTop('write-tree').trim()
    const oid = storeObject(top, 'commit', Buffer.from(`tree ${tree}\ncommitter c <c> 1 +0000\n\nx\n`))
    const [item] = await itemsOf(await range(top, oid))
    expect(item).toMatchObject({ blob: { path: 'a.txt', origin: { commit: oid, author: null, date: null } } })
  })

  it.each([
    ['one commit: it alone', 'HEAD~1', ['second']],
    ['the root', 'base', ['a.txt', 'b.txt', 'link']],
    ['two dots', 'HEAD~1..HEAD', ['third']],
    ['three dots', 'HEAD~1...HEAD', ['third']],
    ['tags', 'base..tagged', ['second', 'third']],
    ['full ids', 'IDS', ['third']],
    ['backwards: nothing', 'HEAD..base', []],
  ])('%s', async (_situation, revisions, expected) => {
    const { top, commit } = started()
    const second = commit({ second: '2' })
    const third = commit({ third: '3' })
    git(top, 'tag', '-a', '-m', 'annotated', 'tagged')
    const given = revisions === 'IDS' ? `${second}..${third}` : revisions
    expect(await listed(await range(top, given))).toEqual(expected)
  })

  it('of a...b and of a..b are what b alone has', async () => {
    const repository = started()
    forked(repository)
    for (const [revisions, since] of [
      ['main...other', 'as-given'],
      ['main..other', 'merge-base'],
      ['main..other', 'as-given'],
    ] as const) {
      const source = opened(await openRange({ cwd: repository.top, revisions, since }))
      expect((await itemsOf(source)).map(shown)).toEqual(['a.txt'])
    }
  })

  it('are the same from a subdirectory', async () => {
    const { top, commit } = started()
    commit({ 'sub/below': 'x', above: 'y' })
    expect(await listed(await range(join(top, 'sub'), 'base..HEAD'))).toEqual(['above', 'sub/below'])
  })
})
