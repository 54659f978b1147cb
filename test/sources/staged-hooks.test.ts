import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStaged } from '../../src/sources/index.js'
import { createRepository, type Repository, temporaryFolder, write } from '../support/repository.js'
import { contents, opened } from '../support/source-items.js'

/** A hook's directory and the variables that git gave it. */
interface HookCall {
  readonly cwd: string
  readonly variables: Readonly<Record<string, string>>
  /** As git deletes a temporary index when the commit ends: a copy of it. */
  readonly index: string
}

/** Installs a hook that notes its surroundings and refuses the commit. */
const notingHook = ({ git }: Repository): string => {
  const notes = temporaryFolder()
  const hooks = join(notes, 'hooks')
  mkdirSync(hooks)
  const script = `#!/bin/sh
pwd -P > '${notes}/cwd'
env | grep '^GIT_' > '${notes}/variables'
cp "\${GIT_INDEX_FILE:-.git/index}" '${notes}/index'
exit 1
`
  writeFileSync(join(hooks, 'pre-commit'), script)
  chmodSync(join(hooks, 'pre-commit'), 0o755)
  git('config', 'core.hooksPath', hooks)
  return notes
}

const noted = (notes: string): HookCall => {
  const lines = readFileSync(join(notes, 'variables'), 'utf8').trim().split('\n')
  return {
    cwd: readFileSync(join(notes, 'cwd'), 'utf8').trim(),
    variables: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2))),
    index: join(notes, 'index'),
  }
}

/** What keysieve would read in the place of that hook. */
const readAs = async ({ cwd, variables, index }: HookCall): Promise<Readonly<Record<string, string>>> => {
  const place = ['GIT_DIR', 'GIT_PREFIX', 'GIT_EXEC_PATH'].flatMap((name) => {
    const value = variables[name]
    return value === undefined ? [] : [[name, value]]
  })
  const given = { ...Object.fromEntries(place), GIT_INDEX_FILE: indexFile(variables, cwd, index) }
  Object.assign(process.env, given)
  try {
    return await contents(opened(await openStaged({ cwd })))
  } finally {
    for (const name of Object.keys(given)) delete process.env[name]
  }
}

const indexFile = (variables: HookCall['variables'], cwd: string, copy: string): string => {
  const named = variables.GIT_INDEX_FILE ?? ''
  return existsSync(join(cwd, named)) ? named : copy
}

const sample = (): Repository => {
  const repository = createRepository()
  repository.commit({ 'a.txt': 'one', 'sub/b.txt': 'two' })
  repository.write('a.txt', 'ONE')
  repository.write('sub/b.txt', 'TWO')
  return repository
}

const commit = (cwd: string, ...args: readonly string[]): void => {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com']
  expect(() =>
    execFileSync('git', [...identity, 'commit', '-m', 'x', ...args], { cwd, stdio: 'ignore' }),
  ).toThrow()
}

describe.runIf(process.platform !== 'win32')('in a hook', () => {
  it.each([
    ['git commit', '.', ['a.txt'], [], { 'a.txt': 'ONE' }],
    ['git commit in a subdirectory', 'sub', ['a.txt'], [], { 'a.txt': 'ONE' }],
    ['git commit -a', '.', [], ['-a'], { 'a.txt': 'ONE', 'sub/b.txt': 'TWO' }],
    ['git commit of one file, another being staged', '.', ['a.txt'], ['sub/b.txt'], { 'sub/b.txt': 'TWO' }],
    ['git commit --amend', '.', ['a.txt'], ['--amend'], { 'a.txt': 'ONE' }],
  ])('of %s the index of that commit is read', async (_situation, from, add, args, expected) => {
    const repository = sample()
    const notes = notingHook(repository)
    if (add.length > 0) repository.git('add', ...add)
    commit(join(repository.top, from), ...args)
    expect(await readAs(noted(notes))).toEqual(expected)
  })

  it('of a linked work tree, its own index is read', async () => {
    const repository = sample()
    const linked = join(temporaryFolder(), 'linked')
    repository.git('worktree', 'add', '--quiet', '-b', 'other', linked)
    const notes = notingHook(repository)
    repository.git('add', 'a.txt')
    write(linked, 'c.txt', 'linked')
    execFileSync('git', ['add', 'c.txt'], { cwd: linked })
    commit(linked)
    expect(await readAs(noted(notes))).toEqual({ 'c.txt': 'linked' })
  })
})
