import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createRepository, type Repository } from '../support/repository.js'
import { hook, textIn } from './hooked.js'

const LEFTHOOK = 'lefthook.yml'
const FRAMEWORK = '.pre-commit-config.yaml'

const with_ = (path: string, text: string): Repository => {
  const repository = createRepository()
  repository.write(path, text)
  return repository
}

/** Each level holds the one before ten times. */
const multiplying = (levels: number): string =>
  Array.from({ length: levels }, (_, level) =>
    level === 0 ? 'a0: &a0 [x]\n' : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]\n`,
  ).join('')

const COMMAND = { run: 'keysieve staged' }

describe('hook install, for lefthook', () => {
  it.each<[string, string, object]>([
    [
      'commands',
      '# ours\npre-commit:   # fast\n  parallel: true\n  commands:\n    # first\n    lint:\n      run: x  # y\n\n',
      { 'pre-commit': { parallel: true, commands: { keysieve: COMMAND, lint: { run: 'x' } } } },
    ],
    [
      'another indentation',
      'pre-commit:\n    commands:\n        lint: { run: x }\n',
      { 'pre-commit': { commands: { keysieve: COMMAND, lint: { run: 'x' } } } },
    ],
    [
      'jobs',
      'pre-commit:\n  jobs:\n    - run: x\n',
      { 'pre-commit': { commands: { keysieve: COMMAND }, jobs: [{ run: 'x' }] } },
    ],
    [
      'another hook, without a last line break',
      'commit-msg:\n  jobs: []',
      { 'commit-msg': { jobs: [] }, 'pre-commit': { commands: { keysieve: COMMAND } } },
    ],
    ['comments alone', '# nothing yet\n', { 'pre-commit': { commands: { keysieve: COMMAND } } }],
    [
      'Windows line ends',
      'pre-commit:\r\n  commands:\r\n    lint:\r\n      run: x\r\n',
      { 'pre-commit': { commands: { keysieve: COMMAND, lint: { run: 'x' } } } },
    ],
  ])('adds a command to a file with %s, and takes it out to the byte', async (_what, text, meaning) => {
    const repository = with_(LEFTHOOK, text)
    expect((await hook(repository.top, ['install'])).out).toMatch(/^Added to: lefthook\.yml /)
    const installed = textIn(repository, LEFTHOOK)
    expect(parse(installed)).toEqual(meaning)
    expect(installed.split('\n').filter((line) => text.includes(line))).not.toHaveLength(0)
    expect((await hook(repository.top, ['install'])).out).toMatch(/^Already there: /)
    expect(textIn(repository, LEFTHOOK)).toBe(installed)
    await hook(repository.top, ['uninstall'])
    expect(textIn(repository, LEFTHOOK)).toBe(text)
  })

  it('adds several hooks and takes one out', async () => {
    const text = 'pre-commit:\n  commands:\n    lint:\n      run: x\n'
    const repository = with_(LEFTHOOK, text)
    await hook(repository.top, ['install', '--hook', 'pre-push,pre-commit'])
    expect(parse(textIn(repository, LEFTHOOK))['pre-push']).toEqual({
      commands: { keysieve: { run: 'keysieve hook run pre-push {1}', use_stdin: true } },
    })
    await hook(repository.top, ['uninstall', '--hook', 'pre-commit'])
    expect(parse(textIn(repository, LEFTHOOK))).toMatchObject({
      'pre-commit': { commands: { lint: { run: 'x' } } },
      'pre-push': { commands: { keysieve: { use_stdin: true } } },
    })
    await hook(repository.top, ['uninstall'])
    expect(textIn(repository, LEFTHOOK)).toBe(text)
  })

  it('writes the file where it is named and there is none, and calls a dev dependency by its place', async () => {
    const repository = with_('package.json', '{"devDependencies": {"keysieve": "*"}}')
    expect((await hook(repository.top, ['install', '--with', 'lefthook'])).out).toMatch(/^Written: /)
    expect(parse(textIn(repository, LEFTHOOK))).toEqual({
      'pre-commit': { commands: { keysieve: { run: 'node_modules/.bin/keysieve staged' } } },
    })
    await hook(repository.top, ['uninstall'])
    expect(existsSync(join(repository.top, LEFTHOOK))).toBe(false)
  })

  it.each([
    ['flow style', 'pre-commit: {commands: {lint: {run: x}}}\n'],
    ['a hook that is empty', 'pre-commit:\n'],
    ['two documents', 'pre-commit:\n  jobs: []\n---\na: b\n'],
    ['a list', '- a\n'],
    ['bottomless nesting', `a: ${'['.repeat(50_000)}`],
    ['multiplying aliases', multiplying(30)],
  ])('changes nothing in a file of %s, and says what to do by hand', async (_what, text) => {
    const repository = with_(LEFTHOOK, text)
    const { code, err } = await hook(repository.top, ['install'])
    expect(code).toBe(2)
    expect(err).toContain('lefthook.yml')
    expect(err).toContain('Nothing was written. (exit 2)')
    expect(textIn(repository, LEFTHOOK)).toBe(text)
  })

  it('names the line of a fault', async () => {
    const repository = with_(LEFTHOOK, 'pre-commit:\n  commands:\n    a: 1\n   b: 2\n')
    const { code, err } = await hook(repository.top, ['install'])
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('lefthook.yml:4  ') })
  })

  it('tells what lefthook has to do first', async () => {
    const repository = with_(LEFTHOOK, '# empty\n')
    expect((await hook(repository.top, ['install'])).out).toContain(
      'Missing: lefthook does not run pre-commit in this clone yet.  lefthook install',
    )
  })
})

const LOCAL = {
  repo: 'local',
  hooks: [
    {
      id: 'keysieve',
      name: 'keysieve',
      entry: 'keysieve hook run pre-commit',
      language: 'system',
      always_run: true,
      pass_filenames: false,
      require_serial: true,
      stages: ['pre-commit', 'manual'],
    },
  ],
}
const OTHER = { repo: 'https://git.example/hooks', rev: 'v1', hooks: [{ id: 'other' }] }

describe('hook install, for the pre-commit framework', () => {
  it.each([
    [
      '',
      '# ours\nfail_fast: true\nrepos:\n- repo: https://git.example/hooks\n  rev: v1  # why\n  hooks: [{id: other}]\n',
    ],
    [
      '  ',
      'fail_fast: true\nrepos:\n\n  # others\n  - repo: https://git.example/hooks\n    rev: v1\n    hooks:\n    -   id: other',
    ],
  ])(
    'adds a local hook before the others, indented by %j, and takes it out to the byte',
    async (_indent, text) => {
      const repository = with_(FRAMEWORK, text)
      expect((await hook(repository.top, ['install'])).out).toMatch(/^Added to: \.pre-commit-config\.yaml /)
      const installed = textIn(repository, FRAMEWORK)
      expect(parse(installed)).toEqual({ fail_fast: true, repos: [LOCAL, OTHER] })
      await hook(repository.top, ['install'])
      expect(textIn(repository, FRAMEWORK)).toBe(installed)
      await hook(repository.top, ['uninstall'])
      expect(textIn(repository, FRAMEWORK)).toBe(text)
    },
  )

  it('has one hook for all stages, which come and go one by one', async () => {
    const repository = createRepository()
    const stages = () => parse(textIn(repository, FRAMEWORK)).repos[0].hooks[0].stages
    await hook(repository.top, ['install', '--with', 'pre-commit'])
    expect(stages()).toEqual(['pre-commit', 'manual'])
    await hook(repository.top, ['install', '--hook', 'pre-push'])
    expect(stages()).toEqual(['pre-commit', 'pre-push', 'manual'])
    expect((await hook(repository.top, ['uninstall', '--hook', 'pre-commit'])).code).toBe(0)
    expect(stages()).toEqual(['pre-push', 'manual'])
    await hook(repository.top, ['uninstall'])
    expect(existsSync(join(repository.top, FRAMEWORK))).toBe(false)
  })

  it('leaves a hook alone that fetches keysieve itself', async () => {
    const text = 'repos:\n- repo: https://git.example/keysieve\n  rev: v1\n  hooks: [{id: keysieve}]\n'
    const repository = with_(FRAMEWORK, text)
    expect((await hook(repository.top, ['install'])).out).toContain('by a line that is not ours')
    expect(textIn(repository, FRAMEWORK)).toBe(text)
    const { out } = await hook(repository.top, ['status'])
    expect(out).toMatch(/pre-push +runs keysieve, by hand/)
    expect(out).toContain(
      'pre-commit install --hook-type pre-commit --hook-type pre-merge-commit --hook-type pre-push',
    )
  })

  it.each(['repos: []\n', 'a: b\n'])('says what to add by hand to %j', async (text) => {
    const repository = with_(FRAMEWORK, text)
    const { code, err } = await hook(repository.top, ['install'])
    expect(code).toBe(2)
    expect(err).toContain('        entry: keysieve hook run pre-commit\n')
    expect(textIn(repository, FRAMEWORK)).toBe(text)
  })
})
