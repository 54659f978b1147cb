import { describe, expect, it } from 'vitest'
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
    ['alternatives', ['{a.txt,docs/a.md}', 'nothing'], ['a.txt', 'docs/a.md']],
    ['all but some', ['**', '!**/*.ts'], ['.env', 'a.txt', 'docs/a.md', 'docs/deep/.env']],
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
