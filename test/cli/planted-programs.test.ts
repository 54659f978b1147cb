import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plantPrograms } from '../support/planted-programs.js'
import { createRepository, git, temporaryFolder } from '../support/repository.js'
import { keysieve, runToEnd } from './keysieve.js'
import { dotenv, pairOf, reported } from './project.js'

const committed = pairOf('committed')
const staged = pairOf('staged')
const orphaned = pairOf('orphaned')

interface Trap {
  readonly cwd: string
  /** Id of the newest commit, which claims to be signed. */
  readonly head: string
  /** Id of the file that a promisor remote would have to bring. */
  readonly gone: string
  readonly ran: () => readonly string[]
}

/** A repository with secrets in a commit, in the index and in a commit that only a reflog knows. */
const trapped = (kind: 'normal' | 'bare'): Trap => {
  const repository = createRepository()
  const { top } = repository
  // There before: what is added to a file is asked of a diff.
  repository.commit({ 'a.txt': 'x\n', 'gone.long': 'gone\n', '.env': 'A=1\n', 'staged.env': 'A=1\n' })
  const gone = repository.git('rev-parse', 'HEAD:gone.long').trim()
  repository.git('tag', 'base')
  repository.commit({ 'lost.env': dotenv('orphaned') })
  const lost = repository.git('rev-parse', 'HEAD').trim()
  repository.git('reset', '-q', '--hard', 'base')
  repository.commit({
    '.gitattributes': '* diff=trap filter=trap\n',
    'a.txt': 'y\n',
    '.env': dotenv('committed'),
  })
  const unsigned = repository.git('cat-file', 'commit', 'HEAD')
  const raw = join(temporaryFolder(), 'commit')
  writeFileSync(raw, unsigned.replace('\n\n', '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n\n'))
  const head = repository.git('hash-object', '-t', 'commit', '-w', raw).trim()
  repository.git('reset', '-q', '--hard', head)
  repository.stage({ 'staged.env': dotenv('staged'), 'a.txt': 'z\n' })
  const cwd = kind === 'normal' ? top : join(temporaryFolder(), 'bare.git')
  if (kind === 'bare') {
    git(top, 'clone', '-q', '--bare', '.', cwd)
    // A clone brings no more than the refs lead to.
    git(cwd, 'fetch', '-q', top, `${lost}:refs/heads/lost`)
    git(cwd, 'update-ref', '-d', 'refs/heads/lost')
    // Its remote is to be the planted one.
    git(cwd, 'remote', 'remove', 'origin')
  }
  const gitDir = kind === 'normal' ? join(top, '.git') : cwd
  rmSync(join(gitDir, 'objects', gone.slice(0, 2), gone.slice(2)))
  return { cwd, head, gone, ...plantPrograms(gitDir) }
}

const ZEROS = '0'.repeat(40)

/** The commands that read commits, and whose secrets they are to find. */
const COMMIT_COMMANDS: readonly (readonly [command: string, ids: readonly string[]])[] = [
  ['range HEAD', [committed.id]],
  ['range base..HEAD', [committed.id]],
  ['range base...HEAD --whole-file', [committed.id]],
  ['history', [committed.id]],
  ['history --jobs 2 --since 2000-01-01 --refs main', [committed.id]],
  ['history --unreachable --reflog --cache', [committed.id, orphaned.id]],
  ['hook run pre-push origin ssh://git@localhost:9/x.git', [committed.id]],
]

const WORK_TREE_COMMANDS: typeof COMMIT_COMMANDS = [
  ['scan', [committed.id, staged.id]],
  ['scan a.txt .env --exclude *.none', [committed.id]],
  ['staged', [staged.id]],
  ['staged --whole-file', [staged.id]],
]

const run = (command: string, { cwd, head }: Trap) =>
  keysieve(command.split(' '), {
    cwd,
    env: { XDG_CACHE_HOME: temporaryFolder() },
    input: command.startsWith('hook') ? `refs/heads/main ${head} refs/heads/main ${ZEROS}\n` : '',
  })

const STACK_TRACE = /^ +at |\b\w*Error\b/m

const cases = [
  ...[...WORK_TREE_COMMANDS, ...COMMIT_COMMANDS].map(([command, ids]) => ['normal', command, ids] as const),
  ...COMMIT_COMMANDS.map(([command, ids]) => ['bare', command, ids] as const),
]

describe.runIf(process.platform !== 'win32')('programs that a repository plants', () => {
  it.each(['normal', 'bare'] as const)('run in a %s one where git is simply asked', async (kind) => {
    const { cwd, gone, ran } = trapped(kind)
    const plain = (...args: readonly string[]) => runToEnd('git', args, { cwd, env: { LC_ALL: 'C' } })
    await plain('log', '-1')
    expect(ran()).toEqual(['gpg'])
    await plain('cat-file', '-p', gone)
    expect(ran()).toEqual(['gpg', 'ssh'])
    await plain('diff', 'base', 'HEAD')
    expect(ran()).toEqual(expect.arrayContaining(['driver', 'external']))
    await plain('diff', '--no-ext-diff', 'base', 'HEAD')
    expect(ran()).toContain('included-textconv')
    if (kind === 'bare') return
    await plain('status')
    expect(ran()).toContain('fsmonitor')
    // One each, since git ends where a filter fails, sooner or later.
    await plain('hash-object', 'a.txt')
    await plain('hash-object', 'gone.long')
    await plain('read-tree', 'HEAD')
    expect(ran()).toEqual(expect.arrayContaining(['clean', 'post-index-change', 'process']))
  })

  it.each(cases)('do not run in a %s one: %s', async (kind, command, ids) => {
    const trap = trapped(kind)
    const { code, out, err } = await run(command, trap)
    expect(trap.ran()).toEqual([])
    expect(err).not.toMatch(STACK_TRACE)
    expect(code).toBe(1)
    for (const id of ids) expect(out).toContain(id)
  })

  it.each(['scan', 'staged'])('do not run in a bare one, which has nothing for it: %s', async (command) => {
    const trap = trapped('bare')
    const { err } = await run(command, trap)
    expect(trap.ran()).toEqual([])
    expect(err).not.toMatch(STACK_TRACE)
  })

  it.each(['normal', 'bare'] as const)('do not run in a %s one: verify', async (kind) => {
    const trap = trapped(kind)
    const report = join(temporaryFolder(), 'report.json')
    await run(`history --output json=${report}`, trap)
    expect(readFileSync(report, 'utf8')).toContain(committed.id)
    // Nothing listens there, and nothing leaves the machine.
    const endpoint = '--sts-endpoint http://127.0.0.1:9 --verify-timeout 500ms'
    const { out, err } = await run(`verify ${report} ${endpoint} --format jsonl`, trap)
    expect(trap.ran()).toEqual([])
    expect(err).not.toMatch(STACK_TRACE)
    if (kind === 'bare') return
    // Not `not-found`: it was read again, and only the answer is missing.
    expect(reported(out)).toMatchObject([
      { facts: { accessKeyId: committed.id }, verification: { status: 'unreachable' } },
    ])
  })
})
