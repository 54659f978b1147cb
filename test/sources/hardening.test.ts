import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBlame, createReader, openStaged } from '../../src/sources/index.js'
import { createRepository, git, type Repository, temporaryFolder, write } from '../support/repository.js'
import { blobsOf, contents, opened, textOf, tree } from '../support/source-items.js'

interface Trap {
  readonly repository: Repository
  /** Names of the planted programs that ran. */
  readonly ran: () => readonly string[]
}

/** A repository whose own configuration names a program wherever git knows such a place. */
const trapped = (): Trap => {
  const repository = createRepository()
  const { top } = repository
  repository.commit({ 'a.txt': 'one\ntwo\n', 'sub/b.txt': 'x\n' })
  const marks = temporaryFolder()
  const program = (name: string): string => {
    const file = write(temporaryFolder(), name, `#!/bin/sh\n: > '${marks}/${name}'\ncat\n`)
    chmodSync(file, 0o755)
    return file
  }
  repository.write('.gitattributes', '* diff=trap filter=trap\n* diff=trap filter=a=b.c\n')
  repository.write('a.txt', 'one\nTWO\n')
  repository.write('new.txt', 'new\n')
  git(top, 'add', '--all')
  const config: Readonly<Record<string, string>> = {
    'core.fsmonitor': program('fsmonitor'),
    'core.pager': program('pager'),
    'core.sshCommand': program('ssh'),
    'core.editor': program('editor'),
    'core.alternateRefsCommand': program('alternates'),
    'gpg.program': program('gpg'),
    'diff.external': program('external'),
    'diff.trap.command': program('driver'),
    'diff.trap.textconv': program('textconv'),
    'filter.trap.clean': program('clean'),
    'filter.trap.smudge': program('smudge'),
    'filter.trap.required': 'true',
    'filter.a=b.c.clean': program('odd-clean'),
    'filter.a=b.c.process': program('odd-process'),
    'filter.a=b.c.required': 'true',
    'pager.blame': program('pager-blame'),
    'pager.diff': program('pager-diff'),
    'alias.ls-files': `!${program('alias')}`,
    'core.hooksPath': join(program('post-index-change'), '..'),
  }
  for (const [key, value] of Object.entries(config)) git(top, 'config', key, value)
  return { repository, ran: () => readdirSync(marks) }
}

describe.runIf(process.platform !== 'win32')('programs that a repository names', () => {
  it('would run, if git were simply asked', () => {
    const { repository, ran } = trapped()
    expect(() => git(repository.top, 'blame', 'a.txt')).toThrow()
    expect(ran()).toEqual(expect.arrayContaining(['fsmonitor', 'odd-process']))
  })

  it('do not run while the index is listed, compared and read', async () => {
    const { repository, ran } = trapped()
    const source = opened(await openStaged({ cwd: join(repository.top, 'sub') }))
    const reader = createReader({ cwd: source.root })
    const blobs = await blobsOf(source)
    for (const blob of blobs) {
      await textOf(reader, blob)
      const [{ parent } = { parent: null }] = await source.changesOf(blob)
      if (parent !== null) await textOf(reader, parent)
      await textOf(reader, { ...blob, locator: { kind: 'git', oid: `:${blob.path}` } })
    }
    await reader.close()
    expect(blobs.map(({ path }) => path)).toEqual(['.gitattributes', 'a.txt', 'new.txt'])
    expect(ran()).toEqual([])
  })

  it.each([
    ['the whole', ['.'], ['.gitattributes', 'a.txt', 'new.txt', 'sub/b.txt']],
    ['a directory, so that ignore rules are asked', ['sub'], ['sub/b.txt']],
  ])('do not run while the work tree is listed and read: %s', async (_situation, paths, expected) => {
    const { repository, ran } = trapped()
    const read = await contents(await tree(repository.top, { paths, exclude: ['*.none'] }))
    expect(Object.keys(read)).toEqual(expected)
    expect(ran()).toEqual([])
  })

  it('do not run while a line is blamed', async () => {
    const { repository, ran } = trapped()
    const blame = createBlame({ root: repository.top })
    const blobs = await blobsOf(await tree(repository.top, { paths: ['a.txt', 'sub'] }))
    const lines = await Promise.all(blobs.map((blob) => blame(blob, 1)))
    expect(lines.map((line) => line?.commit)).toEqual(
      Array(2).fill(repository.git('-c', 'core.fsmonitor=false', 'rev-parse', 'HEAD').trim()),
    )
    expect(ran()).toEqual([])
  })

  it('do not run when the environment names them', async () => {
    const { repository, ran } = trapped()
    const marks = temporaryFolder()
    const script = write(temporaryFolder(), 'program', `#!/bin/sh\n: > '${marks}/ran'\n`)
    chmodSync(script, 0o755)
    const variables = [
      'GIT_EXTERNAL_DIFF',
      'GIT_PAGER',
      'GIT_SSH_COMMAND',
      'GIT_EDITOR',
      'EDITOR',
      'PAGER',
      'GIT_ASKPASS',
    ]
    const before = variables.map((name) => [name, process.env[name]] as const)
    for (const name of variables) process.env[name] = script
    try {
      const source = opened(await openStaged({ cwd: repository.top }))
      for (const blob of await blobsOf(source)) await source.changesOf(blob)
      await tree(repository.top, { paths: ['sub'] })
    } finally {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name]
        else process.env[name] = value
      }
    }
    expect([...readdirSync(marks), ...ran()]).toEqual([])
  })
})

describe('a repository', () => {
  it('is not written to', async () => {
    const { repository } = trapped()
    const state = () =>
      git(repository.top, '-c', 'core.fsmonitor=false', 'hash-object', '--no-filters', '.git/index')
    const before = state()
    await contents(opened(await openStaged({ cwd: repository.top })))
    await contents(await tree(repository.top))
    expect(state()).toBe(before)
  })

  it('that lacks objects is not completed over the network', async () => {
    const origin = createRepository()
    origin.commit({ 'a.txt': 'one\n' })
    origin.git('config', 'uploadpack.allowFilter', 'true')
    const clone = join(temporaryFolder(), 'clone')
    git(
      clone.slice(0, -6),
      'clone',
      '-q',
      '--no-checkout',
      '--filter=blob:none',
      `file://${origin.top}`,
      clone,
    )
    const oid = git(origin.top, 'rev-parse', 'HEAD:a.txt').trim()
    const reader = createReader({ cwd: clone })
    const blob = {
      path: 'a.txt',
      origin: { kind: 'commit', commit: null, author: null, date: null, introduced: null },
      locator: { kind: 'git', oid },
    } as const
    expect(await textOf(reader, blob)).toBe('unread: object-missing')
    await reader.close()
  })
})
