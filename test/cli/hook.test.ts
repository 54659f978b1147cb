import { chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, type Repository } from '../support/repository.js'
import { CLI, runToEnd } from './keysieve.js'
import { dotenv, pairOf } from './project.js'

const { id, secret } = pairOf('hook')

/** A repository with the hook that README shows. */
const hooked = (): Repository => {
  const repository = createRepository()
  const hook = repository.write(
    '.git/hooks/pre-commit',
    `#!/bin/sh\nexec "${process.execPath}" "${CLI}" staged\n`,
  )
  chmodSync(hook, 0o755)
  return repository
}

const commit = ({ top }: Repository, ...args: readonly string[]) =>
  runToEnd(
    'git',
    ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-q', '-m', 'x', ...args],
    { cwd: top },
  )

describe('the hook', () => {
  it('refuses a commit that would add a key, with one screen of text', async () => {
    const repository = hooked()
    repository.stage({ '.env': `# local\n${dotenv('hook')}`, 'a.txt': 'x\n' })
    const { code, out, err } = await commit(repository)
    expect(code).toBe(1)
    const told = out + err
    expect(told).toMatch(/^keysieve stopped this commit: it would add 1 secret\.$/m)
    expect(told).toContain('.env:3:23')
    expect(told).toContain(id)
    expect(told).not.toContain(secret)
    expect(told).toContain('git rm --cached')
    expect(told).toContain('keysieve:allow')
    expect(told).toContain('git commit --no-verify')
    expect(told.trimEnd().split('\n').length).toBeLessThanOrEqual(24)
    expect(() => repository.git('rev-parse', 'HEAD')).toThrow()
  })

  it('says nothing to a clean commit', async () => {
    const repository = hooked()
    repository.stage({ 'a.txt': 'x\n', 'b.env': 'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n' })
    expect(await commit(repository)).toEqual({ code: 0, out: '', err: '' })
  })

  it('lets a false alarm through once it is allowed', async () => {
    const repository = hooked()
    repository.stage({ 'a.py': `KEY = ("${id}", "${secret}")\n` })
    expect((await commit(repository)).code).toBe(1)
    repository.stage({
      'a.py': `KEY = ("${id}", "${secret}")  # keysieve:allow aws-access-key -- a revoked key\n`,
    })
    expect(await commit(repository)).toEqual({ code: 0, out: '', err: '' })
  })

  it.each([
    ['-a', (it: Repository) => it.write('a.txt', dotenv('hook'))],
    ['--only a.txt', (it: Repository) => it.write('a.txt', dotenv('hook'))],
  ])('sees what "git commit %s" adds, which the index does not hold yet', async (option, change) => {
    const repository = hooked()
    repository.commit({ 'a.txt': 'x\n', 'b.txt': 'x\n' })
    change(repository)
    expect((await commit(repository, ...option.split(' '))).code).toBe(1)
    expect(repository.git('show', 'HEAD:a.txt')).toBe('x\n')
  })

  it('gives a command that works where the one who commits stands', async () => {
    const repository = hooked()
    repository.stage({ 's/z.env': dotenv('hook'), 's/t/y.env': dotenv('other') })
    const below = join(repository.top, 's')
    const { out, err } = await commit({ ...repository, top: below })
    const told = out + err
    expect(told).toMatch(/^ {2}z\.env:2:23 /m)
    const fixes = told.match(/git rm --cached \S+ && echo \S+ >> \.gitignore/g) ?? []
    expect(fixes).toHaveLength(2)
    for (const fix of fixes)
      expect(await runToEnd('sh', ['-c', fix], { cwd: below })).toMatchObject({ code: 0, err: '' })
    expect(repository.git('ls-files')).toBe('')
    expect(repository.git('status', '--short', '-uall')).toBe('?? s/.gitignore\n')
  })

  it('names a file outside the folder of the one who commits by its way there', async () => {
    const repository = hooked()
    repository.stage({ 'up.env': dotenv('hook'), 's/x': '' })
    const { out, err } = await commit({ ...repository, top: join(repository.top, 's') })
    expect(out + err).toContain('../up.env:2:23')
    expect(out + err).toContain('git rm --cached ../up.env\n')
  })

  it('refuses a commit of what it could not read, and names the way round', async () => {
    const repository = hooked()
    repository.stage({ 'lost.txt': 'some content that will be gone\n' })
    const oid = repository.git('rev-parse', ':lost.txt').trim()
    rmSync(join(repository.top, '.git', 'objects', oid.slice(0, 2), oid.slice(2)))
    const { code, out, err } = await commit(repository)
    expect(code).not.toBe(0)
    expect(out + err).toContain('lost.txt')
    expect(out + err).toContain('git commit --no-verify')
  })
})
