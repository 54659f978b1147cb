import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStaged } from '../../src/sources/index.js'
import { createRepository, git, temporaryFolder, write } from '../support/repository.js'
import { contents, listed, opened, tree } from '../support/source-items.js'

interface Situation {
  readonly cwd: string
  readonly variables?: Readonly<Record<string, string>>
}

const clone = (...args: readonly string[]): string => {
  const { top, commit } = createRepository()
  commit({ 'a.txt': 'old' })
  const target = join(temporaryFolder(), 'clone')
  git(top, 'clone', '--quiet', ...args, top, target)
  return target
}

const staged = (top: string): string => {
  write(top, 'new.txt', 'new')
  git(top, 'add', 'new.txt')
  return top
}

/** A work tree of a bare clone, as people have them who work on several branches at once. */
const bareWithWorkTree = (): { readonly bare: string; readonly linked: string } => {
  const bare = clone('--bare')
  const linked = join(temporaryFolder(), 'linked')
  git(bare, 'worktree', 'add', '--quiet', '-b', 'other', linked)
  return { bare, linked: staged(linked) }
}

const submodule = (): string => {
  const { top, git: inTop } = createRepository()
  inTop('submodule', '--quiet', 'add', clone(), 'sub')
  return staged(join(top, 'sub'))
}

const PLACES: readonly (readonly [string, () => Situation])[] = [
  ['a work tree of a bare repository', () => ({ cwd: bareWithWorkTree().linked })],
  [
    'the same, with the variables of a hook',
    () => {
      const { bare, linked } = bareWithWorkTree()
      const GIT_DIR = join(bare, 'worktrees/linked')
      return { cwd: linked, variables: { GIT_DIR, GIT_INDEX_FILE: join(GIT_DIR, 'index') } }
    },
  ],
  ['a submodule', () => ({ cwd: submodule() })],
  [
    'a bare repository that is named with a work tree',
    () => {
      const bare = clone('--bare')
      const work = temporaryFolder()
      write(work, 'new.txt', 'new')
      const variables = { GIT_DIR: bare, GIT_WORK_TREE: work }
      git(work, `--git-dir=${bare}`, `--work-tree=${work}`, 'read-tree', 'HEAD')
      git(work, `--git-dir=${bare}`, `--work-tree=${work}`, 'add', 'new.txt')
      return { cwd: work, variables }
    },
  ],
  [
    'a relative GIT_DIR',
    () => ({ cwd: staged(clone()), variables: { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' } }),
  ],
]

const within = async <T>(variables: Situation['variables'], work: () => Promise<T>): Promise<T> => {
  Object.assign(process.env, variables)
  try {
    return await work()
  } finally {
    for (const name of Object.keys(variables ?? {})) delete process.env[name]
  }
}

describe('the index', () => {
  it.each(PLACES)('is read in %s', async (_situation, arrange) => {
    const { cwd, variables } = arrange()
    const read = await within(variables, async () => contents(opened(await openStaged({ cwd }))))
    expect(read).toEqual({ 'new.txt': 'new' })
  })

  it.each(PLACES.slice(0, 3))(
    'does not keep the work tree from being listed in %s',
    async (_situation, arrange) => {
      const { cwd, variables } = arrange()
      expect(await within(variables, async () => listed(await tree(cwd)))).toEqual(['a.txt', 'new.txt'])
    },
  )
})
