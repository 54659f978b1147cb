import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allRules } from '../../src/pipeline/run-rules.js'
import { CLI, emptyFolder, keysieve, plainEnvironment, runToEnd } from './keysieve.js'
import { dotenv, reported, writeFiles } from './project.js'

const RULES = allRules.rules.map(({ id }) => id).join(', ')

const isWindows = process.platform === 'win32'

/** Root may read everything, so permissions are tried as nobody where the tests run as root. */
const asNobody =
  process.getuid?.() === 0 ? ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'] : []
const hasPermissions =
  !isWindows && (asNobody.length === 0 || spawnSync('setpriv', ['--version']).status === 0)

describe('before scanning', () => {
  it.each<[string, readonly string[], string]>([
    [
      'a path that is not there',
      ['scan', 'confg'],
      'keysieve: no such path: confg\n  Did you mean config? Nothing was scanned. (exit 2)\n',
    ],
    [
      'a path that is like no other',
      ['scan', 'zzzzzzzz'],
      'keysieve: no such path: zzzzzzzz\n  Paths are relative to the current directory. Nothing was scanned. (exit 2)\n',
    ],
    [
      'staged outside of any repository',
      ['staged'],
      'keysieve: CWD is not in a git repository, so nothing is staged there.\n  Scan the files themselves instead:  keysieve scan .  (exit 2)\n',
    ],
    [
      'an unknown rule',
      ['scan', '--rules', 'aws-acces-key'],
      `keysieve: there is no rule "aws-acces-key" (did you mean aws-access-key?).\n  Rules: ${RULES}. Nothing was scanned. (exit 2)\n`,
    ],
    [
      'an empty path, from a variable that was not set',
      ['scan', ''],
      'keysieve: a path is empty.\n  Is a variable not set? The current directory is ".". Nothing was scanned. (exit 2)\n',
    ],
    [
      'a glob with backslashes between folders',
      ['scan', '--exclude', 'ops\\**'],
      'keysieve: the glob "ops\\**" has a backslash where it can only be a mistake ([*] means the character *).\n  Globs count from the top of the repository, with "/" between folders. Nothing was scanned. (exit 2)\n',
    ],
    [
      'a glob with a bracket that is not closed',
      ['scan', '.', '--include', '['],
      'keysieve: the glob "[" has a bracket or brace that is never closed.\n  Globs count from the top of the repository, with "/" between folders. Nothing was scanned. (exit 2)\n',
    ],
    [
      'an endpoint that is none',
      ['scan', '--verify', '--sts-endpoint', 'sts'],
      'keysieve: --sts-endpoint: the endpoint must be a URL like https://sts.eu-west-1.amazonaws.com.\n  Nothing was scanned. (exit 2)\n',
    ],
  ])('%s is told', async (_situation, args, message) => {
    const cwd = emptyFolder()
    mkdirSync(join(cwd, 'config'))
    expect(await keysieve(args, { cwd })).toEqual({ code: 2, out: '', err: message.replace('CWD', cwd) })
  })

  it.each([['scan'], ['staged']])('%s in a bare repository is told, with what to do', async (command) => {
    const cwd = emptyFolder()
    await runToEnd('git', ['init', '-q', '--bare', '.'], { cwd })
    const { code, out, err } = await keysieve([command], { cwd })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/is a bare repository, so nothing is staged or checked out\.\n.*history/)
  })
})

interface Told {
  readonly unread: readonly { readonly path: string; readonly reason: string }[]
  readonly skipped: readonly { readonly path: string; readonly reason: string }[]
}

const scanned = async (cwd: string, args: readonly string[] = []) => {
  const ended = await keysieve(['scan', '.', '--format', 'json', ...args], { cwd })
  const report: Told & { readonly findings: readonly { readonly path: string }[] } = JSON.parse(ended.out)
  const places = (items: Told['unread']) => items.map(({ path, reason }) => [path, reason])
  return {
    ...ended,
    unread: places(report.unread),
    skipped: places(report.skipped),
    found: report.findings.map(({ path }) => path),
  }
}

describe('while scanning, the rest goes on', () => {
  it.runIf(!isWindows)(
    'a FIFO, a dangling link, a link in a circle and a link out of the tree are skipped',
    async () => {
      const cwd = emptyFolder()
      writeFiles(cwd, { 'z.env': dotenv('bad') })
      await runToEnd('mkfifo', ['fifo'], { cwd })
      symlinkSync('nowhere', join(cwd, 'dangling'))
      symlinkSync('circle', join(cwd, 'circle'))
      symlinkSync('/', join(cwd, 'outside'))
      mkdirSync(join(cwd, 'dir'))
      symlinkSync('..', join(cwd, 'dir', 'up'))
      const { code, found, unread, skipped } = await scanned(cwd)
      expect({ code, found, unread }).toEqual({ code: 1, found: ['z.env'], unread: [] })
      expect(skipped).toEqual([
        ['circle', 'symlink-loop'],
        ['dangling', 'symlink'],
        ['dir/up', 'symlink-loop'],
        ['fifo', 'fifo'],
        ['outside', 'symlink-outside'],
      ])
    },
  )

  it('broken UTF-8 is read, a binary file without a finding is skipped', async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, {
      'broken.env': Buffer.concat([Buffer.from([0xff, 0xff, 0xc3, 0x28, 0x0a]), Buffer.from(dotenv('bad'))]),
      'image.bin': Buffer.from([0, 1, 2, 3]),
      'dump.bin': Buffer.concat([Buffer.alloc(100), Buffer.from(dotenv('dump'))]),
      empty: '',
    })
    const { code, found, unread, skipped } = await scanned(cwd)
    expect({ code, found, unread }).toEqual({ code: 1, found: ['broken.env', 'dump.bin'], unread: [] })
    expect(skipped).toEqual([['image.bin', 'binary']])
  })

  it.runIf(hasPermissions)(
    'a file and a directory that may not be read are named, and the exit code says so',
    async () => {
      const cwd = emptyFolder()
      writeFiles(cwd, {
        'clean.txt': 'nothing\n',
        'closed.env': dotenv('bad'),
        'vault/key.env': dotenv('bad'),
      })
      chmodSync(cwd, 0o755)
      chmodSync(join(cwd, 'closed.env'), 0)
      chmodSync(join(cwd, 'vault'), 0)
      const [command = process.execPath, ...args] = [
        ...asNobody,
        process.execPath,
        CLI,
        'scan',
        '.',
        '--format',
        'json',
      ]
      const ended = spawnSync(command, args, { cwd, encoding: 'utf8', env: plainEnvironment() })
      chmodSync(join(cwd, 'vault'), 0o755)
      expect(ended.stderr).toBe('')
      expect(ended.status).toBe(3)
      const { unread }: Told = JSON.parse(ended.stdout)
      expect(unread.map(({ path, reason }) => [path, reason])).toEqual([
        ['closed.env', 'permission'],
        ['vault', 'permission'],
      ])
    },
  )

  it('an empty repository, an empty directory and empty input are clean', async () => {
    const cwd = emptyFolder()
    expect((await scanned(cwd)).code).toBe(0)
    await runToEnd('git', ['init', '-q', '.'], { cwd })
    expect((await scanned(cwd)).code).toBe(0)
    expect(await keysieve(['staged'], { cwd })).toEqual({ code: 0, out: '', err: '' })
    expect((await keysieve(['scan', '-'], { cwd })).code).toBe(0)
  })

  it('larger files than asked for are skipped', async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, { 'a.env': dotenv('bad'), 'b.env': dotenv('bad') + 'x'.repeat(2000) })
    const { found, skipped } = await scanned(cwd, ['--max-file-size', '1k'])
    expect({ found, skipped }).toEqual({ found: ['a.env'], skipped: [['b.env', 'too-large']] })
  })
})

describe('hostile names', () => {
  it.runIf(!isWindows)('are shown without their power', async () => {
    const cwd = emptyFolder()
    const name = '\u001b[31m::error::x\n\u202eevil "`$(id)`.env'
    writeFileSync(join(cwd, name), dotenv('bad'))
    const text = await keysieve(['scan', '.'], { cwd })
    expect(text.code).toBe(1)
    expect(text.out).not.toMatch(/[\u001b\u202e]|^::/m)
    const json = await keysieve(['scan', '.', '--format', 'jsonl'], { cwd })
    expect(reported(json.out).map(({ path }) => path)).toEqual([name])
  })
})

describe('a report that can not be written to its end', () => {
  it.runIf(process.platform === 'linux').each<[string, string, 1 | 3]>([
    ['with findings', dotenv('bad'), 1],
    ['without findings', 'clean\n', 3],
  ])('%s is told, and ends with the code that counts', async (_situation, content, code) => {
    const cwd = emptyFolder()
    writeFiles(cwd, { 'x.env': content })
    const ended = await keysieve(['scan', '.', '--quiet', '--output', 'json=/dev/full'], { cwd })
    const err = 'keysieve: /dev/full could not be written to its end: ENOSPC.\n  The report is incomplete.\n'
    expect({ code: ended.code, err: ended.err }).toEqual({ code, err })
  })
})
