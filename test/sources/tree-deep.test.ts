import { execFileSync } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import type { SourceItem } from '../../src/model/index.js'
import { createRepository, temporaryFolder, write } from '../support/repository.js'
import { itemsOf, tree } from '../support/source-items.js'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) execFileSync('rm', ['-rf', folder])
})

/** Directories inside each other, with a file at the bottom; by short steps, since the whole path may be too long. */
const dig = (folder: string, levels: number): string => {
  folders.push(`${folder}/d`)
  const script = `for (let i = 0; i < ${levels}; i++) { fs.mkdirSync('d'); process.chdir('d') } fs.writeFileSync('b.txt', 'b')`
  execFileSync(process.execPath, ['-e', script], { cwd: folder })
  write(folder, 'z.txt', 'z')
  return folder
}

/** How deep an item lies; blobs and others apart. */
const depths = (items: readonly SourceItem[]) =>
  items.map((item) =>
    item.class === 'blob'
      ? `${item.blob.path.split('/').length - 1} blob`
      : `${item.path.split('/').length - 1} ${item.class} ${'detail' in item ? item.detail : item.reason}`,
  )

describe.runIf(process.platform === 'linux')('directories inside each other', () => {
  it.each([
    ['outside git', temporaryFolder],
    ['in git', () => createRepository().top],
  ])('are walked to the bottom %s', async (_situation, folder) => {
    expect(depths(await itemsOf(await tree(dig(folder(), 1900))))).toEqual(['1900 blob', '0 blob'])
  })

  it('are told outside git where the system does not open them any more', async () => {
    const [deep, ...others] = depths(await itemsOf(await tree(dig(temporaryFolder(), 5000))))
    expect(deep).toMatch(/^20\d\d unread ENAMETOOLONG$/)
    expect(others).toEqual(['0 blob'])
  })

  it('are told in git where git does not open them any more', async () => {
    const { top } = createRepository()
    expect(await itemsOf(await tree(dig(top, 5000)))).toEqual(
      expect.arrayContaining([expect.objectContaining({ class: 'unread', path: '.', reason: 'io-error' })]),
    )
  })
})
