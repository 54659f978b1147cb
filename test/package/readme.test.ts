import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT, textOf } from '../architecture/source-files.js'
import { BLOCKS, blockIn, blockOf, withBlock } from './readme.js'

/** `npm run readme` sets this. */
const isWriting = process.env.WRITE_README === '1'

it.each(BLOCKS)('README shows its %s as they are', async (name) => {
  const readme = textOf('README.md')
  const block = await blockOf(name)
  if (isWriting) writeFileSync(join(ROOT, 'README.md'), withBlock(readme, name, block))
  else expect(blockIn(readme, name)).toBe(block)
})

it('README opens with two commands, each on one line', () => {
  const [, commands = ''] = /## Try it[\s\S]*?```sh\n([\s\S]*?)```/.exec(textOf('README.md')) ?? []
  expect(commands.trim().split('\n')).toEqual(['npm ci && npm run demo', 'npm test'])
})
