import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asOrdinaryUser } from '../support/ordinary-user.js'
import { createRepository } from '../support/repository.js'
import { itemsOf, shown, tree } from '../support/source-items.js'

/** What a scan of an otherwise empty repository tells while directories of these names are closed. */
const toldOf = async (names: readonly string[]): Promise<readonly string[]> => {
  const { top } = createRepository()
  for (const name of names) mkdirSync(join(top, name))
  const setModes = (mode: number) => {
    for (const name of names) chmodSync(join(top, name), mode)
  }
  return asOrdinaryUser(top, async () => {
    setModes(0)
    try {
      return (await itemsOf(await tree(top))).map((item) => `${item.class} ${shown(item)}`)
    } finally {
      setModes(0o755)
    }
  })
}

describe.runIf(process.platform !== 'win32')('a closed directory that git only warns of', () => {
  it.each([
    "it's",
    "x': y",
    "x': Permission denied",
    'a\nb',
    "a\nwarning: could not open directory 'b",
    'é',
    '-x',
  ])('is told by its name: %j', async (name) => {
    expect(await toldOf([name])).toContain(
      name.includes('\nwarning') ? 'unread .: io-error' : `unread ${name}: permission`,
    )
  })

  it('is told as a part of the whole, where git does not write its name', async () => {
    expect(await toldOf(['a\u0001b'])).toEqual(['unread .: io-error'])
  })

  it('is told beside others', async () => {
    expect(await toldOf(['a', 'b\n'])).toEqual(['unread a: permission', 'unread b\n: permission'])
  })
})
