import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runScan } from '../../src/pipeline/index.js'
import { openStaged } from '../../src/sources/index.js'
import { createRepository, temporaryFolder, write } from '../support/repository.js'
import { contents, opened } from '../support/source-items.js'

/** Runs work with a git in front of the real one that notes each start. Returns the commands, without their options. */
const commandsOf = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
  const folder = temporaryFolder()
  const notes = write(folder, 'notes', '')
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  chmodSync(write(folder, 'bin/git', `#!/bin/sh\necho "$*" >> '${notes}'\nexec '${real}' "$@"\n`), 0o755)
  const path = process.env.PATH
  process.env.PATH = `${folder}/bin${delimiter}${path}`
  try {
    await work()
  } finally {
    process.env.PATH = path
  }
  const lines = readFileSync(notes, 'utf8').trimEnd().split('\n')
  return lines.map((line) => /\b(diff|cat-file|rev-parse|check-ignore)\b/.exec(line)?.[0] ?? line)
}

describe.runIf(process.platform !== 'win32')('git processes of a hook', () => {
  it.each([
    ['whatever the number of files', ['a.txt', 'b.txt', 'sub/c.txt'], ['diff', 'cat-file']],
    ['nothing to read', [], ['diff']],
  ])('are few: %s', async (_situation, paths, expected) => {
    const { top, stage } = createRepository()
    stage(Object.fromEntries(paths.map((path) => [path, path])))
    expect(await commandsOf(async () => contents(opened(await openStaged({ cwd: top }))))).toEqual(expected)
  })
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['without a file of secrets none more', {}, ['diff', 'cat-file']],
    ['with some, one more', { '.env': 'A=b\n', 'b.env': 'A=b\n' }, ['diff', 'check-ignore', 'cat-file']],
  ])('own secrets are looked for: %s', async (_situation, files, expected) => {
    const { top, stage, write: add } = createRepository()
    stage({ 'sub/a.txt': 'a\n', '.gitignore': '*.env\n' })
    for (const [path, text] of Object.entries(files)) add(path, text)
    const request = {
      cwd: top,
      target: { kind: 'staged', scope: 'added-lines' },
      onlyRules: null,
      exceptRules: [],
      minConfidence: 'medium',
      maxFileSize: null,
      archives: 'opened',
      now: 0,
      jobs: 1,
      attribution: 'none',
      verify: null,
      report: 'all',
      ownSecrets: { home: temporaryFolder(), env: {} },
    } as const
    expect(await commandsOf(async () => opened(await runScan(request)))).toEqual(expected)
  })
})
