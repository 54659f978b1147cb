import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, filesNear } from '../../src/sources/index.js'
import { createRepository, type Repository, repositoryIn } from '../support/repository.js'
import { opened } from '../support/source-items.js'

const isWanted = (name: string): boolean => name.startsWith('.env')

/** What is found, from the directories given (relative to the top). */
const near = async ({ top }: Repository, ...directories: readonly string[]) => {
  const absolute = directories.map((directory) => join(top, directory))
  return opened(await filesNear(top, absolute, 'inherited', isWanted))
}

const repositoryWith = (ignore: string, ...paths: readonly string[]): Repository => {
  const repository = createRepository()
  repository.write('.gitignore', ignore)
  for (const path of paths) repository.write(path, 'A=b\n')
  return repository
}

describe('files near some directories', () => {
  it('are those in them and above, and no others', async () => {
    const repository = repositoryWith(
      '.env\n',
      '.env',
      'a/.env',
      'a/b/.env',
      'a/b/c/.env',
      'x/.env',
      'a/b/file',
    )
    expect(await near(repository, 'a/b')).toEqual({ ignored: ['.env', 'a/.env', 'a/b/.env'], others: [] })
  })

  it('are told apart by what git ignores, wherever that is said', async () => {
    const repository = repositoryWith('.env*\n!.env.example\n', '.env', '.env.example', '.env.local')
    repository.write('.git/info/exclude', '.env.local\n')
    expect(await near(repository)).toEqual({ ignored: ['.env', '.env.local'], others: ['.env.example'] })
  })

  it('what is tracked is not ignored', async () => {
    const repository = createRepository()
    repository.commit({ '.env': 'A=b\n' })
    repository.write('.gitignore', '.env*\n')
    repository.write('.env.local', 'A=b\n')
    expect(await near(repository)).toEqual({ ignored: ['.env.local'], others: ['.env'] })
  })

  it.runIf(process.platform !== 'win32')('have any names', async () => {
    const names = ['.env "quoted"', '.env\nnew line', '.env*', '.env:(top)', '.envä']
    const repository = repositoryWith('.env*\n', ...names)
    expect((await near(repository)).ignored.toSorted()).toEqual(names.toSorted())
  })

  it('are neither links nor directories', async () => {
    const repository = repositoryWith('.env*\n', '.env.d/file', 'target')
    symlinkSync('target', join(repository.top, '.env'))
    expect(await near(repository)).toEqual({ ignored: [], others: [] })
  })

  it('do not lie behind a link, in another repository, or outside', async () => {
    const repository = repositoryWith('.env\n', '.env', 'real/.env')
    symlinkSync('real', join(repository.top, 'link'))
    repositoryIn(join(repository.top, 'inner')).write('sub/.env', 'A=b\n')
    expect(await near(repository, 'link', 'inner/sub', '..', 'gone')).toEqual({
      ignored: ['.env'],
      others: [],
    })
  })
})

describe('files below a top', () => {
  it('are those that git ignores at any depth, and what stands beside them', async () => {
    const repository = repositoryWith(
      '.env*\n!.env.example\nnode_modules\n',
      '.env',
      'a/b/.env.local',
      'a/b/.env.example',
      'c/.env.example',
      'node_modules/x/.env',
    )
    expect(opened(await filesBelow(repository.top, isWanted))).toEqual({
      ignored: ['.env', 'a/b/.env.local'],
      others: ['a/b/.env.example'],
    })
  })

  it('are none where nothing is ignored', async () => {
    const repository = createRepository()
    repository.commit({ '.env': 'A=b\n' })
    expect(opened(await filesBelow(repository.top, isWanted))).toEqual({ ignored: [], others: [] })
  })
})
