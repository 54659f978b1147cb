import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { textOf } from '../architecture/source-files.js'
import { dotenv } from '../cli/project.js'
import { createRepository, git, type Repository, temporaryFolder } from '../support/repository.js'
import { hook } from './hooked.js'

/** As the pre-commit framework calls it. */
const run = ({ top }: Repository, env: Readonly<Record<string, string>> = {}) =>
  hook(top, ['run', 'pre-commit'], { PRE_COMMIT: '1', ...env })

const leaky = (): Repository => {
  const repository = createRepository()
  repository.commit({ 'a.txt': 'x\n' })
  repository.commit({ 'leak.env': dotenv('framework') })
  return repository
}

describe('hook run pre-commit', () => {
  it('looks at the index where something is staged', async () => {
    const repository = leaky()
    repository.stage({ 'b.txt': 'x\n' })
    expect(await run(repository)).toEqual({ code: 0, out: '', err: '' })
    repository.stage({ 'more.env': dotenv('more') })
    const { code, out } = await run(repository)
    expect(code).toBe(1)
    expect(out).toContain('keysieve stopped this commit: it would add 1 secret.')
  })

  it('looks at the whole tree where nothing is staged, so that "run --all-files" is no empty promise', async () => {
    const { code, out } = await run(leaky())
    expect(code).toBe(1)
    expect(out).toContain('leak.env:2:23')
  })

  it('looks at the index in a commit without changes, and outside of the framework', async () => {
    const repository = leaky()
    const GIT_INDEX_FILE = join(repository.top, '.git', 'index')
    expect(await run(repository, { GIT_INDEX_FILE })).toEqual({ code: 0, out: '', err: '' })
    expect(await run(repository, { PRE_COMMIT: '' })).toEqual({ code: 0, out: '', err: '' })
  })

  it('looks at the range that was asked for', async () => {
    const repository = leaky()
    const range = (from: string, to: string) =>
      run(repository, { PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to })
    expect((await range('HEAD~1', 'HEAD')).code).toBe(1)
    expect((await range('HEAD', 'HEAD')).code).toBe(0)
    expect((await range('HEAD~1', 'nowhere')).code).toBe(2)
  })

  it('looks at a push, the first one included', async () => {
    const repository = leaky()
    const remote = temporaryFolder()
    git(remote, 'init', '-q', '--bare')
    repository.git('remote', 'add', 'origin', remote)
    const push = (env: Readonly<Record<string, string>> = {}) =>
      run(repository, {
        PRE_COMMIT_REMOTE_NAME: 'origin',
        PRE_COMMIT_LOCAL_BRANCH: 'refs/heads/main',
        ...env,
      })
    const first = await push()
    expect(first.code).toBe(1)
    expect(first.out).toContain('keysieve stopped this push')
    const [tip, parent] = ['HEAD', 'HEAD~1'].map((name) => repository.git('rev-parse', name).trim())
    const update = { PRE_COMMIT_FROM_REF: `${parent}`, PRE_COMMIT_TO_REF: `${tip}` }
    expect((await push(update)).code).toBe(1)
    repository.git('push', '-q', 'origin', 'main')
    expect((await push()).code).toBe(0)
  })
})

/** Keys of a hook, by pre-commit 4.7 (`MANIFEST_HOOK_DICT` in its clientlib.py). */
const KEYS =
  'id name entry language alias files exclude types types_or exclude_types additional_dependencies args always_run fail_fast pass_filenames description language_version log_file minimum_pre_commit_version require_serial stages verbose'

describe('.pre-commit-hooks.yaml', () => {
  const hooks: readonly Readonly<Record<string, unknown>>[] = parse(textOf('.pre-commit-hooks.yaml'))

  it('offers the bundle as it is, and by npm', () => {
    expect(hooks.map(({ id, language, entry }) => [id, language, entry])).toEqual([
      ['keysieve', 'script', 'dist/cli.js hook run pre-commit'],
      ['keysieve-npm', 'node', 'keysieve hook run pre-commit'],
    ])
  })

  it.each(hooks)('has known keys only, hands on no names and runs always: $id', (entry) => {
    expect(Object.keys(entry).filter((key) => !KEYS.split(' ').includes(key))).toEqual([])
    expect(entry).toMatchObject({ pass_filenames: false, always_run: true, require_serial: true })
    expect(entry.stages).toEqual(['pre-commit', 'pre-merge-commit', 'pre-push', 'manual'])
  })

  it('names a file that begins with its interpreter', () => {
    expect(textOf('dist/cli.js').startsWith('#!/usr/bin/env node\n')).toBe(true)
  })
})
