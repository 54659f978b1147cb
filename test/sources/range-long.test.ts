import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRange } from '../../src/sources/commits.js'
import { createRepository, git, temporaryFolder, write } from '../support/repository.js'
import { itemsOf, listed, opened, shown } from '../support/source-items.js'

/** More than one process compares. */
const COMMITS = 4100

/** A repository in which each commit adds the file of its number, made by one process. */
const long = (): string => {
  const { top } = createRepository()
  const commit = (at: number): string =>
    `commit refs/heads/main\ncommitter c <c> ${at} +0000\ndata 1\nx\nM 100644 inline d/${at % 7}/${at}\ndata 1\nx\n`
  const input = Array.from({ length: COMMITS }, (_none, at) => commit(at)).join('')
  execFileSync('git', ['fast-import', '--quiet'], { cwd: top, input })
  return top
}

const zeros = `${'0'.repeat(40)}..main`
const range = async (cwd: string) => opened(await openRange({ cwd, revisions: zeros, since: 'as-given' }))

describe('a long range', () => {
  it('comes whole and in order, again and again, and may be left early', async () => {
    const source = await range(long())
    const expected = Array.from({ length: COMMITS }, (_none, at) => `d/${at % 7}/${at}`)
    expect(await listed(source)).toEqual(expected)
    for await (const item of source.items()) {
      expect(shown(item)).toBe('d/0/0')
      break
    }
    expect((await listed(source)).length).toBe(COMMITS)
  })

  it('is told commit by commit in a clone without trees, and nothing is fetched', async () => {
    const { top, commit, git: inTop } = createRepository()
    for (const at of ['1', '2', '3']) commit({ [at]: at })
    inTop('config', 'uploadpack.allowFilter', 'true')
    const clone = join(temporaryFolder(), 'clone')
    git(top, 'clone', '-q', '--bare', '--filter=tree:0', `file://${top}`, clone)
    const ids = inTop('rev-list', '--reverse', 'HEAD').trim().split('\n')
    expect(await listed(await range(clone))).toEqual(ids.map((id) => `${id}: object-missing`))
  })
})

/** A git of which `diff-tree` ends by a signal once it has written what it was asked. */
const withDyingGit = async <T>(work: () => Promise<T>): Promise<T> => {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  const script = `#!/bin/sh\ncase " $* " in *' diff-tree '*) '${real}' "$@"; kill -9 $$;; *) exec '${real}' "$@";; esac\n`
  const folder = temporaryFolder()
  chmodSync(write(folder, 'git', script), 0o755)
  const path = process.env.PATH
  process.env.PATH = `${folder}${delimiter}${path}`
  try {
    return await work()
  } finally {
    process.env.PATH = path
  }
}

describe.runIf(process.platform !== 'win32')('git that is ended from outside', () => {
  it('costs no more than the certainty of the commit it was at', async () => {
    const { top, commit } = createRepository()
    const ids = ['1', '2'].map((at) => commit({ [at]: at }))
    const items = await withDyingGit(async () => itemsOf(await range(top)))
    expect(items.map(shown)).toEqual(['1', '2', `${ids[1]}: io-error`])
  })
})
