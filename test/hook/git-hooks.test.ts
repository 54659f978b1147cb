import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dotenv } from '../cli/project.js'
import { createRepository, repositoryIn, temporaryFolder } from '../support/repository.js'
import { commit, GUARDED, hook, textIn, tries, UNGUARDED, writeHook } from './hooked.js'

const PRE_COMMIT = '.git/hooks/pre-commit'

describe('hook install, for plain git', () => {
  it('writes a hook that refuses a key and lets clean commits through, and says so in few lines', async () => {
    const repository = createRepository()
    const { code, out, err } = await hook(repository.top, ['install'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Written: \.git\/hooks\/pre-commit /)
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(5)
    expect(await tries(repository)).toEqual(GUARDED)
  })

  it('changes nothing when it is called again, and is gone after uninstall', async () => {
    const repository = createRepository()
    await hook(repository.top, ['install'])
    const first = textIn(repository, PRE_COMMIT)
    const again = await hook(repository.top, ['install'])
    expect(again).toMatchObject({ code: 0, err: '' })
    expect(again.out).toMatch(/^Already there: /)
    expect(textIn(repository, PRE_COMMIT)).toBe(first)
    expect((await hook(repository.top, ['uninstall'])).out).toMatch(/^Removed: \.git\/hooks\/pre-commit/)
    expect(existsSync(join(repository.top, PRE_COMMIT))).toBe(false)
    expect(await tries(repository)).toEqual(UNGUARDED)
  })

  it('writes nothing with --dry-run, and shows every line', async () => {
    const repository = createRepository()
    const { code, out } = await hook(repository.top, ['install', '--dry-run'])
    expect(code).toBe(0)
    expect(out).toContain('Would be written: .git/hooks/pre-commit')
    expect(out).toContain('    keysieve_run staged || exit\n')
    expect(existsSync(join(repository.top, PRE_COMMIT))).toBe(false)
  })

  it('works from a folder below the top', async () => {
    const repository = createRepository()
    repository.commit({ 'a/b/c.txt': 'x\n' })
    expect((await hook(join(repository.top, 'a', 'b'), ['install'])).code).toBe(0)
    expect(await tries(repository)).toEqual(GUARDED)
  })

  it('serves all work trees of a repository', async () => {
    const repository = createRepository()
    repository.commit({ 'a.txt': 'x\n' })
    const other = join(temporaryFolder(), 'other')
    repository.git('worktree', 'add', '-q', other)
    expect((await hook(other, ['install'])).code).toBe(0)
    expect(existsSync(join(repository.top, PRE_COMMIT))).toBe(true)
    expect(await tries(repository)).toEqual(GUARDED)
    expect(await tries(repositoryIn(other))).toEqual(GUARDED)
  })

  it('writes to the own hooks of a submodule, not to those around it', async () => {
    const inner = createRepository()
    inner.commit({ 'a.txt': 'x\n' })
    const outer = createRepository()
    outer.git('submodule', '--quiet', 'add', inner.top, 'inner')
    expect((await hook(join(outer.top, 'inner'), ['install'])).code).toBe(0)
    expect(existsSync(join(outer.top, '.git/modules/inner/hooks/pre-commit'))).toBe(true)
    expect(existsSync(join(outer.top, PRE_COMMIT))).toBe(false)
    expect(await tries(repositoryIn(join(outer.top, 'inner')))).toEqual(GUARDED)
  })

  it('writes where core.hooksPath says, without a path of this machine in what is committed', async () => {
    const repository = createRepository()
    repository.git('config', 'core.hooksPath', '.githooks')
    expect((await hook(repository.top, ['install'])).out).toContain('.githooks/pre-commit')
    expect(textIn(repository, '.githooks/pre-commit')).not.toContain('/dist/cli.js')
    expect(existsSync(join(repository.top, PRE_COMMIT))).toBe(false)
  })
})

/** What each is after both ran: theirs printed, or refused by its own code. */
const EXISTING: readonly (readonly [string, string])[] = [
  ['a plain script', '#!/bin/sh\necho theirs >&2\n'],
  ['one that leaves early', '#!/bin/sh\necho theirs >&2\nexit 0\necho never\n'],
  ['one that becomes another program', '#!/bin/sh\necho theirs >&2\nexec true\n'],
  ['one without a last line break', '#!/bin/sh\necho theirs >&2'],
  ['one of a first line alone', '#!/bin/sh'],
  ['one without a first line that names a shell', 'echo theirs >&2\n'],
  ['bash with strict settings', '#!/usr/bin/env bash\nset -euo pipefail\necho theirs >&2\n[[ a == a ]]\n'],
  ['sh that stops at the first error', '#!/bin/sh -e\necho theirs >&2\n'],
  ['one with a comment that is not UTF-8', '#!/bin/sh\n# gr\xfcn\necho theirs >&2\n'],
  ['an empty file', ''],
]

describe('a hook that was there before', () => {
  it.each(EXISTING)('runs still, and uninstall leaves it as it was: %s', async (_what, text) => {
    const repository = createRepository()
    writeHook(repository, PRE_COMMIT, Buffer.from(text, 'latin1'))
    expect((await hook(repository.top, ['install'])).out).toMatch(/^Added to: /)
    expect(await tries(repository)).toEqual(GUARDED)
    const { told } = await commit(repository.top)
    expect(told.includes('theirs')).toBe(text.includes('theirs'))
    await hook(repository.top, ['install'])
    expect((await hook(repository.top, ['uninstall'])).code).toBe(0)
    expect(textIn(repository, PRE_COMMIT)).toBe(text)
    expect(statSync(join(repository.top, PRE_COMMIT)).mode & 0o777).toBe(0o755)
  })

  it.each([
    ['by its exit code', '#!/bin/sh\nexit 7\n'],
    ['by the last command', '#!/bin/sh\nfalse\n'],
    ['by the last of a list', '#!/bin/sh\ntrue && false\n'],
  ])('still refuses, %s', async (_how, text) => {
    const repository = createRepository()
    writeHook(repository, PRE_COMMIT, text)
    await hook(repository.top, ['install'])
    expect((await commit(repository.top)).code).not.toBe(0)
  })

  it('is looked at with what it adds to the commit itself', async () => {
    const repository = createRepository()
    repository.write('built.env', dotenv('built'))
    writeHook(repository, PRE_COMMIT, '#!/bin/sh\ngit add built.env\n')
    await hook(repository.top, ['install'])
    const { code, told } = await commit(repository.top)
    expect(code).not.toBe(0)
    expect(told).toContain('built.env:2:23')
  })

  it('does not keep keysieve from a commit that it makes elsewhere', async () => {
    const inner = createRepository()
    await hook(inner.top, ['install'])
    writeHook(inner, PRE_COMMIT, `#!/bin/sh\necho inner >&2\n`)
    await hook(inner.top, ['install'])
    inner.stage({ 'leak.env': dotenv('inner') })
    const outer = createRepository()
    const elsewhere = `env -u GIT_DIR -u GIT_INDEX_FILE git -C "${inner.top}" -c user.name=a -c user.email=a@example.com commit -q -m x`
    writeHook(outer, PRE_COMMIT, `#!/bin/sh\n${elsewhere}\n`)
    await hook(outer.top, ['install'])
    const { code, told } = await commit(outer.top)
    expect(code).not.toBe(0)
    expect(told).toContain('leak.env:2:23')
  })

  it('is run first when lines were written below ours later', async () => {
    const repository = createRepository()
    await hook(repository.top, ['install'])
    const installed = textIn(repository, PRE_COMMIT)
    writeHook(repository, PRE_COMMIT, `${installed}echo later >&2\n`)
    expect((await hook(repository.top, ['install'])).out).toMatch(/^Renewed in: /)
    expect((await commit(repository.top)).told).toContain('later')
    expect(await tries(repository)).toEqual(GUARDED)
    await hook(repository.top, ['uninstall'])
    expect(textIn(repository, PRE_COMMIT)).toBe('#!/bin/sh\necho later >&2\n')
  })

  it('that calls keysieve already stays as it is', async () => {
    const repository = createRepository()
    const text = '#!/bin/sh\nexec npx keysieve staged\n'
    writeHook(repository, PRE_COMMIT, text)
    const { code, out } = await hook(repository.top, ['install'])
    expect(code).toBe(0)
    expect(out).toContain('by a line that is not ours')
    expect(textIn(repository, PRE_COMMIT)).toBe(text)
  })
})
