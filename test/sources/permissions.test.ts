import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStaged, openTree } from '../../src/sources/index.js'
import { asOrdinaryUser } from '../support/ordinary-user.js'
import { createRepository, temporaryFolder, write } from '../support/repository.js'
import { contents, itemsOf, listed, tree } from '../support/source-items.js'

const FILES = ['closed/untracked.txt', 'half/a.txt', 'open/a.txt', 'open/unreadable.txt', 'z.txt']

const close = (top: string): void => {
  chmodSync(join(top, 'open/unreadable.txt'), 0)
  chmodSync(join(top, 'closed'), 0)
  chmodSync(join(top, 'half'), 0o444)
}

/** So that the folder can be removed again by whoever made it. */
const reopen = (top: string): void => {
  for (const folder of ['closed', 'half']) chmodSync(join(top, folder), 0o755)
}

const inGit = (): string => {
  const { top, git } = createRepository()
  for (const path of FILES) write(top, path, 'x')
  git('add', 'half', 'open', 'z.txt')
  return top
}

const outsideGit = (): string => {
  const folder = temporaryFolder()
  for (const path of FILES) write(folder, path, 'x')
  return folder
}

describe.runIf(process.platform !== 'win32')('what may not be read', () => {
  it.each([
    ['in git', inGit],
    ['outside git', outsideGit],
  ])('is named: directories and files %s', async (_situation, arrange) => {
    const top = arrange()
    close(top)
    const { names, texts } = await asOrdinaryUser(top, async () => {
      const source = await tree(top)
      return { names: await listed(source), texts: await contents(source) }
    }).finally(() => reopen(top))
    expect(names.filter((name) => !name.startsWith('half'))).toEqual([
      'closed: permission',
      'open/a.txt',
      'open/unreadable.txt',
      'z.txt',
    ])
    expect(texts).toMatchObject({
      'open/a.txt': 'x',
      'open/unreadable.txt': 'unread: permission',
      'z.txt': 'x',
    })
    expect(texts['half/a.txt'] ?? names.find((name) => name === 'half/a.txt: permission')).toMatch(
      /permission$/,
    )
  })

  it('is named when it lies out of the root', async () => {
    const top = outsideGit()
    close(top)
    const closed = join(top, 'closed')
    const named = await asOrdinaryUser(top, async () => {
      const source = await tree(join(top, 'open'), { paths: [join(closed, 'untracked.txt')] })
      return [source.root, ...(await listed(source))]
    }).finally(() => reopen(top))
    expect(named).toEqual([closed, 'untracked.txt: permission'])
  })

  it('is named when it was asked for by its path', async () => {
    const top = outsideGit()
    close(top)
    const items = await asOrdinaryUser(top, async () =>
      itemsOf(await tree(top, { paths: ['closed/untracked.txt'] })),
    ).finally(() => reopen(top))
    expect(items).toEqual([
      { class: 'unread', path: 'closed/untracked.txt', reason: 'permission', detail: 'EACCES' },
    ])
  })
})

describe.runIf(process.getuid?.() === 0)("a repository of another user's", () => {
  it('is refused by its path', async () => {
    const { top, write } = createRepository()
    write('sub/a.txt', '')
    for (const path of ['', '.git']) chownSync(join(top, path), 1234, 1234)
    const error = { kind: 'unsafe-ownership', path: top }
    expect(await openStaged({ cwd: top })).toEqual({ ok: false, error })
    expect(await openTree({ cwd: join(top, 'sub'), paths: [], include: [], exclude: [] })).toEqual({
      ok: false,
      error,
    })
  })
})

describe.runIf(process.platform === 'linux')('a name that is not UTF-8', () => {
  it.each([
    ['in git', () => createRepository().top],
    ['outside git', temporaryFolder],
  ])('is told %s, as a file and as a directory', async (_situation, folder) => {
    const top = folder()
    write(top, 'ok\ufffd.txt', 'x')
    execFileSync(
      'sh',
      [
        '-c',
        `printf x > "$(printf 'bad\\377.txt')"; mkdir "$(printf 'dir\\377')"; echo x > "$(printf 'dir\\377/a')"`,
      ],
      { cwd: top },
    )
    const detail = 'its name is not valid UTF-8'
    expect(
      (await itemsOf(await tree(top))).map((item) => (item.class === 'blob' ? item.blob.path : item)),
    ).toEqual([
      { class: 'unread', path: 'bad\ufffd.txt', reason: 'io-error', detail },
      { class: 'unread', path: 'dir\ufffd', reason: 'io-error', detail },
      'ok\ufffd.txt',
    ])
  })
})
