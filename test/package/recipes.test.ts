import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../src/report/index.js'
import { filesBelow, ROOT, textOf } from '../architecture/source-files.js'
import { emptyFolder, keysieve, runToEnd } from '../cli/keysieve.js'
import { dotenv, writeFiles } from '../cli/project.js'
import { parseXml } from '../support/xml.js'

const isWindows = process.platform === 'win32'

/** A repository with a leak on main, another one on a release branch, and keysieve beside it as the recipes have it. */
const sampleRepository = async (): Promise<{ readonly cwd: string; readonly base: string }> => {
  const cwd = emptyFolder()
  const git = async (...args: readonly string[]): Promise<string> => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false']
    const { code, out, err } = await runToEnd('git', [...who, ...args], { cwd })
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${err}`)
    return out.trim()
  }
  await git('init', '-q', '-b', 'main')
  writeFiles(cwd, { 'README.txt': 'A sample.\n', '.gitignore': '.keysieve\n' })
  await git('add', '.')
  await git('commit', '-q', '-m', 'begin')
  const base = await git('rev-parse', 'HEAD')
  await git('branch', 'release/1')
  writeFiles(cwd, { 'config/.env': dotenv('recipes') })
  await git('add', '.')
  await git('commit', '-q', '-m', 'add settings')
  symlinkSync(ROOT, join(cwd, '.keysieve'), 'dir')
  return { cwd, base }
}

/** Whether a file is what its format says. */
const isWhole = (format: string, file: string): boolean => {
  const text = readFileSync(file, 'utf8')
  if (format === 'junit') return parseXml(text).attributes.failures === '1'
  if (['sarif', 'json', 'gitlab', 'gitlab-codequality'].includes(format)) JSON.parse(text)
  return text.length > 0
}

const expectOutputs = (command: string, cwd: string): void => {
  for (const [, format = '', file = ''] of command.matchAll(/--output ([\w-]+)=(\S+)/g)) {
    expect(existsSync(join(cwd, file)), file).toBe(true)
    expect(isWhole(format, join(cwd, file)), file).toBe(true)
  }
}

describe.runIf(!isWindows)('a recipe', () => {
  const recipes = filesBelow('docs/ci', '.md')

  it('is there for each build server that docs/formats.md names', () => {
    const named = [...textOf('docs/formats.md').matchAll(/\]\((ci\/[\w-]+\.md)\)/g)].map(
      ([, path]) => `docs/${path}`,
    )
    expect(named.sort()).toEqual(recipes)
  })

  it.each(recipes)('%s does what it says', async (recipe) => {
    const { cwd, base } = await sampleRepository()
    const commands = [...textOf(recipe).matchAll(/(?:mkdir -p|node \.keysieve\/dist\/cli\.js) .*$/gm)].map(
      ([line]) => line,
    )
    expect(commands.filter((command) => command.startsWith('node')).length).toBeGreaterThan(0)
    for (const command of commands) {
      const env = { CI_MERGE_REQUEST_DIFF_BASE_SHA: base }
      const { code, err } = await runToEnd('sh', ['-c', command], { cwd, env })
      const isClean = command.startsWith('mkdir') || command.includes('--fail-on none')
      expect({ command, code, err }).toEqual({ command, code: isClean ? 0 : 1, err: '' })
      expectOutputs(command, cwd)
    }
  })
})

describe('docs/formats.md', () => {
  const text = textOf('docs/formats.md')

  it('has a row for each format', () => {
    const rows = [...text.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, format = '']) => format)
    expect(rows.sort()).toEqual([...FORMATS].sort())
  })

  it('has commands that do what they say', async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, { 'config/.env': dotenv('recipes'), 'more.json': '' })
    const inTable = [...text.matchAll(/\| `(keysieve [^`]+)` \|/g)].map(([, command = '']) => command)
    const inBlocks = [...text.matchAll(/^(keysieve .*)$/gm)].map(([, command = '']) => command)
    expect([inTable.length, inBlocks.length]).toEqual([FORMATS.length, 2])
    for (const command of [...inTable, ...inBlocks]) {
      const { code, out, err } = await keysieve(command.split(' ').slice(1), { cwd })
      expect({ command, code, err }).toEqual({ command, code: 1, err: '' })
      expect(out).toContain('.env')
      expectOutputs(command, cwd)
    }
  })
})
