import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

/** Git under test must not be the one of whoever runs the tests, nor of a hook that started them. */
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name]
process.env.GIT_CONFIG_GLOBAL = devNull
process.env.GIT_CONFIG_NOSYSTEM = '1'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new directory under its real path, removed when the test file ends. */
export const temporaryFolder = (): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keysieve-')))
  folders.push(folder)
  return folder
}

/** Writes a file with the directories it needs, and returns its absolute path. */
export const write = (folder: string, path: string, content: string | Uint8Array): string => {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

export const AUTHOR = { name: 'Ada Tester', date: '2024-03-05T06:07:08+02:00' }

const IDENTITY = {
  GIT_AUTHOR_NAME: AUTHOR.name,
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: AUTHOR.date,
  GIT_COMMITTER_NAME: AUTHOR.name,
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_COMMITTER_DATE: AUTHOR.date,
}

/** Runs git in a directory; what it wrote to stdout. */
export const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
    cwd,
    env: { ...process.env, ...IDENTITY },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

export interface Repository {
  /** Top of the work tree, real and absolute. */
  readonly top: string
  git(...args: readonly string[]): string
  write(path: string, content: string | Uint8Array): string
  /** Writes files and commits everything. Returns the commit's id. */
  commit(files?: Readonly<Record<string, string | Uint8Array>>): string
  /** Writes files and stages everything. */
  stage(files: Readonly<Record<string, string | Uint8Array>>): void
}

/** @param init further arguments of `git init` */
export const createRepository = (...init: readonly string[]): Repository =>
  repositoryIn(temporaryFolder(), ...init)

export const repositoryIn = (top: string, ...init: readonly string[]): Repository => {
  mkdirSync(top, { recursive: true })
  git(top, 'init', '--quiet', '--initial-branch=main', ...init)
  const repository: Repository = {
    top,
    git: (...args) => git(top, ...args),
    write: (path, content) => write(top, path, content),
    stage: (files) => {
      for (const [path, content] of Object.entries(files)) write(top, path, content)
      git(top, 'add', '--all')
    },
    commit: (files = {}) => {
      repository.stage(files)
      git(top, 'commit', '--quiet', '--allow-empty', '--no-verify', '-m', 'change')
      return git(top, 'rev-parse', 'HEAD').trim()
    },
  }
  return repository
}
