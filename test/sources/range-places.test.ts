import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRange } from '../../src/sources/commits.js'
import { createReader } from '../../src/sources/index.js'
import { embedBare } from '../support/embedded-bare.js'
import { withOlderGit } from '../support/older-git.js'
import { createRepository, git, type Repository, temporaryFolder, write } from '../support/repository.js'
import { blobsOf, listed, opened, textOf } from '../support/source-items.js'

const range = async (cwd: string, revisions = 'HEAD~1..HEAD') =>
  opened(await openRange({ cwd, revisions, since: 'as-given' }))

const twoCommits = (): Repository => {
  const repository = createRepository()
  repository.commit({ 'a.txt': 'one\ntwo\n' })
  repository.commit({ 'a.txt': 'one\nTWO\n', 'sub/b.txt': 'new\n' })
  return repository
}

const TEXTS = { 'a.txt': 'one\nTWO\n', 'sub/b.txt': 'new\n' }

const texts = async (source: Awaited<ReturnType<typeof range>>) => {
  const { root, gitDir } = source
  const reader = createReader(gitDir === undefined ? { cwd: root } : { cwd: root, gitDir })
  const found: Record<string, string> = {}
  for (const blob of await blobsOf(source)) found[blob.path] = await textOf(reader, blob)
  await reader.close()
  return found
}

const bareClone = (): string => {
  const bare = join(temporaryFolder(), 'bare.git')
  git(temporaryFolder(), 'clone', '-q', '--bare', twoCommits().top, bare)
  return bare
}

describe('a range is read', () => {
  it('in a work tree, whole', async () => {
    expect(await texts(await range(twoCommits().top))).toEqual(TEXTS)
  })

  it('in a linked work tree of a bare repository', async () => {
    const bare = bareClone()
    const linked = join(temporaryFolder(), 'linked')
    git(bare, 'worktree', 'add', '-q', '-b', 'other', linked)
    const source = await range(linked)
    expect([source.root, await listed(source)]).toEqual([linked, ['a.txt', 'sub/b.txt']])
  })

  it.each([
    ['', (work: () => Promise<void>) => work()],
    [', also by a git that knows no safe.bareRepository', withOlderGit],
  ])('in the directory of a bare repository%s', async (_situation, by) => {
    const bare = bareClone()
    await by(async () => {
      const source = await range(bare)
      expect([source.root, source.gitDir]).toEqual([bare, bare])
      expect(await texts(source)).toEqual(TEXTS)
      const [blob] = await blobsOf(source)
      expect(blob && (await source.changesOf(blob))).toMatchObject([{ added: [{ first: 2, last: 2 }] }])
    })
  })

  it('from deeper inside a bare repository', async () => {
    const bare = bareClone()
    const source = await range(join(bare, 'refs'))
    expect([source.root, await texts(source)]).toEqual([bare, TEXTS])
  })

  it('of the repository around files that look like a bare one', async () => {
    const repository = twoCommits()
    const bare = embedBare(repository, 'fixture', { inside: 'x' })
    const source = await range(bare)
    expect(source.root).toBe(repository.top)
    expect(await listed(source)).toContain('fixture/inside')
  })

  it('of the repository that the directory lies in, whatever a hook was started for', async () => {
    const { top } = twoCommits()
    process.env.GIT_DIR = join(createRepository().top, '.git')
    try {
      expect(await texts(await range(top))).toEqual(TEXTS)
    } finally {
      delete process.env.GIT_DIR
    }
  })
})

describe.runIf(process.platform !== 'win32')('what a repository brings along', () => {
  it('runs no program, and hides and changes nothing', async () => {
    const marks = temporaryFolder()
    const program = (name: string): string => {
      const file = write(temporaryFolder(), name, `#!/bin/sh\n: > '${marks}/${name}'\ncat\n`)
      chmodSync(file, 0o755)
      return file
    }
    const repository = createRepository()
    const attributes = '* diff=trap filter=none\n*.env -diff\n*.bin binary\n'
    repository.commit({
      '.gitattributes': attributes,
      'a.txt': 'one\ntwo\n',
      'b.env': 'a\nb\n',
      'c.bin': 'a\n',
    })
    repository.git('mv', 'a.txt', 'moved.txt')
    repository.commit({ 'moved.txt': 'one\nTWO\n', 'b.env': 'a\nB\n', 'c.bin': 'a\nb\n' })
    const config = {
      'core.fsmonitor': program('fsmonitor'),
      'core.pager': program('pager'),
      'core.alternateRefsCommand': program('alternates'),
      'gpg.program': program('gpg'),
      'diff.external': program('external'),
      'diff.trap.command': program('driver'),
      'diff.trap.textconv': program('textconv'),
      'log.showSignature': 'true',
      'diff.noprefix': 'true',
      'diff.mnemonicPrefix': 'true',
      'diff.relative': 'true',
      'diff.renames': 'false',
      'diff.renameLimit': '1',
      'diff.context': '9',
      'diff.orderFile': 'not-there',
      'diff.ignoreSubmodules': 'all',
      'diff.submodule': 'log',
      'color.ui': 'always',
      'core.quotePath': 'true',
      'core.abbrev': '7',
    }
    for (const [key, value] of Object.entries(config)) repository.git('config', key, value)
    const source = await range(repository.top)
    const reader = createReader({ cwd: source.root })
    const seen: Record<string, unknown> = {}
    for (const blob of await blobsOf(source)) {
      const changes = await source.changesOf(blob)
      seen[blob.path] = [await textOf(reader, blob), changes.map(({ added }) => added)]
    }
    await reader.close()
    const second = [[{ first: 2, last: 2 }]]
    expect(seen).toEqual({
      'b.env': ['a\nB\n', second],
      'c.bin': ['a\nb\n', second],
      'moved.txt': ['one\nTWO\n', second],
    })
    expect(readdirSync(marks)).toEqual([])
  })
})
