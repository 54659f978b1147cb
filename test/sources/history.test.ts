import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openHistory } from '../../src/sources/history.js'
import { createRepository, git, type Repository } from '../support/repository.js'
import { blobsOf } from '../support/source-items.js'
import { files, history, requestFor, told } from './history-repository.js'

type Arrangement = (repository: Repository) => void

const deleted: Arrangement = ({ commit, git: run }) => {
  commit({ 'a.txt': 'one', 'gone.txt': 'deleted' })
  run('rm', '--quiet', 'gone.txt')
  commit()
}

const often: Arrangement = ({ commit }) => {
  commit({ 'a.txt': 'same' })
  commit({ 'a.txt': 'other' })
  commit({ 'a.txt': 'same', 'b.txt': 'same' })
}

const stashed: Arrangement = ({ commit, write, git: run }) => {
  commit({ 'a.txt': 'one' })
  for (const text of ['older', 'newer']) {
    write('a.txt', text)
    run('stash', '--quiet')
  }
}

const noted: Arrangement = ({ commit, git: run }) => {
  commit({ 'a.txt': 'one' })
  run('notes', 'add', '-m', 'noted')
}

const detached: Arrangement = ({ commit, git: run }) => {
  commit({ 'a.txt': 'one' })
  run('switch', '--quiet', '--detach')
  commit({ 'a.txt': 'detached' })
}

const amended: Arrangement = ({ commit, stage, git: run }) => {
  commit({ 'a.txt': 'one' })
  stage({ 'a.txt': 'amended' })
  run('commit', '--quiet', '--amend', '--no-edit')
}

const octopus: Arrangement = ({ commit, git: run }) => {
  commit({ base: 'base' })
  for (const name of ['x', 'y', 'z']) {
    run('switch', '--quiet', '-c', name, 'main')
    commit({ [name]: `of ${name}` })
  }
  run('switch', '--quiet', 'main')
  run('merge', '--quiet', '-m', 'octopus', 'x', 'y', 'z')
  run('branch', '-D', 'x', 'y', 'z')
}

const packed: Arrangement = (repository) => {
  often(repository)
  repository.git('gc', '--quiet', '--prune=now')
}

const replaced: Arrangement = ({ commit, git: run }) => {
  const oid = (name: string) => run('rev-parse', name).trim()
  commit({ 'a.txt': 'real', 'b.txt': 'harmless' })
  run('replace', oid('HEAD:a.txt'), oid('HEAD:b.txt'))
}

const grafted: Arrangement = ({ top, commit, git: run }) => {
  commit({ 'a.txt': 'hidden' })
  commit({ 'a.txt': 'shown' })
  writeFileSync(join(top, '.git', 'info', 'grafts'), run('rev-parse', 'HEAD'))
}

const submodule: Arrangement = ({ commit, git: run }) => {
  const oid = commit({ 'a.txt': 'one' }).trim()
  run('update-index', '--add', '--cacheinfo', `160000,${oid.replace(/^./, 'f')},sub`)
  run('commit', '--quiet', '-m', 'sub')
}

const taggedBlob: Arrangement = ({ top, commit, git: run }) => {
  commit({ 'a.txt': 'one' })
  writeFileSync(join(top, 'loose.txt'), 'tagged')
  run('tag', 'loose', run('hash-object', '-w', 'loose.txt').trim())
}

const awkward: Arrangement = ({ commit }) => {
  commit({ 'a b/ü': 'awkward', 'cut\nhere': 'at a line feed', '-x': 'dash' })
}

describe.each([
  ['SHA-1', []],
  ['SHA-256', ['--object-format=sha256']],
])('files of a %s history', (_format, init) => {
  it.each<[string, Arrangement, readonly string[]]>([
    ['nothing committed', () => undefined, []],
    ['a deleted file', deleted, ['a.txt=one', 'gone.txt=deleted']],
    ['the same content in many commits and paths: once', often, ['a.txt=other', 'a.txt=same']],
    ['packed', packed, ['a.txt=other', 'a.txt=same']],
    ['the last stash', stashed, ['a.txt=newer', 'a.txt=one']],
    ['notes', noted, ['NOTE=noted\n', 'a.txt=one']],
    ['a detached HEAD', detached, ['a.txt=detached', 'a.txt=one']],
    ['before an amend: not by refs', amended, ['a.txt=amended']],
    ['an octopus merge', octopus, ['base=base', 'x=of x', 'y=of y', 'z=of z']],
    // What a ref names itself has no path for git.
    ['a replaced object: the real one', replaced, ['a.txt=real', 'blob ID=harmless']],
    ['grafts that cut history off: nothing is', grafted, ['a.txt=hidden', 'a.txt=shown']],
    ['a submodule: no file', submodule, ['a.txt=one']],
    ['a tag on a file', taggedBlob, ['a.txt=one', 'blob ID=tagged']],
    ['awkward names', awkward, ['-x=dash', 'a b/ü=awkward', 'cut=at a line feed']],
  ])('%s', async (_situation, arrange, expected) => {
    const repository = createRepository(...init)
    arrange(repository)
    const seen = await files(await history(repository.top))
    // A note's file is named by the commit that it is about.
    expect(seen.map((line) => line.replace(/^[0-9a-f]*ID=noted/, 'NOTE=noted'))).toEqual(expected)
  })
})

describe('how far it reaches', () => {
  const dropped: Arrangement = (repository) => {
    amended(repository)
    const { stage, git: run } = repository
    stage({ 'b.txt': 'never committed' })
    run('rm', '--quiet', '--force', 'b.txt')
  }

  it.each<[string, 'refs-and-reflog' | 'everything', Arrangement, readonly string[]]>([
    ['older stashes', 'refs-and-reflog', stashed, ['a.txt=newer', 'a.txt=older', 'a.txt=one']],
    ['before an amend', 'refs-and-reflog', dropped, ['a.txt=amended', 'a.txt=one']],
    [
      'never committed',
      'everything',
      dropped,
      ['a.txt=amended', 'a.txt=one', 'unreachable ID=never committed'],
    ],
  ])('%s: %s', async (_situation, reach, arrange, expected) => {
    const repository = createRepository()
    arrange(repository)
    expect(await files(await history(repository.top, { reach }))).toEqual(expected)
  })

  it.each([
    ['a branch', { refs: ['side'] }, ['a.txt=one', 's.txt=side']],
    ['a pattern of branches', { refs: ['si*'] }, ['a.txt=one', 's.txt=side']],
    ['a pattern of refs', { refs: ['heads/[m]*'] }, ['a.txt=one', 'm.txt=main']],
    ['two of them', { refs: ['main', 'side'] }, ['a.txt=one', 'm.txt=main', 's.txt=side']],
    ['since a date', { since: '2024-06-01' }, ['m.txt=main']],
    [
      'a part, and what nothing leads to',
      { refs: ['main'], reach: 'everything' as const },
      ['a.txt=one', 'm.txt=main', 's.txt=side', 'unreachable ID=lost'],
    ],
  ])('only %s', async (_situation, wish, expected) => {
    const { top, commit, write, git: run } = createRepository()
    commit({ 'a.txt': 'one' })
    run('switch', '--quiet', '-c', 'side')
    commit({ 's.txt': 'side' })
    run('switch', '--quiet', 'main')
    write('m.txt', 'main')
    run('add', 'm.txt')
    const who = 'x <x> 1720000000 +0000'
    const [tree, parent] = [run('write-tree'), run('rev-parse', 'HEAD')]
    write('raw', `tree ${tree}parent ${parent}author ${who}\ncommitter ${who}\n\nlater\n`)
    run('reset', '--quiet', '--hard', run('hash-object', '-t', 'commit', '-w', 'raw').trim())
    write('raw', 'lost')
    run('hash-object', '-w', 'raw')
    expect(await files(await history(top, wish))).toEqual(expected)
  })

  it.each([
    ['empty', '', 'bad-revision'],
    ['an option', '--all', 'bad-revision'],
    ['unknown', 'nowhere', 'no-such-revision'],
    ['a pattern that matches nothing', 'no*', 'no-such-revision'],
    ['a negative one', '^main', 'no-such-revision'],
    ['several', 'main..main', 'no-such-revision'],
    ['with a line feed', 'main\nmain', 'no-such-revision'],
  ])('refuses a ref: %s', async (_situation, revision, kind) => {
    const { top, commit } = createRepository()
    commit({ 'a.txt': 'one' })
    const result = await openHistory(requestFor(top, { refs: ['main', revision] }))
    expect(result).toEqual({ ok: false, error: { kind, revision } })
  })
})

describe('messages', () => {
  it('of commits and annotated tags, tags of tags too; each once', async () => {
    const { top, commit, git: run } = createRepository()
    commit({ 'a.txt': 'one' })
    run('commit', '--quiet', '--allow-empty', '-m', 'second')
    run('tag', '-a', 'v1', '-m', 'first release')
    run('tag', '-a', 'v1-signed', '-m', 'about the tag', 'v1')
    run('tag', 'light')
    expect(await told(await history(top))).toEqual([
      'a.txt=one',
      'commit ID=change',
      'commit ID=second',
      'tag v1-signed=about the tag',
      'tag v1=first release',
    ])
  })

  it('are read with their headers, and by no plain id', async () => {
    const { top, commit } = createRepository()
    const oid = commit({ 'a.txt': 'one' })
    const [message] = await blobsOf(await history(top))
    expect(message).toMatchObject({
      path: `commit ${oid.slice(0, 12)}`,
      origin: { kind: 'commit' },
      locator: { kind: 'git', oid: `${oid}^{commit}` },
    })
    expect(git(top, 'cat-file', '-t', oid)).toBe('commit\n')
  })
})

describe('a walk', () => {
  it('may be left early, and begun again', async () => {
    const { top, commit } = createRepository()
    commit(Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${index}.txt`, `${index}`])))
    const source = await history(top, { reach: 'everything' })
    for await (const item of source.items()) {
      expect(item.class).toBe('blob')
      break
    }
    expect(await files(source)).toHaveLength(200)
  })

  it('shows names that are not UTF-8 with replacement characters', async () => {
    const { top, git: run } = createRepository()
    const folder = Buffer.concat([Buffer.from(top), Buffer.from([0x2f, 0xff])])
    writeFileSync(folder, 'odd')
    run('add', '--all')
    run('commit', '--quiet', '-m', 'odd')
    expect(await files(await history(top))).toEqual(['\ufffd=odd'])
  })
})
