import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../src/report/index.js'
import { emptyFolder, keysieve } from './keysieve.js'
import { dotenv, reported, writeFiles } from './project.js'

const scanned = async (): Promise<string> => {
  const cwd = emptyFolder()
  writeFiles(cwd, { 'a/.env': dotenv('report/a'), 'b/.env': dotenv('report/b') })
  for (const part of ['a', 'b']) await keysieve(['scan', part, '--output', `json=${part}.json`], { cwd })
  return cwd
}

describe('report convert', () => {
  it.each(FORMATS)('writes %s, and ends as the scan did', async (format) => {
    const cwd = await scanned()
    const { code, out, err } = await keysieve(['report', 'convert', '--from', 'a.json', '--format', format], {
      cwd,
    })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('a/.env')
  })

  it('reads standard input and writes files', async () => {
    const cwd = await scanned()
    const input = readFileSync(join(cwd, 'a.json'))
    const args = ['report', 'convert', '--from', '-', '--output', 'csv=a.csv', '--fail-on', 'none']
    expect((await keysieve(args, { cwd, input })).code).toBe(0)
    expect(readFileSync(join(cwd, 'a.csv'), 'utf8').split('\r\n')).toHaveLength(3)
  })

  it('gives the same report back', async () => {
    const cwd = await scanned()
    const { out } = await keysieve(['report', 'convert', '--from', 'a.json', '--format', 'json'], { cwd })
    expect(out).toBe(readFileSync(join(cwd, 'a.json'), 'utf8'))
  })
})

describe('report merge', () => {
  it('joins parts', async () => {
    const cwd = await scanned()
    const { code, out } = await keysieve(
      ['report', 'merge', 'a.json', 'b.json', 'a.json', '--format', 'jsonl'],
      { cwd },
    )
    expect(code).toBe(1)
    expect(reported(out).map(({ path }) => path)).toEqual(['a/.env', 'b/.env'])
  })
})

describe('what is wrong', () => {
  it.each<[readonly string[], string]>([
    [['report'], 'convert or merge is missing.'],
    [['report', 'convert'], '--from FILE is missing.'],
    [['report', 'convert', 'a.json', '--from', 'a.json'], '"a.json" is one argument too many.'],
    [['report', 'merge'], 'FILE is missing.'],
    [['report', 'merge', 'a.json', '--from', 'a.json'], '"--from" is one argument too many.'],
    [['report', 'split'], '"split" is one argument too many.'],
    [['report', 'convert', '--from', 'none.json'], 'no such report: none.json'],
    [['report', 'convert', '--from', '.'], "can't read the report .: EISDIR."],
    [['report', 'merge', 'a.json', 'bad.json'], 'bad.json is not a keysieve report: line 1 is no finding'],
    [['report', 'convert', '--from', 'a.json', '--format', 'pdf'], '"pdf" is not one of'],
  ])('%j is said, and nothing is written', async (args, message) => {
    const cwd = await scanned()
    writeFiles(cwd, { 'bad.json': '\u001b[2J{"__proto__":1}' })
    const { code, out, err } = await keysieve(args, { cwd })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(err).not.toContain('\u001b')
  })
})
