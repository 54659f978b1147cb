import { appendFileSync, chmodSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { originOf } from '../../src/model/index.js'
import { createBlame } from '../../src/sources/index.js'
import { embedBare } from '../support/embedded-bare.js'
import { withOlderGit } from '../support/older-git.js'
import {
  AUTHOR,
  createRepository,
  git,
  type Repository,
  temporaryFolder,
  write,
} from '../support/repository.js'

/** Bytes as latin1. */
const NAMES = ['plain', 'a=b', 'a.b', '\xff', 'a\xffb=c', '\xc3', 'é']
const KINDS = ['clean', 'process', 'smudge']

interface Trap {
  readonly config: string
  readonly ran: () => readonly string[]
}

const trap = (name: string): Trap => {
  const marks = temporaryFolder()
  const program = write(temporaryFolder(), 'run', `#!/bin/sh\n: > '${marks}/'"$1"\ncat\n`)
  chmodSync(program, 0o755)
  const lines = KINDS.map((kind) => `\t${kind} = ${program} ${kind}\n`)
  return { config: `[filter "${name}"]\n${lines.join('')}`, ran: () => readdirSync(marks) }
}

const attributes = (name: string): string => `* filter=${name}\n`

const blame = (top: string, path: string) =>
  createBlame({ root: top })(
    { path, origin: originOf('worktree'), locator: { kind: 'file', path: join(top, path) } },
    1,
  )

/** As it comes out of an archive: with a `.git` of somebody else's. */
const archive = (name: string, { config }: Trap): Repository => {
  const repository = createRepository()
  repository.commit({ 'c.txt': 'one\n', '.gitattributes': Buffer.from(attributes(name), 'latin1') })
  appendFileSync(join(repository.top, '.git/config'), Buffer.from(config, 'latin1'))
  return repository
}

describe.runIf(process.platform !== 'win32')('a filter that a repository names', () => {
  it('would run, if git were simply asked', () => {
    const set = trap('\xff')
    const { top } = archive('\xff', set)
    writeFileSync(join(top, 'c.txt'), 'one\ntwo\n')
    git(top, 'blame', 'c.txt')
    expect(set.ran()).toEqual(['process'])
  })

  it.each(NAMES)('does not run in the repository of an archive: %j', async (name) => {
    const set = trap(name)
    const { top, write } = archive(name, set)
    const unchanged = await blame(top, 'c.txt')
    write('c.txt', 'one\nand more\n')
    expect([unchanged?.author, (await blame(top, 'c.txt'))?.author]).toEqual([AUTHOR.name, AUTHOR.name])
    expect(set.ran()).toEqual([])
  })

  it.each(NAMES)('does not run in a bare repository that a clone brought: %j', async (name) => {
    const set = trap(name)
    const upstream = createRepository()
    embedBare(upstream, 'bare', { 'c.txt': 'one\n', '.gitattributes': attributes(name) }, set.config)
    const clone = join(temporaryFolder(), 'clone')
    git(upstream.top, 'clone', '--quiet', upstream.top, clone)
    const commit = git(clone, 'rev-parse', 'HEAD').trim()
    const answers = [await blame(clone, 'bare/c.txt'), await withOlderGit(() => blame(clone, 'bare/c.txt'))]
    expect(answers.map((answer) => answer?.commit)).toEqual([commit, commit])
    expect(set.ran()).toEqual([])
  })

  it('costs nothing, however many there are', async () => {
    const set = trap('f')
    const { top } = archive('f', set)
    const many = Array.from({ length: 20_000 }, (_, number) => `[filter "f${number}"]\n\tclean = false\n`)
    appendFileSync(join(top, '.git/config'), many.join(''))
    expect((await blame(top, 'c.txt'))?.author).toBe(AUTHOR.name)
    expect(set.ran()).toEqual([])
  })
})
