import { chmodSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRepository, git, type Repository, temporaryFolder } from '../support/repository.js'
import { CLI, keysieve, runToEnd } from './keysieve.js'
import { dotenv } from './project.js'

/** A repository with a remote that has its first commit, and the hook. */
const hooked = (): Repository => {
  const repository = createRepository()
  const remote = temporaryFolder()
  git(remote, 'init', '-q', '--bare')
  repository.git('remote', 'add', 'origin', remote)
  repository.commit({ 'a.txt': 'x\n' })
  repository.git('push', '-q', 'origin', 'main')
  const hook = repository.write(
    '.git/hooks/pre-push',
    `#!/bin/sh\nexec "${process.execPath}" "${CLI}" hook run pre-push "$@"\n`,
  )
  chmodSync(hook, 0o755)
  return repository
}

const push = ({ top }: Repository, ...args: readonly string[]) =>
  runToEnd('git', ['push', '-q', 'origin', ...args], { cwd: top })

describe('the pre-push hook', () => {
  it('refuses commits that hold a secret, also one that a later commit removed', async () => {
    const repository = hooked()
    repository.commit({ '.env': dotenv('push') })
    repository.git('rm', '-q', '.env')
    repository.commit()
    const { code, out, err } = await push(repository, 'main')
    expect(code).toBe(1)
    expect(out + err).toContain('keysieve stopped this push: its commits hold 1 secret.')
    expect(out + err).toContain('git push --no-verify')
    expect(repository.git('ls-remote', 'origin', 'main')).not.toContain(
      repository.git('rev-parse', 'HEAD').trim(),
    )
  })

  it.each<[string, (it: Repository) => void, readonly string[]]>([
    ['clean commits', (it) => it.commit({ 'b.txt': 'y\n' }), ['main']],
    [
      'a branch that is deleted',
      (it) => it.git('push', '-q', '--no-verify', 'origin', 'main:gone'),
      [':gone'],
    ],
    [
      'a new branch on what the remote has, a secret included',
      (it) => {
        it.commit({ '.env': dotenv('push') })
        it.git('push', '-q', '--no-verify', 'origin', 'main')
        it.git('checkout', '-q', '-b', 'next')
        it.commit({ 'b.txt': 'y\n' })
      },
      ['next'],
    ],
  ])('says nothing to %s', async (_situation, prepare, refs) => {
    const repository = hooked()
    prepare(repository)
    expect(await push(repository, ...refs)).toEqual({ code: 0, out: '', err: '' })
  })

  it('refuses a standard input that git did not write', async () => {
    const { code, err } = await keysieve(['hook', 'run', 'pre-push', 'origin'], {
      cwd: hooked().top,
      input: 'nonsense\n',
    })
    expect(code).toBe(2)
    expect(err).toContain('line 1 of standard input')
  })
})
