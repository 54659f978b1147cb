import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTree } from '../../src/sources/index.js'
import type { GlobProblem } from '../../src/sources/source.js'
import { createRepository, temporaryFolder, write } from '../support/repository.js'
import { listed, tree } from '../support/source-items.js'

const FILES = [
  '.env',
  'a.txt',
  'docs/a.md',
  'docs/deep/.env',
  'src/a.ts',
  'src/docs/b.ts',
  'src/line\nfeed.ts',
]

const inGit = (): string => {
  const { top, commit } = createRepository()
  commit(Object.fromEntries(FILES.map((path) => [path, ''])))
  return top
}

const outsideGit = (): string => {
  const folder = temporaryFolder()
  for (const path of FILES) write(folder, path, '')
  return folder
}

it('may be absolute, below the top', async () => {
  const top = inGit()
  expect(await listed(await tree(top, { include: [`${top}/docs/*`] }))).toEqual([
    'docs/a.md',
    'docs/deep/.env',
  ])
})

it('count from the top wherever they are given', async () => {
  const cwd = join(inGit(), 'docs')
  expect(await listed(await tree(cwd, { include: ['docs/*.md'] }))).toEqual(['docs/a.md'])
})

it.each<[string, readonly string[], string, GlobProblem]>([
  ['nothing', [''], '', 'empty'],
  ['blanks', ['  '], '  ', 'empty'],
  ['a slash alone', ['a', '/'], '/', 'empty'],
  ['a directory itself', ['./'], './', 'empty'],
  ['a negation alone', ['a', '!'], '!', 'empty'],
  ['a bracket', ['['], '[', 'unclosed'],
  ['an unfinished class', ['a/[b-'], 'a/[b-', 'unclosed'],
  ['an unfinished choice', ['*.{ts,js'], '*.{ts,js', 'unclosed'],
  ['an unfinished pattern', ['@(a|b'], '@(a|b', 'unclosed'],
  ["Windows' separators", ['ops\\**'], 'ops\\**', 'backslash'],
  ["Windows' separators before a name", ['ops\\a.ts'], 'ops\\a.ts', 'backslash'],
  ['a folder outside', ['../x'], '../x', 'parent-folder'],
  ['a folder outside, by a detour', ['a/../../x'], 'a/../../x', 'parent-folder'],
  ['only what is not wanted', ['!*.ts'], '!*.ts', 'only-negated'],
])('a glob that is %s is refused', async (_situation, globs, glob, problem) => {
  const error = { kind: 'bad-glob', glob, problem }
  const request = { cwd: temporaryFolder(), paths: [], include: [], exclude: [] }
  expect(await openTree({ ...request, include: globs })).toEqual({ ok: false, error })
  expect(await openTree({ ...request, exclude: globs })).toEqual({ ok: false, error })
})

describe.each([
  ['in git', inGit],
  ['outside git', outsideGit],
])('globs %s', (_place, folder) => {
  it.each([
    ['a name, wherever it stands', ['.env'], ['.env', 'docs/deep/.env']],
    ['a wildcard without a slash', ['*.ts'], ['src/a.ts', 'src/docs/b.ts', 'src/line\nfeed.ts']],
    ['a directory, wherever it stands', ['docs'], ['docs/a.md', 'docs/deep/.env', 'src/docs/b.ts']],
    ['a directory by its path', ['./src/docs/'], ['src/docs/b.ts']],
    ['a path', ['src/a.ts'], ['src/a.ts']],
    ['a path with wildcards', ['src/**/*.ts'], ['src/a.ts', 'src/docs/b.ts', 'src/line\nfeed.ts']],
    ['one level', ['docs/*.md'], ['docs/a.md']],
    ['a slash first: from the top', ['/docs'], ['docs/a.md', 'docs/deep/.env']],
    ['a slash first and wildcards', ['/src/**/*.ts'], ['src/a.ts', 'src/docs/b.ts', 'src/line\nfeed.ts']],
    ['a file at the top only', ['/.env'], ['.env']],
    ['slashes and dots too many', ['src//./docs/'], ['src/docs/b.ts']],
    ['a class and an escape', ['[a]*', 'src/\\(x\\)'], ['a.txt', 'docs/a.md', 'src/a.ts']],
    ['none of some', ['!(*.ts|*.txt|*.md|src|docs)'], ['.env', 'docs/deep/.env']],
    ['alternatives', ['{a.txt,docs/a.md}', 'nothing'], ['a.txt', 'docs/a.md']],
    ['all but some', ['!/src/**', '**'], ['.env', 'a.txt', 'docs/a.md', 'docs/deep/.env']],
    ['all but a kind', ['**', '!**/*.ts'], ['.env', 'a.txt', 'docs/a.md', 'docs/deep/.env']],
    ['nothing there', ['*.pem'], []],
  ])('include %s', async (_situation, include, expected) => {
    expect(await listed(await tree(folder(), { include }))).toEqual(expected)
  })

  it('exclude with a word about each file', async () => {
    expect(await listed(await tree(folder(), { exclude: ['docs/**', '*.ts'] }))).toEqual([
      '.env',
      'a.txt',
      'docs/a.md: excluded',
      'docs/deep/.env: excluded',
      'src/a.ts: excluded',
      'src/docs/b.ts: excluded',
      'src/line\nfeed.ts: excluded',
    ])
  })

  it('exclude from what is included, and from what is named', async () => {
    const wish = { paths: ['docs', 'a.txt'], include: ['docs/**'], exclude: ['.env'] }
    expect(await listed(await tree(folder(), wish))).toEqual(['docs/a.md', 'docs/deep/.env: excluded'])
  })
})
