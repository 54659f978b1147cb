import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { emptyFolder, keysieve, ROOT } from './keysieve.js'

it('the top-level help fits one screen and names every command', async () => {
  const { code, out, err } = await keysieve(['--help'], { cwd: emptyFolder() })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out.split('\n').length).toBeLessThanOrEqual(25)
  expect(out.split('\n').filter((line) => line.length > 100)).toEqual([])
  for (const command of ['scan [paths..]', 'staged', 'verify REPORT', 'explain RULE'])
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

it.each(['scan', 'staged', 'verify', 'explain'])(
  'the help of %s has its usage, defaults and examples',
  async (command) => {
    const { code, out, err } = await keysieve([command, '--help'], { cwd: emptyFolder() })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^keysieve ${command}`))
    expect(out).toMatch(/Examples:\n {2}keysieve/)
    // Wrapping may put the default on the next line, but every option has one.
    const options = out.match(/^ {2,6}(?:-h, )?--[a-z-]+/gm) ?? []
    expect(out.match(/\[default: /g)).toHaveLength(options.length)
  },
)

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
