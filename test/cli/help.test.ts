import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { scanCommand } from '../../src/cli/commands/scan.js'
import { helpPage } from '../../src/cli/help-page.js'
import { emptyFolder, keysieve, ROOT } from './keysieve.js'

it('the top-level help fits one screen and names every command', async () => {
  const { code, out, err } = await keysieve(['--help'], { cwd: emptyFolder() })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out.split('\n').length).toBeLessThanOrEqual(25)
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  for (const command of ['scan [paths..]', 'staged', 'verify REPORT', 'explain RULE', 'aws VERB'])
    expect(out).toContain(`  ${command} `)
})

it('the version is that of package.json', async () => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(await keysieve(['--version'], { cwd: emptyFolder() })).toEqual({
    code: 0,
    out: `${version}\n`,
    err: '',
  })
})

it.each(['scan', 'staged', 'verify', 'explain', 'aws deactivate', 'aws rotate', 'aws audit'])(
  'the help of %s has its usage, defaults and examples',
  async (command) => {
    const { code, out, err } = await keysieve([...command.split(' '), '--help'], { cwd: emptyFolder() })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^keysieve ${command}`))
    expect(out).toMatch(/Examples:\n {2}keysieve/)
    const options = out.match(/^ {2}--[a-z-]+/gm) ?? []
    expect(out.match(/\[default: /g) ?? []).toHaveLength(options.length)
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([])
  },
)

it('a command lists its own options first, then those that all have, in one order', async () => {
  const listed = async (command: string) => {
    const { out } = await keysieve([command, '--help'], { cwd: emptyFolder() })
    return [...out.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option)
  }
  const [scan, staged] = await Promise.all([listed('scan'), listed('staged')])
  const shared = scan.filter((option) => staged.includes(option))
  expect(shared).toContain('--rules')
  expect(staged).toEqual(['--whole-file', '--no-own-secrets', ...shared])
})

it.each([60, 80, 100])('a help of %s columns breaks no command and runs over at no line', (width) => {
  const shown = helpPage(scanCommand, width)
  for (const { line } of scanCommand.examples) expect(shown).toContain(`\n  ${line}`)
  expect(shown).toContain('\n  --jobs N ')
  expect(shown.split('\n').filter((line) => line.length > width)).toEqual([])
})

it('"help COMMAND" is the same as "COMMAND --help"', async () => {
  const cwd = emptyFolder()
  expect(await keysieve(['help', 'scan'], { cwd })).toEqual(await keysieve(['scan', '--help'], { cwd }))
})

it('explain tells what a rule found and what to do', async () => {
  const { code, out, err } = await keysieve(['explain', 'aws-access-key'], { cwd: emptyFolder() })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^.+ \(.+\)\naws-access-key · severity high · confidence high\n/)
  for (const heading of ['What to do\n', 'A false alarm\n', 'Read on\n  https://docs.aws.amazon.com/'])
    expect(out).toContain(heading)
})
