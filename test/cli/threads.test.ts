import { expect, it } from 'vitest'
import { emptyFolder, keysieve } from './keysieve.js'
import { dotenv, reported, writeFiles } from './project.js'

/** More files than the main thread scans alone, a key in every third of them, each at a line of its own. */
const large = (): string => {
  const cwd = emptyFolder()
  const files = Array.from({ length: 2_400 }, (_, i): [string, string] => {
    const lines = `# line\n`.repeat(i % 97)
    return [`${i % 40}/${i}.env`, i % 3 === 0 ? `${lines}${dotenv(`thread/${i}`)}` : lines]
  })
  writeFiles(cwd, Object.fromEntries(files))
  return cwd
}

it('threads report what one thread reports, byte for byte', async () => {
  const cwd = large()
  const scan = (jobs: string) => keysieve(['scan', '.', '--format', 'jsonl', '--jobs', jobs], { cwd })
  const alone = await scan('1')
  expect(reported(alone.out)).toHaveLength(800)
  // Its line is known from its name.
  const wrong = reported(alone.out).filter(
    ({ path, startLine }) => startLine !== (Number(path.match(/(\d+)\.env/)?.[1]) % 97) + 2,
  )
  expect(wrong).toEqual([])
  for (const jobs of ['2', '4']) expect(await scan(jobs)).toEqual(alone)
})
