import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, git, temporaryFolder, write } from '../support/repository.js'
import { contents, listed, tree } from '../support/source-items.js'

describe.each([
  ['in git, untracked', () => createRepository().top],
  ['in git, tracked', () => createRepository().top],
  ['outside git', temporaryFolder],
])('a link %s', (situation, folder) => {
  it.each([
    ['to a file', 'a.txt', 'symlink'],
    ['to a directory beside it', 'other', 'symlink'],
    ['to nothing', 'nowhere', 'symlink'],
    ['to itself', 'link', 'symlink-loop'],
    ['to the directory it is in', '.', 'symlink-loop'],
    ['to the directory above', '..', 'symlink-loop'],
    ['out of the tree', '../..', 'symlink-outside'],
    ['to an absolute place elsewhere', '/', 'symlink-outside'],
  ])('is not followed: %s', async (_target, target, reason) => {
    const top = folder()
    write(top, 'sub/a.txt', '')
    mkdirSync(join(top, 'sub', 'other'))
    symlinkSync(target, join(top, 'sub', 'link'))
    if (situation === 'in git, tracked') git(top, 'add', '--all')
    expect(await listed(await tree(top))).toEqual(['sub/a.txt', `sub/link: ${reason}`, 'sub/link'])
  })

  it.each([
    ['one directory', [], []],
    ['several paths, one in the other', ['.', 'sub'], []],
    ['globs', [], ['*.none']],
  ])('is looked at itself: %s', async (_wish, paths, exclude) => {
    const top = folder()
    write(top, 'sub/a.txt', 'a')
    symlinkSync('a.txt', join(top, 'sub', 'link'))
    if (situation === 'in git, tracked') git(top, 'add', '--all')
    expect(await contents(await tree(top, { paths, exclude }))).toEqual({
      'sub/a.txt': 'a',
      'sub/link': 'a.txt',
    })
  })
})
