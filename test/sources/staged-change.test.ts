import { rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createReader, openStaged } from '../../src/sources/index.js'
import { createRepository, type Repository } from '../support/repository.js'
import { blobsOf, opened, textOf } from '../support/source-items.js'

interface Shown {
  readonly added: readonly (readonly [number, number])[]
  /** Path and text of what stood there before. */
  readonly parent: readonly [string, string] | null
}

const ALL = Number.MAX_SAFE_INTEGER
const LINES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map((line) => `${line}\n`)
const TEXT = LINES.join('')

/** What the index changes at a path, the reader having read what was before. */
const changeAt = async ({ top }: Repository, path: string): Promise<Shown> => {
  const source = opened(await openStaged({ cwd: top }))
  const blob = (await blobsOf(source)).find((one) => one.path === path)
  if (blob === undefined) throw new Error(`${path} is not staged`)
  const [change] = await source.changesOf(blob)
  if (change === undefined) throw new Error('the commit has no parent and no root')
  const { added, parent } = change
  const reader = createReader({ cwd: source.root })
  try {
    return {
      added: added.map(({ first, last }) => [first, last]),
      parent: parent === null ? null : [parent.path, await textOf(reader, parent)],
    }
  } finally {
    await reader.close()
  }
}

const committed = (text: string | Uint8Array = TEXT): Repository => {
  const repository = createRepository()
  repository.commit({ 'a.txt': text })
  return repository
}

describe('the lines that a staged file adds', () => {
  it.each([
    ['one at the end', `${TEXT}nine\n`, [[9, 9]]],
    ['one at the beginning', `zero\n${TEXT}`, [[1, 1]]],
    [
      'two places',
      TEXT.replace('two', 'TWO').replace('seven\n', 'seven\nand a half\n'),
      [
        [2, 2],
        [8, 8],
      ],
    ],
    ['neighbours together', TEXT.replace('two\nthree', 'TWO\nTHREE'), [[2, 3]]],
    ['none, where lines went', TEXT.replace('two\n', ''), []],
    ['all, where nothing is left', 'other\n', [[1, 1]]],
    ['the last one, which lost its line feed', TEXT.trimEnd(), [[8, 8]]],
    ['lines that look like a diff', TEXT.replace('two\n', '++ b/x\n-- a/x\n@@ -1 +1 @@\n'), [[2, 4]]],
    ['a carriage return more', TEXT.replace('two\n', 'two\r\n'), [[2, 2]]],
    ['carriage returns inside are no lines', TEXT.replace('two\n', 'a\rb\rc\n'), [[2, 2]]],
    ['white space only', TEXT.replace('two', ' two'), [[2, 2]]],
    ['an empty line', TEXT.replace('two\n', 'two\n\n'), [[3, 3]]],
    ['a binary file', TEXT.replace('two', 'two\0\0'), [[2, 2]]],
    ['nothing at all', '', []],
  ])('%s', async (_situation, text, added) => {
    const repository = committed()
    repository.stage({ 'a.txt': text })
    expect(await changeAt(repository, 'a.txt')).toEqual({ added, parent: ['a.txt', TEXT] })
  })

  it('UTF-16, counted by its line feed bytes', async () => {
    const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
    const repository = committed(utf16('one\ntwo\nthree\n'))
    repository.stage({ 'a.txt': utf16('one\ntwo\nTHREE\nfour\n') })
    expect((await changeAt(repository, 'a.txt')).added).toEqual([[3, 4]])
  })

  it.each([
    ['no diff', '* -diff\n', {}],
    ['binary', '* binary\n', {}],
    ['a text conversion', '* diff=hide\n', { 'diff.hide.textconv': 'true' }],
    ['a driver', '* diff=hide\n', { 'diff.hide.command': 'true' }],
    ['an external diff', '', { 'diff.external': 'true' }],
    ['much context', '', { 'diff.context': '20', 'diff.interHunkContext': '20' }],
    [
      'colours and prefixes',
      '',
      { 'color.ui': 'always', 'diff.noprefix': 'true', 'diff.mnemonicPrefix': 'true' },
    ],
  ])('the same with attributes and configuration that want: %s', async (_situation, attributes, config) => {
    const repository = committed()
    for (const [key, value] of Object.entries(config)) repository.git('config', key, value)
    repository.stage({ '.gitattributes': attributes, 'a.txt': TEXT.replace('two', 'TWO') })
    expect(await changeAt(repository, 'a.txt')).toEqual({ added: [[2, 2]], parent: ['a.txt', TEXT] })
  })
})

describe('what stood there before', () => {
  it('nothing, for a new file', async () => {
    const repository = committed()
    repository.stage({ 'new.txt': 'something else\n' })
    expect(await changeAt(repository, 'new.txt')).toEqual({ added: [[1, ALL]], parent: null })
  })

  it('nothing, before the first commit', async () => {
    const repository = createRepository()
    repository.stage({ 'new.txt': TEXT })
    expect(await changeAt(repository, 'new.txt')).toEqual({ added: [[1, ALL]], parent: null })
  })

  it('the file under its old name, also with edits', async () => {
    const repository = committed()
    repository.git('mv', 'a.txt', 'b c.txt')
    repository.stage({ 'b c.txt': TEXT.replace('two', 'TWO') })
    expect(await changeAt(repository, 'b c.txt')).toEqual({ added: [[2, 2]], parent: ['a.txt', TEXT] })
  })

  it('nothing, for a copy: the secret stands at one more place', async () => {
    const repository = committed()
    repository.git('config', 'diff.renames', 'copies')
    repository.stage({ 'copy.txt': TEXT, 'a.txt': TEXT.replace('two', 'TWO') })
    expect(await changeAt(repository, 'copy.txt')).toEqual({ added: [[1, ALL]], parent: null })
  })

  it('the same, where only the mode changes', async () => {
    const repository = committed()
    repository.git('update-index', '--chmod=+x', 'a.txt')
    expect(await changeAt(repository, 'a.txt')).toEqual({ added: [], parent: ['a.txt', TEXT] })
  })

  it('the text of a link that became a file', async () => {
    const repository = createRepository()
    symlinkSync('target', join(repository.top, 'a'))
    repository.commit()
    unlinkSync(join(repository.top, 'a'))
    repository.stage({ a: 'target\nmore\n' })
    expect(await changeAt(repository, 'a')).toEqual({ added: [[1, 2]], parent: ['a', 'target'] })
  })

  it('nothing, where a submodule was', async () => {
    const repository = createRepository()
    repository.git('submodule', '--quiet', 'add', committed().top, 'a')
    repository.commit()
    repository.git('rm', '-q', '--cached', 'a')
    rmSync(join(repository.top, 'a'), { recursive: true })
    repository.stage({ a: TEXT })
    expect(await changeAt(repository, 'a')).toEqual({ added: [[1, ALL]], parent: null })
  })

  it('nothing that git could tell, where its object is lost', async () => {
    const repository = committed()
    const oid = repository.git('rev-parse', 'HEAD:a.txt').trim()
    repository.stage({ 'a.txt': `${TEXT}x` })
    rmSync(join(repository.top, '.git', 'objects', oid.slice(0, 2), oid.slice(2)))
    expect(await changeAt(repository, 'a.txt')).toEqual({ added: [[1, ALL]], parent: null })
  })
})
