import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder, keysieve, runToEnd } from './keysieve.js'
import { dotenv, writeFiles } from './project.js'

const isWindows = process.platform === 'win32'
const leaking = (): string => {
  const cwd = emptyFolder()
  writeFiles(cwd, { 'a.env': dotenv('output') })
  return cwd
}
const report = (cwd: string, file: string) =>
  keysieve(['scan', 'a.env', '--output', `json=${file}`, '--quiet'], { cwd })

describe('a report in a file', () => {
  it('is whole, and what stood there is replaced', async () => {
    const cwd = leaking()
    writeFileSync(join(cwd, 'r.json'), 'x'.repeat(100_000))
    expect((await report(cwd, 'r.json')).code).toBe(1)
    expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')).findings).toHaveLength(1)
  })

  it.runIf(!isWindows)('keeps the permissions of the file that it replaces', async () => {
    const cwd = leaking()
    writeFileSync(join(cwd, 'r.json'), '', { mode: 0o600 })
    await report(cwd, 'r.json')
    expect(statSync(join(cwd, 'r.json')).mode & 0o777).toBe(0o600)
  })

  it.runIf(!isWindows).each<[string, (cwd: string, outside: string) => void, string]>([
    [
      'a link to a file',
      (cwd, outside) => symlinkSync(join(outside, 'precious'), join(cwd, 'r.json')),
      'r.json',
    ],
    ['a dangling link', (cwd, outside) => symlinkSync(join(outside, 'new'), join(cwd, 'r.json')), 'r.json'],
    ['a directory that leads out', (cwd, outside) => symlinkSync(outside, join(cwd, 'out')), 'out/precious'],
  ])('does not go where a link in the repository says: %s', async (_link, plant, file) => {
    const [cwd, outside] = [leaking(), emptyFolder()]
    writeFileSync(join(outside, 'precious'), 'precious')
    plant(cwd, outside)
    expect(await report(cwd, file)).toEqual({
      code: 2,
      out: '',
      err: `keysieve: can't write ${file}: it is, or lies behind, a symbolic link to another place.\n  Name the place itself. Nothing was scanned. (exit 2)\n`,
    })
    expect(readFileSync(join(outside, 'precious'), 'utf8')).toBe('precious')
    expect(existsSync(join(outside, 'new'))).toBe(false)
  })

  it('may go to another directory that was named', async () => {
    const [cwd, outside] = [leaking(), emptyFolder()]
    expect((await report(cwd, join(outside, 'r.json'))).code).toBe(1)
    expect(existsSync(join(outside, 'r.json'))).toBe(true)
  })

  it.runIf(!isWindows)('goes through a device, and does not wait for a pipe that nobody reads', async () => {
    const cwd = leaking()
    expect((await report(cwd, '/dev/null')).code).toBe(1)
    await runToEnd('mkfifo', ['pipe'], { cwd })
    expect(await report(cwd, 'pipe')).toMatchObject({
      code: 2,
      err: expect.stringContaining("can't write pipe: ENXIO."),
    })
  })
})
