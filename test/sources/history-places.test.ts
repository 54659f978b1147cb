import { realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openHistory } from '../../src/sources/history.js'
import { embedBare } from '../support/embedded-bare.js'
import { withOlderGit } from '../support/older-git.js'
import { createRepository, git, temporaryFolder, write } from '../support/repository.js'
import { files, history, requestFor } from './history-repository.js'

describe('where a history is', () => {
  const sample = () => {
    const repository = createRepository()
    repository.commit({ 'sub/a.txt': 'one' })
    return repository
  }

  it.each<[string, (top: string) => string, (top: string) => string]>([
    ['the top', (top) => top, (top) => top],
    ['a folder in it', (top) => join(top, 'sub'), (top) => top],
    [
      'a link to it',
      (top) => {
        const link = join(temporaryFolder(), 'link')
        symlinkSync(top, link)
        return link
      },
      (top) => top,
    ],
    ['its git directory', (top) => join(top, '.git'), (top) => join(top, '.git')],
    [
      'a linked work tree, with a HEAD of its own',
      (top) => {
        git(top, 'worktree', 'add', '--quiet', '--detach', join(top, 'linked'))
        return join(top, 'linked')
      },
      (top) => join(top, 'linked'),
    ],
  ])('%s', async (_situation, from, root) => {
    const { top } = sample()
    const source = await history(from(top))
    expect(source.root).toBe(root(top))
    expect(await files(source)).toEqual(['sub/a.txt=one'])
  })

  const bareClone = (): string => {
    const folder = temporaryFolder()
    git(folder, 'clone', '--quiet', '--bare', sample().top, 'bare')
    return join(folder, 'bare')
  }

  it.each([
    ['with this git', (work: () => Promise<void>) => work()],
    ['with one that trusts every bare one', withOlderGit],
  ])('a bare repository, from it and from inside of it: %s', async (_situation, run) => {
    const bare = bareClone()
    await run(async () => {
      for (const cwd of [bare, join(bare, 'objects')]) {
        const source = await history(cwd)
        expect([source.root, source.gitDir]).toEqual([bare, bare])
        expect(await files(source)).toEqual(['sub/a.txt=one'])
      }
    })
  })

  it("what another work tree's HEAD alone leads to", async () => {
    const { top } = sample()
    const linked = join(temporaryFolder(), 'linked')
    git(top, 'worktree', 'add', '--quiet', '--detach', linked)
    write(linked, 'b.txt', 'two')
    git(linked, 'add', 'b.txt')
    git(linked, 'commit', '--quiet', '-m', 'there')
    expect(await files(await history(top))).toEqual(['b.txt=two', 'sub/a.txt=one'])
  })

  it('files of the form of a bare repository: the work tree around them', async () => {
    const repository = sample()
    const bare = embedBare(repository, 'planted', { 'inner.txt': 'inner' })
    const source = await history(bare)
    expect(source.root).toBe(repository.top)
    expect(await files(source)).toContain('sub/a.txt=one')
  })

  it('the one that was named, not the one that a hook was started for', async () => {
    const [here, there] = [sample(), createRepository()]
    process.env.GIT_DIR = join(there.top, '.git')
    try {
      expect(await files(await history(here.top))).toEqual(['sub/a.txt=one'])
    } finally {
      delete process.env.GIT_DIR
    }
  })

  it('nowhere', async () => {
    const path = realpathSync(temporaryFolder())
    expect(await openHistory(requestFor(path))).toEqual({
      ok: false,
      error: { kind: 'not-a-repository', path },
    })
  })
})
