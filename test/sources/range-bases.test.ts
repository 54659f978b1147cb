import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRange } from '../../src/sources/commits.js'
import { createRepository, git, type Repository, temporaryFolder } from '../support/repository.js'
import { itemsOf, listed, opened } from '../support/source-items.js'

const range = async (cwd: string, revisions: string, since: 'as-given' | 'merge-base' = 'as-given') =>
  opened(await openRange({ cwd, revisions, since }))

const ZEROS = '0'.repeat(40)
const ABSENT = '1234567890'.repeat(4)

/** Commits that add `1`, `2`, … each. */
const line = (count: number, repository = createRepository()): Repository => {
  for (let at = 1; at <= count; at++) repository.commit({ [`${at}`]: `${at}` })
  return repository
}

const clone = ({ top }: Repository, ...args: readonly string[]): string => {
  const target = join(temporaryFolder(), 'clone')
  git(top, 'clone', '-q', ...args, `file://${top}`, target)
  return target
}

const details = async (cwd: string, revisions: string, since: 'as-given' | 'merge-base' = 'as-given') =>
  (await itemsOf(await range(cwd, revisions, since))).flatMap((item) =>
    item.class === 'unread' ? [[item.path, item.reason, item.detail]] : [],
  )

/** Takes an object away from a repository that has no packs. */
const lose = ({ top, git: inTop }: Repository, revision: string): void => {
  const oid = inTop('rev-parse', revision).trim()
  const file = join(top, '.git', 'objects', oid.slice(0, 2), oid.slice(2))
  expect(existsSync(file)).toBe(true)
  rmSync(file)
}

describe('a revision that names no commit', () => {
  it.each([
    ['nope', 'nope'],
    ['nope..HEAD', 'nope'],
    ['HEAD..nope', 'nope'],
    ['HEAD...nope', 'nope'],
    ['HEAD~9..HEAD', 'HEAD~9'],
    ['^HEAD', '^HEAD'],
    ['HEAD^{tree}', 'HEAD^{tree}'],
    ['HEAD:1', 'HEAD:1'],
    ['....', '.'],
    [`${ABSENT}`, ABSENT],
    [`HEAD..${ABSENT}`, ABSENT],
    [`${ABSENT.slice(1)}..HEAD`, ABSENT.slice(1)],
  ])('%s', async (revisions, revision) => {
    const { top } = line(2)
    const kind = revision === '.' ? 'bad-revision' : 'no-such-revision'
    expect(await openRange({ cwd: top, revisions, since: 'as-given' })).toEqual({
      ok: false,
      error: { kind, revision: kind === 'bad-revision' ? revisions : revision },
    })
  })

  it('the full id of a tree', async () => {
    const { top, git: inTop } = line(2)
    const revision = inTop('rev-parse', 'HEAD^{tree}').trim()
    const result = await openRange({ cwd: top, revisions: `${revision}..HEAD`, since: 'as-given' })
    expect(result).toEqual({ ok: false, error: { kind: 'no-such-revision', revision } })
  })

  it.each([
    '',
    '..',
    'HEAD..',
    '..HEAD',
    '...HEAD',
    '-x',
    '--all',
    '--output=x..HEAD',
    'HEAD..--all',
    'a\0b',
  ])('and is never shown to git: "%s"', async (revisions) => {
    const { top } = line(1)
    const result = await openRange({ cwd: top, revisions, since: 'as-given' })
    expect(result).toEqual({ ok: false, error: { kind: 'bad-revision', revision: revisions } })
  })
})

describe('where there is no repository', () => {
  it('that is said', async () => {
    const cwd = temporaryFolder()
    const result = await openRange({ cwd, revisions: 'HEAD', since: 'as-given' })
    expect(result).toEqual({ ok: false, error: { kind: 'not-a-repository', path: cwd } })
  })

  it('nor a commit, HEAD means nothing', async () => {
    const { top } = createRepository()
    const result = await openRange({ cwd: top, revisions: 'HEAD', since: 'as-given' })
    expect(result).toEqual({ ok: false, error: { kind: 'no-such-revision', revision: 'HEAD' } })
  })
})

describe('a base of zeros', () => {
  it('without remotes means all of the history', async () => {
    expect(await listed(await range(line(3).top, `${ZEROS}..HEAD`))).toEqual(['1', '2', '3'])
  })

  it('means what no remote-tracking branch has', async () => {
    const top = clone(line(2))
    git(top, 'switch', '-q', '-c', 'new')
    git(top, 'rm', '-q', '1')
    git(top, 'mv', '2', '3')
    git(top, 'commit', '-qm', 'x')
    expect(await listed(await range(top, `${ZEROS}..HEAD`))).toEqual(['3'])
  })

  it('means what other branches do not have, where the pushed one was fetched already', async () => {
    const origin = line(2)
    origin.git('switch', '-q', '-c', 'new')
    origin.commit({ 3: '3' })
    const top = clone(origin)
    expect(await listed(await range(top, `${ZEROS}..origin/new`))).toEqual(['3'])
  })

  it('in a SHA-256 repository has 64', async () => {
    const { top } = line(2, createRepository('--object-format=sha256'))
    expect(await listed(await range(top, `${'0'.repeat(64)}..HEAD`))).toEqual(['1', '2'])
  })
})

describe('a base that is not here', () => {
  it('is told, and what can be scanned is', async () => {
    const { top } = line(2)
    expect(await listed(await range(top, `${ABSENT}..HEAD`))).toEqual([
      `${ABSENT}: commits-missing`,
      '1',
      '2',
    ])
    expect(await details(top, `${ABSENT}..HEAD`)).toEqual([
      [ABSENT, 'commits-missing', expect.stringContaining(`git fetch origin ${ABSENT}`)],
    ])
  })

  it('leaves out what other branches had', async () => {
    const origin = line(2)
    origin.git('switch', '-q', '-c', 'pushed')
    origin.commit({ 3: '3' })
    const items = await listed(await range(clone(origin), `${ABSENT}...origin/pushed`))
    expect(items).toEqual([`${ABSENT}: commits-missing`, '3'])
  })

  it('in a shallow clone is told so, and where the history ends', async () => {
    const origin = line(4)
    const base = origin.git('rev-parse', 'HEAD~3').trim()
    const top = clone(origin, '--depth=2')
    const boundary = git(top, 'rev-parse', 'HEAD~1').trim()
    expect(await details(top, `${base}..HEAD`)).toEqual([
      [base, 'commits-missing', expect.stringContaining('git fetch --unshallow')],
      [boundary, 'commits-missing', expect.stringContaining('history ends here: a shallow clone')],
    ])
    const blobs = (await listed(await range(top, `${base}..HEAD`))).filter((item) => !item.includes(':'))
    expect(blobs).toEqual(['1', '2', '3', '4'])
  })
})

describe('a shallow clone', () => {
  it('is as good as a whole one for what it holds', async () => {
    const top = clone(line(4), '--depth=3')
    expect(await listed(await range(top, 'HEAD~1..HEAD'))).toEqual(['4'])
  })

  it('tells that a single commit without its parents is shown whole', async () => {
    const top = clone(line(3), '--depth=1')
    const head = git(top, 'rev-parse', 'HEAD').trim()
    expect(await listed(await range(top, 'HEAD'))).toEqual([`${head}: commits-missing`, '1', '2', '3'])
  })

  it('may lack the merge base', async () => {
    const origin = line(2)
    origin.git('switch', '-q', '-c', 'topic')
    origin.commit({ topic: 't' })
    origin.git('switch', '-q', 'main')
    origin.commit({ 3: '3' })
    const top = clone(origin, '--depth=1', '--no-single-branch')
    for (const [revisions, since] of [
      ['origin/main...origin/topic', 'as-given'],
      ['origin/main..origin/topic', 'merge-base'],
    ] as const) {
      expect((await details(top, revisions, since))[0]).toEqual([
        'origin/main',
        'commits-missing',
        'the merge base is not in this shallow clone: "git fetch --unshallow" brings it',
      ])
      expect(await listed(await range(top, revisions, since))).toContain('topic')
    }
  })

  it('is not taken for one where histories were never joined', async () => {
    const repository = line(2)
    repository.git('switch', '-q', '--orphan', 'other')
    repository.commit({ other: 'o' })
    expect(await listed(await range(repository.top, 'main...other'))).toEqual(['other'])
  })
})

describe('a lost object', () => {
  it('costs the commits that need it, and no others', async () => {
    const repository = createRepository()
    for (const at of ['1', '2', '3', '4', '5']) repository.commit({ 'sub/x': at, [at]: at })
    const [third, fourth] = ['HEAD~2', 'HEAD~1'].map((name) => repository.git('rev-parse', name).trim())
    lose(repository, 'HEAD~2:sub')
    const items = await listed(await range(repository.top, 'HEAD~4..HEAD'))
    expect(items).toEqual([
      '2',
      'sub/x',
      `${third}: object-missing`,
      `${fourth}: object-missing`,
      '5',
      'sub/x',
    ])
  })

  it('that is a commit: what git reaches is scanned, and more is said to be missing', async () => {
    const repository = line(4)
    lose(repository, 'HEAD~2')
    const head = repository.git('rev-parse', 'HEAD').trim()
    const items = await listed(await range(repository.top, `${ZEROS}..HEAD`))
    expect(items).toContain(`${head}: commits-missing`)
    expect(items).toContain('4')
  })
})
