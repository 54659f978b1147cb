import { describe, expect, it } from 'vitest'
import { runToEnd } from '../cli/keysieve.js'
import { dotenv } from '../cli/project.js'
import { createRepository, git, type Repository, temporaryFolder } from '../support/repository.js'
import { ENV, hook, textIn, writeHook } from './hooked.js'

const PRE_PUSH = '.git/hooks/pre-push'

const withRemote = (): Repository => {
  const repository = createRepository()
  const remote = temporaryFolder()
  git(remote, 'init', '-q', '--bare')
  repository.git('remote', 'add', 'origin', remote)
  repository.commit({ 'a.txt': 'x\n' })
  return repository
}

const push = async ({ top }: Repository, ...refs: readonly string[]) => {
  const { code, out, err } = await runToEnd('git', ['push', '-q', 'origin', ...refs], { cwd: top, env: ENV })
  return { code, told: out + err }
}

/** Pushes what is clean, then a key that a later commit took away. */
const pushes = async (repository: Repository) => {
  const clean = await push(repository, 'main')
  repository.commit({ '.env': dotenv('push') })
  repository.git('rm', '-q', '.env')
  repository.commit()
  return { clean, leak: await push(repository, 'main') }
}

describe('a pre-push hook that was installed', () => {
  it('refuses commits with a key', async () => {
    const repository = withRemote()
    await hook(repository.top, ['install', '--hook', 'pre-push'])
    const { clean, leak } = await pushes(repository)
    expect(clean).toEqual({ code: 0, told: '' })
    expect(leak.code).toBe(1)
    expect(leak.told).toContain('keysieve stopped this push: its commits hold 1 secret.')
  })

  it('gives a hook that was there before the same standard input and arguments', async () => {
    const repository = withRemote()
    const text = '#!/bin/sh\necho "$1 $#" >seen\ncat >>seen\n'
    writeHook(repository, PRE_PUSH, text)
    await hook(repository.top, ['install', '--hook', 'pre-push'])
    const before = repository.git('rev-parse', 'HEAD').trim()
    const { clean, leak } = await pushes(repository)
    expect(clean).toEqual({ code: 0, told: '' })
    expect(leak.code).toBe(1)
    expect(textIn(repository, 'seen')).toMatch(
      new RegExp(`^origin 2\nrefs/heads/main [0-9a-f]{40} refs/heads/main ${before}\n$`),
    )
    await hook(repository.top, ['uninstall'])
    expect(textIn(repository, PRE_PUSH)).toBe(text)
  })

  it('does not mind a hook that reads nothing, nor a push of nothing', async () => {
    const repository = withRemote()
    writeHook(repository, PRE_PUSH, '#!/bin/sh\nexit 0\n')
    await hook(repository.top, ['install', '--hook', 'pre-push'])
    expect((await pushes(repository)).leak.code).toBe(1)
    repository.git('reset', '-q', '--hard', 'origin/main')
    expect(await push(repository, 'main')).toEqual({ code: 0, told: '' })
  })

  it('lets the other refuse', async () => {
    const repository = withRemote()
    writeHook(repository, PRE_PUSH, '#!/bin/sh\ncat >/dev/null\nexit 9\n')
    await hook(repository.top, ['install', '--hook', 'pre-push'])
    expect((await push(repository, 'main')).code).not.toBe(0)
  })
})
