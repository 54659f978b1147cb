import { describe, expect, it } from 'vitest'
import { type Appearance, introductionsOf } from '../../src/sources/history-attribution.js'
import { branchesWith, headPlaces } from '../../src/sources/history-branches.js'
import type { HistoryRequest } from '../../src/sources/history-starts.js'
import { AUTHOR, createRepository, git, type Repository } from '../support/repository.js'
import { opened } from '../support/source-items.js'
import { requestFor } from './history-repository.js'

const introductions = async (
  { top }: Repository,
  oids: readonly string[],
  wish: Partial<HistoryRequest> = {},
): Promise<ReadonlyMap<string, readonly Appearance[]>> =>
  opened(await introductionsOf({ root: top }, oids, requestFor(top, wish)))

/** What brought a text in: `<subject>: <path>`, oldest first. */
const broughtBy = async (repository: Repository, text: string): Promise<readonly string[]> => {
  const oid = oidOf(repository, text)
  const found = (await introductions(repository, [oid])).get(oid) ?? []
  return found.map(({ commit, path }) => `${subject(repository, commit)}: ${path}`)
}

const oidOf = ({ top, write }: Repository, text: string): string => {
  write('../text', text)
  return git(top, 'hash-object', '../text').trim()
}

const subject = ({ top }: Repository, commit: string): string =>
  git(top, 'log', '-1', '--format=%s', commit).trim()

type Files = Readonly<Record<string, string>>

const put = ({ top, stage }: Repository, message: string, files: Files) => {
  stage(files)
  git(top, 'commit', '--quiet', '--allow-empty', '-m', message)
}

/** Branches that all change `a.txt`, merged with `result` as what it becomes. */
const merged = (repository: Repository, branches: readonly string[], files: Files) => {
  put(repository, 'base', { 'a.txt': 'base' })
  for (const name of branches) {
    git(repository.top, 'switch', '--quiet', '-c', name, 'main')
    put(repository, `on ${name}`, { [`${name}.txt`]: `of ${name}` })
  }
  git(repository.top, 'switch', '--quiet', 'main')
  put(repository, 'on main', { 'main.txt': 'of main' })
  git(repository.top, 'merge', '--quiet', '--no-commit', '--no-ff', ...branches)
  put(repository, 'merge', files)
}

describe.each([
  ['SHA-1', []],
  ['SHA-256', ['--object-format=sha256']],
])('what brought content into a %s history', (_format, init) => {
  it.each<[string, (repository: Repository) => void, string, readonly string[]]>([
    ['the first commit', (it) => put(it, 'first', { 'a.txt': 'x' }), 'x', ['first: a.txt']],
    [
      'several paths and times, oldest first',
      (it) => {
        put(it, 'first', { 'a.txt': 'x' })
        put(it, 'away', { 'a.txt': 'y' })
        put(it, 'again', { 'a.txt': 'x', 'b.txt': 'x' })
      },
      'x',
      ['first: a.txt', 'again: a.txt', 'again: b.txt'],
    ],
    [
      'a rename: both names',
      (it) => {
        put(it, 'first', { 'a.txt': 'x' })
        git(it.top, 'mv', 'a.txt', 'b.txt')
        put(it, 'move', {})
      },
      'x',
      ['first: a.txt', 'move: b.txt'],
    ],
    [
      'a changed mode: brings nothing',
      (it) => {
        put(it, 'first', { 'a.txt': 'x' })
        git(it.top, 'update-index', '--chmod=+x', 'a.txt')
        git(it.top, 'commit', '--quiet', '-m', 'mode')
      },
      'x',
      ['first: a.txt'],
    ],
    [
      'a merge itself',
      (it) => merged(it, ['x'], { 'a.txt': 'evil', 'new.txt': 'evil' }),
      'evil',
      ['merge: a.txt', 'merge: new.txt'],
    ],
    ['an octopus itself', (it) => merged(it, ['x', 'y', 'z'], { 'a.txt': 'evil' }), 'evil', ['merge: a.txt']],
    ['a parent of a merge, not the merge', (it) => merged(it, ['x'], {}), 'of x', ['on x: x.txt']],
    [
      'a parent of an octopus, not the octopus',
      (it) => merged(it, ['x', 'y', 'z'], {}),
      'of y',
      ['on y: y.txt'],
    ],
    [
      'names that are hard to read',
      (it) => put(it, 'first', { 'a\nb "c"': 'x', ':100644 d': 'x', '\x01e': 'x', 'ü/\t': 'x' }),
      'x',
      ['first: \x01e', 'first: :100644 d', 'first: a\nb "c"', 'first: ü/\t'],
    ],
    ['nothing that is known', (it) => put(it, 'first', { 'a.txt': 'x' }), 'y', []],
    ['no commit at all', () => undefined, 'x', []],
  ])('%s', async (_situation, arrange, text, expected) => {
    const repository = createRepository(...init)
    arrange(repository)
    expect(await broughtBy(repository, text)).toEqual(expected)
  })
})

describe('an appearance', () => {
  it('has the author as the commit has it, and when', async () => {
    const repository = createRepository()
    repository.write('.mailmap', `Somebody Else <else@example.com> ${AUTHOR.name} <ada@example.com>\n`)
    const commit = repository.commit({ 'a.txt': 'x' })
    const oid = oidOf(repository, 'x')
    expect((await introductions(repository, [oid])).get(oid)).toEqual([
      { commit, author: AUTHOR.name, date: AUTHOR.date, path: 'a.txt', order: 0 },
    ])
  })

  it('of a message is the commit, and who set the tag', async () => {
    const repository = createRepository()
    const commit = repository.commit({ 'a.txt': 'x' })
    repository.git('tag', '-a', 'v1', '-m', 'release')
    const lost = repository.commit()
    repository.git('reset', '--quiet', '--hard', 'HEAD~1')
    const tag = repository.git('rev-parse', 'v1').trim()
    const names = [`${commit}^{commit}`, `${tag}^{tag}`, `${lost}^{commit}`]
    const found = await introductions(repository, names)
    const by = { author: AUTHOR.name, date: AUTHOR.date, order: expect.any(Number) }
    expect(names.map((name) => found.get(name))).toEqual([
      [{ ...by, commit, path: `commit ${commit.slice(0, 12)}` }],
      [{ ...by, commit, path: 'tag v1' }],
      [{ ...by, commit: lost, path: `commit ${lost.slice(0, 12)}` }],
    ])
  })

  it('is looked for where the request says only', async () => {
    const repository = createRepository()
    put(repository, 'base', { 'a.txt': 'base' })
    git(repository.top, 'switch', '--quiet', '-c', 'side')
    put(repository, 'side', { 'a.txt': 'x' })
    const oid = oidOf(repository, 'x')
    expect([...(await introductions(repository, [oid], { refs: ['main'] })).keys()]).toEqual([])
    expect([...(await introductions(repository, [oid], { refs: ['side'] })).keys()]).toEqual([oid])
  })
})

describe("HEAD's files", () => {
  it('are those of its tree, whatever is staged', async () => {
    const repository = createRepository()
    expect(await headPlaces({ root: repository.top })).toEqual(new Set())
    repository.commit({ 'a.txt': 'x', 'sub/b\nc': 'y' })
    repository.stage({ 'a.txt': 'z' })
    expect(await headPlaces({ root: repository.top })).toEqual(
      new Set([`${oidOf(repository, 'x')} a.txt`, `${oidOf(repository, 'y')} sub/b\nc`]),
    )
  })
})

describe('branches with a commit', () => {
  it('are local and remote ones, each by one name', async () => {
    const { top, commit, git: run } = createRepository()
    const first = commit({ 'a.txt': 'x' })
    run('branch', 'old')
    run('update-ref', 'refs/remotes/origin/main', first)
    run('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main')
    const second = commit({ 'a.txt': 'y' })
    const nowhere = 'f'.repeat(40)
    expect(await branchesWith({ root: top }, [first, second, nowhere])).toEqual(
      new Map([
        [first, ['main', 'old', 'origin/main']],
        [second, ['main']],
        [nowhere, []],
      ]),
    )
  })
})
