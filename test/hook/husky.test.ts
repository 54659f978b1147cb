import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLI, ROOT, runToEnd } from '../cli/keysieve.js'
import { dotenv } from '../cli/project.js'
import { createRepository, type Repository } from '../support/repository.js'
import { commit, ENV, GUARDED, hook, textIn, tries, UNGUARDED, writeHook } from './hooked.js'

// Whoever has husky switched off for their own commits still has these repositories' hooks tried.
delete process.env.HUSKY

const PRE_COMMIT = '.husky/pre-commit'

/** A project that names husky, with keysieve as a dev dependency. */
const project = (): Repository => {
  const repository = createRepository()
  repository.write('package.json', '{"devDependencies": {"husky": "^9", "keysieve": "*"}}\n')
  repository.write('.gitignore', 'node_modules\n')
  writeHook(repository, 'node_modules/.bin/keysieve', `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`)
  return repository
}

/** What `npm install` does by the script "prepare". */
const prepare = ({ top }: Repository, ...args: readonly string[]) =>
  runToEnd(process.execPath, [join(ROOT, 'node_modules', 'husky', 'bin.js'), ...args], { cwd: top, env: ENV })

const prepared = async (): Promise<Repository> => {
  const repository = project()
  await prepare(repository)
  return repository
}

describe('hook install, for husky', () => {
  it('writes .husky/pre-commit, which refuses a key', async () => {
    const repository = await prepared()
    const { code, out } = await hook(repository.top, ['install'])
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Written: \.husky\/pre-commit /),
    })
    expect(await tries(repository)).toEqual(GUARDED)
    expect(await hook(repository.top, ['status'])).toMatchObject({ code: 0 })
    await hook(repository.top, ['uninstall'])
    expect(existsSync(join(repository.top, PRE_COMMIT))).toBe(false)
    expect(await tries(repository)).toEqual(UNGUARDED)
  })

  it.each([
    ['a line', 'echo theirs >&2\n'],
    ['a line that leaves early', 'echo theirs >&2\nexit 0\n'],
    ['a list that must not fail', 'echo theirs >&2\ntrue && true'],
  ])('keeps what is there: %s', async (_what, text) => {
    const repository = await prepared()
    repository.write(PRE_COMMIT, text)
    await hook(repository.top, ['install'])
    expect(await tries(repository)).toEqual(GUARDED)
    expect((await commit(repository.top)).told).toContain('theirs')
    await hook(repository.top, ['uninstall'])
    expect(textIn(repository, PRE_COMMIT)).toBe(text)
  })

  it.each(['exit 7\n', 'false\n', 'false && true\n', 'false\ntrue\n'])(
    'lets it refuse as before: %j',
    async (text) => {
      const repository = await prepared()
      repository.write(PRE_COMMIT, text)
      await hook(repository.top, ['install'])
      expect((await commit(repository.top)).code).not.toBe(0)
    },
  )

  it('looks at what lint-staged has left in the index, and says why it is not among its globs', async () => {
    const repository = await prepared()
    repository.write(
      'package.json',
      '{"devDependencies": {"husky": "9", "keysieve": "*", "lint-staged": "17"}}\n',
    )
    repository.write('formatted.env', dotenv('formatted'))
    repository.write(PRE_COMMIT, 'git add formatted.env\n')
    const { out } = await hook(repository.top, ['install', '--with', 'lint-staged'])
    expect(out).toContain(PRE_COMMIT)
    expect(out).toContain("not among lint-staged's globs")
    const { code, told } = await commit(repository.top)
    expect(code).not.toBe(0)
    expect(told).toContain('formatted.env:2:23')
  })

  it('tells in one screen whoever has no keysieve yet what to do, and refuses', async () => {
    const repository = await prepared()
    await hook(repository.top, ['install'])
    repository.git('clean', '-fdxq', '-e', '.husky', 'node_modules')
    const { code, told } = await commit(repository.top)
    expect(code).not.toBe(0)
    expect(told).toContain('so this commit was refused. Without the check: git commit --no-verify')
    expect(told).toContain('npm install')
  })

  it('finds husky in another folder', async () => {
    const repository = project()
    await prepare(repository, 'config/husky')
    expect((await hook(repository.top, ['install'])).out).toContain('config/husky/pre-commit')
    expect(await tries(repository)).toEqual(GUARDED)
  })

  it('tells that husky does not run yet, by itself and in the status', async () => {
    const repository = project()
    const line = 'Missing: husky does not run pre-commit in this clone yet.  npx husky'
    expect((await hook(repository.top, ['install', '--with', 'husky'])).out).toContain(line)
    const status = await hook(repository.top, ['status'])
    expect(status.code).toBe(1)
    expect(status.out).toContain(line)
    await prepare(repository)
    expect((await hook(repository.top, ['status'])).code).toBe(0)
  })

  it('lets git run the file itself, as husky did before version 9', async () => {
    const repository = project()
    repository.git('config', 'core.hooksPath', '.husky')
    repository.write('.husky/_/husky.sh', '')
    expect((await hook(repository.top, ['install'])).out).toMatch(/^Written: \.husky\/pre-commit /)
    expect(await tries(repository)).toEqual(GUARDED)
    const theirs = '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\necho theirs >&2\n'
    writeHook(repository, PRE_COMMIT, theirs)
    await hook(repository.top, ['install', '--with', 'husky'])
    expect(await tries(repository)).toEqual(GUARDED)
    expect((await commit(repository.top)).told.trim()).toBe('theirs')
  })

  it('is refused as plain git, where husky would write the file anew', async () => {
    const repository = await prepared()
    const { code, err } = await hook(repository.top, ['install', '--with', 'git'])
    expect(code).toBe(2)
    expect(err).toContain('--with husky')
  })

  it('knows the line that a person wrote', async () => {
    const repository = await prepared()
    repository.write(PRE_COMMIT, 'keysieve staged\n')
    expect((await hook(repository.top, ['status'])).out).toMatch(/pre-commit +runs keysieve, by hand/)
    await hook(repository.top, ['install'])
    expect(textIn(repository, PRE_COMMIT)).toBe('keysieve staged\n')
  })
})
