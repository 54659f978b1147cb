import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openUnpushed, type PushedRef, parsePrePush } from '../../src/sources/commits.js'
import { createRepository, git, type Repository, temporaryFolder } from '../support/repository.js'
import { listed, opened } from '../support/source-items.js'

const A = 'a'.repeat(40)
const B = 'b'.repeat(64)
const ZEROS = '0'.repeat(40)
const MAIN = 'refs/heads/main'

describe('the lines of a pre-push hook', () => {
  it.each([
    ['nothing', '', []],
    ['one', `${MAIN} ${A} ${MAIN} ${ZEROS}\n`, [[MAIN, A, MAIN, ZEROS]]],
    ['a last one without its line feed', `HEAD ${A} ${MAIN} ${A}`, [['HEAD', A, MAIN, A]]],
    ['a deletion', `(delete) ${ZEROS} ${MAIN} ${A}\n`, [['(delete)', ZEROS, MAIN, A]]],
    ['SHA-256', `HEAD ${B} ${MAIN} ${B}\n`, [['HEAD', B, MAIN, B]]],
    [
      'a local name with blanks, among others',
      `HEAD@{1 day ago} ${A} ${MAIN} ${A}\r\nx ${A} y ${A}\r\n`,
      [
        ['HEAD@{1 day ago}', A, MAIN, A],
        ['x', A, 'y', A],
      ],
    ],
  ])('%s', (_situation, text, expected) => {
    const parsed = parsePrePush(text)
    const refs = parsed.ok && parsed.value.map((ref) => Object.values(ref))
    expect(refs).toEqual(expected)
  })

  it.each([
    ['no line at all', 'x\n', 1],
    ['a second one that is empty', `HEAD ${A} ${MAIN} ${A}\n\nHEAD ${A} ${MAIN} ${A}\n`, 2],
    ['a short id', `HEAD ${A} ${MAIN} abc\n`, 1],
    ['an option', `HEAD --all ${MAIN} ${A}\n`, 1],
  ])('are refused: %s', (_situation, text, line) => {
    expect(parsePrePush(text)).toEqual({ ok: false, error: { kind: 'bad-push-line', line } })
  })
})

/** A clone of a repository with the commits `1` and `2`, and one more commit `3`. */
const cloned = (...args: readonly string[]): Repository => {
  const origin = createRepository()
  origin.commit({ 1: '1' })
  origin.commit({ 2: '2' })
  const repository = createRepository()
  repository.git('remote', 'add', 'origin', origin.top)
  repository.git('fetch', '-q', ...args, 'origin')
  repository.git('reset', '-q', '--hard', 'origin/main')
  repository.commit({ 3: '3' })
  return repository
}

const oidOf = ({ git }: Repository, revision: string): string => git('rev-parse', revision).trim()

const pushed = (localOid: string, remoteOid: string): PushedRef => ({
  localRef: MAIN,
  localOid,
  remoteRef: MAIN,
  remoteOid,
})

const unpushed = async (cwd: string, updates: readonly PushedRef[], remote = 'origin') =>
  listed(opened(await openUnpushed({ cwd, remote, updates })))

describe('what a push brings', () => {
  const oid = (repository: Repository) => (revision: string) => oidOf(repository, revision)
  const SITUATIONS: readonly [
    string,
    (of: (revision: string) => string) => readonly PushedRef[],
    readonly string[],
  ][] = [
    ['nothing', () => [], []],
    ['a deletion', (of) => [pushed(ZEROS, of('HEAD'))], []],
    ['a branch that is there', (of) => [pushed(of('HEAD'), of('HEAD~1'))], ['3']],
    ['a new branch', (of) => [pushed(of('HEAD'), ZEROS)], ['3']],
    ['a remote that moved to what is not here', (of) => [pushed(of('HEAD'), A)], ['3']],
    ['what the remote has', (of) => [pushed(of('HEAD~1'), ZEROS)], []],
    ['twice the same', (of) => [pushed(of('HEAD'), ZEROS), pushed(of('HEAD'), of('HEAD~2'))], ['3']],
    ['an annotated tag', (of) => [pushed(of('tagged'), ZEROS)], ['3']],
    ['the tag of a tree', (of) => [pushed(of('tree'), ZEROS)], [`${MAIN}: object-missing`]],
    ['an object that is not here', () => [pushed(A, ZEROS)], [`${MAIN}: object-missing`]],
  ]
  it.each(SITUATIONS)('%s', async (_situation, updates, expected) => {
    const repository = cloned()
    repository.git('tag', '-am', 'x', 'tagged')
    repository.git('tag', '-am', 'x', 'tree', 'HEAD^{tree}')
    expect(await unpushed(repository.top, updates(oid(repository)))).toEqual(expected)
  })

  it.each([
    ['another remote', 'elsewhere'],
    ['a URL', 'https://example.com/x'],
    ['a pattern', '*'],
    ['an option', '--all'],
  ])('to %s: all that it is not known to have', async (_situation, remote) => {
    const repository = cloned()
    const updates = [pushed(oidOf(repository, 'HEAD'), ZEROS)]
    expect(await unpushed(repository.top, updates, remote)).toEqual(['1', '2', '3'])
  })

  it('also in a bare repository, and where git names the repository', async () => {
    const repository = cloned()
    const updates = [pushed(oidOf(repository, 'HEAD'), oidOf(repository, 'HEAD~1'))]
    const bare = join(temporaryFolder(), 'bare')
    git(temporaryFolder(), 'clone', '-q', '--bare', repository.top, bare)
    expect(await unpushed(bare, updates)).toEqual(['3'])
    for (const [cwd, dir] of [
      [repository.top, '.git'],
      [bare, '.'],
      [temporaryFolder(), bare],
    ] as const) {
      process.env.GIT_DIR = dir
      try {
        expect(await unpushed(cwd, updates)).toEqual(['3'])
      } finally {
        delete process.env.GIT_DIR
      }
    }
  })

  it('outside of a repository can not be told', async () => {
    const cwd = temporaryFolder()
    const result = await openUnpushed({ cwd, remote: 'origin', updates: [] })
    expect(result).toEqual({ ok: false, error: { kind: 'not-a-repository', path: cwd } })
  })
})
