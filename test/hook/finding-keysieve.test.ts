import { cpSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLI, runToEnd } from '../cli/keysieve.js'
import { createRepository, type Repository, temporaryFolder } from '../support/repository.js'
import { commit, GUARDED, hook, textIn, tries, writeHook } from './hooked.js'

const PRE_COMMIT = '.git/hooks/pre-commit'

/** A PATH as a graphical client may have it: git, and nothing of Node.js. */
const thinPath = async (): Promise<string> => {
  const folder = temporaryFolder()
  const { out } = await runToEnd('sh', ['-c', 'command -v git'], { cwd: folder })
  symlinkSync(out.trim(), join(folder, 'git'))
  return folder
}

const installed = async (): Promise<Repository> => {
  const repository = createRepository()
  await hook(repository.top, ['install'])
  return repository
}

/** Puts other paths in the place of those that an install recorded. */
const withRecorded = (repository: Repository, script: string, nodeFolder: string): void => {
  const text = textIn(repository, PRE_COMMIT)
  writeHook(
    repository,
    PRE_COMMIT,
    text
      .replaceAll(`'${CLI}'`, `'${script}'`)
      .replaceAll(`'${dirname(process.execPath)}'`, `'${nodeFolder}'`),
  )
}

/** A program `keysieve` that tells that it was called. */
const writeProgram = (repository: Repository, path: string, says: string): string =>
  writeHook(repository, path, `#!/bin/sh\necho "${says}: $*" >&2\n`)

describe('the keysieve that a hook of plain git calls', () => {
  it('is the dev dependency of the work tree, where there is one', async () => {
    const repository = await installed()
    writeProgram(repository, 'node_modules/.bin/keysieve', 'dev dependency')
    expect(await commit(repository.top)).toEqual({ code: 0, told: 'dev dependency: staged\n' })
  })

  it('is else the one that wrote the hook, and Node.js is found without PATH', async () => {
    const repository = await installed()
    expect(await tries(repository, { PATH: await thinPath() })).toEqual(GUARDED)
  })

  it('is else the one on PATH', async () => {
    const repository = await installed()
    withRecorded(repository, '/nowhere/cli.js', dirname(process.execPath))
    const program = writeProgram(repository, 'tools/keysieve', 'on the path')
    const PATH = `${dirname(program)}:${process.env.PATH}`
    expect(await commit(repository.top, [], { PATH })).toEqual({ code: 0, told: 'on the path: staged\n' })
  })

  it.each([
    ['no keysieve', '/nowhere/cli.js', dirname(process.execPath), 'it is not installed here'],
    ['no Node.js', CLI, '/nowhere', 'Node.js was not found (a graphical client may have a shorter PATH)'],
  ])('is missed in one line that names the way round: %s', async (_what, script, nodeFolder, words) => {
    const repository = await installed()
    withRecorded(repository, script, nodeFolder)
    const { code, told } = await commit(repository.top, [], { PATH: await thinPath() })
    expect(code).not.toBe(0)
    expect(told.trimEnd().split('\n')).toHaveLength(1)
    expect(told).toContain(words)
    expect(told).toContain('Without the check: git commit --no-verify')
  })

  it('is never one that a repository brings along, where the hook is everyone’s', async () => {
    const repository = createRepository()
    const hooks = temporaryFolder()
    repository.git('config', 'core.hooksPath', hooks)
    expect((await hook(repository.top, ['install', '--global'])).code).toBe(0)
    writeProgram(repository, 'node_modules/.bin/keysieve', 'dev dependency')
    expect(await tries(repository)).toEqual(GUARDED)
  })

  it.each([
    ['a blank', 'a folder'],
    ['a quote', "it's"],
    ['a dollar sign', 'a$HOME'],
    ['letters that are not ASCII', 'grün'],
  ])('is found in a folder whose name has %s', async (_what, name) => {
    const repository = createRepository()
    const folder = join(temporaryFolder(), name)
    const copy = copyOfProgram(folder)
    await runToEnd(process.execPath, [copy, 'hook', 'install'], { cwd: repository.top })
    expect(Buffer.from(textIn(repository, PRE_COMMIT), 'latin1').toString('utf8')).toContain(
      copy.replaceAll("'", "'\\''"),
    )
    expect(await tries(repository)).toEqual(GUARDED)
    expect((await hook(repository.top, ['status'])).out).toMatch(/pre-commit +runs keysieve {2}/)
  })
})

/** The bundle in another folder. */
const copyOfProgram = (folder: string): string => {
  cpSync(dirname(CLI), join(folder, 'dist'), { recursive: true })
  cpSync(join(dirname(CLI), '..', 'package.json'), join(folder, 'package.json'))
  return join(folder, 'dist', 'cli.js')
}
