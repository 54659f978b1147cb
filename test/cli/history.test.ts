import { describe, expect, it } from 'vitest'
import { createRepository, type Repository, temporaryFolder } from '../support/repository.js'
import { keysieve } from './keysieve.js'
import { dotenv, pairOf, reported } from './project.js'

const { id, secret } = pairOf('history')
const env = dotenv('history')

const history = async ({ top }: Pick<Repository, 'top'>, ...args: readonly string[]) => {
  const { code, out, err } = await keysieve(['history', '--format', 'jsonl', ...args], { cwd: top })
  expect(err).toBe('')
  return { code, found: reported(out).map(({ path, ruleId }) => `${path} ${ruleId}`) }
}

it.each<[string, (it: Repository) => void, readonly string[]]>([
  [
    'a file that was deleted',
    (it) => {
      it.commit({ '.env': env })
      it.git('rm', '-q', '.env')
      it.commit()
    },
    ['.env aws-access-key'],
  ],
  [
    'many versions of a file: once',
    (it) => {
      for (const line of ['A=1', 'A=2', 'A=3']) it.commit({ '.env': `${env}${line}\n` })
    },
    ['.env aws-access-key'],
  ],
  [
    'the same secret in two files: each of them',
    (it) => {
      it.commit({ 'a.env': env })
      it.commit({ 'b.env': env })
    },
    ['a.env aws-access-key', 'b.env aws-access-key'],
  ],
  [
    'a stash',
    (it) => {
      it.commit({ '.env': 'A=1\n' })
      it.write('.env', env)
      it.git('stash', '-q')
    },
    ['.env aws-access-key'],
  ],
  [
    'a note',
    (it) => {
      it.commit({ 'a.txt': 'x\n' })
      it.git('notes', 'add', '-m', env, 'HEAD')
    },
    [expect.stringMatching(/^[0-9a-f/]+ aws-access-key$/)],
  ],
  [
    'the message of a commit',
    (it) => it.git('commit', '-q', '--allow-empty', '-m', env),
    [expect.stringMatching(/^commit [0-9a-f]{12} aws-access-key$/)],
  ],
  [
    'the message of a tag',
    (it) => {
      it.commit({ 'a.txt': 'x\n' })
      it.git('tag', '-a', 'v1', '-m', env)
    },
    ['tag v1 aws-access-key'],
  ],
  [
    'a file that attributes hide from diffs',
    (it) => it.commit({ '.gitattributes': '*.env -diff binary\n', 'x.env': env }),
    ['x.env aws-access-key'],
  ],
  ['nothing', (it) => it.commit({ 'a.txt': 'x\n' }), []],
])('finds %s', async (_situation, prepare, found) => {
  const repository = createRepository()
  prepare(repository)
  expect(await history(repository)).toEqual({ code: found.length > 0 ? 1 : 0, found })
})

describe('history', () => {
  it('tells the commit that brought a secret in, and whether HEAD still has it', async () => {
    const repository = createRepository()
    const first = repository.commit({ 'old.env': `# one\n${env}` })
    repository.commit({ 'old.env': `# two\n${env}` })
    repository.git('rm', '-q', 'old.env')
    const second = repository.commit({ 'new.env': dotenv('second') })
    const { out } = await keysieve(['history', '--format', 'jsonl'], { cwd: repository.top })
    const introduced = { author: 'Ada Tester', date: '2024-03-05T06:07:08+02:00' }
    expect(reported(out)).toMatchObject([
      {
        path: 'new.env',
        origin: { kind: 'commit', commit: second, introduced: { ...introduced, commit: second } },
        facts: { inHead: true, branches: 'main' },
      },
      {
        path: 'old.env',
        origin: { kind: 'commit', commit: first, introduced: { ...introduced, commit: first } },
        facts: { inHead: false, branches: 'main' },
      },
    ])
    expect(out).not.toContain(secret)
  })

  it('gives findings the fingerprints that scan gives them', async () => {
    const repository = createRepository()
    repository.commit({ '.env': env })
    const fingerprints = async (command: string) =>
      reported((await keysieve([command, '--format', 'jsonl'], { cwd: repository.top })).out).map(
        (one) => one.fingerprint,
      )
    expect(await fingerprints('history')).toEqual(await fingerprints('scan'))
  })

  it.each([
    ['a branch', ['--refs', 'main'], []],
    ['another', ['--refs', 'side'], ['.env aws-access-key']],
    ['a pattern', ['--refs', 's*'], ['.env aws-access-key']],
    ['commits since a day', ['--since', '2025-01-01'], []],
  ])('limits itself to %s', async (_part, args, found) => {
    const repository = createRepository()
    repository.commit({ 'a.txt': 'x\n' })
    repository.git('checkout', '-q', '-b', 'side')
    repository.commit({ '.env': env })
    repository.git('checkout', '-q', 'main')
    expect((await history(repository, ...args)).found).toEqual(found)
  })

  it('finds what a reset left behind only where it is asked for', async () => {
    const repository = createRepository()
    repository.commit({ 'a.txt': 'x\n' })
    repository.commit({ '.env': env })
    repository.git('reset', '-q', '--hard', 'HEAD~1')
    expect((await history(repository)).found).toEqual([])
    expect((await history(repository, '--reflog')).found).toEqual(['.env aws-access-key'])
    repository.git('reflog', 'expire', '--expire=now', '--all')
    expect((await history(repository, '--reflog')).found).toEqual([])
    expect((await history(repository, '--unreachable')).found).toEqual([
      expect.stringMatching(/^unreachable [0-9a-f]{12} aws-access-key$/),
    ])
  })

  it('reads a bare repository with several threads as with one', async () => {
    const repository = createRepository()
    for (let i = 0; i < 6; i++) {
      const files = Array.from({ length: 100 }, (_, index) => [`d${i}/f${index}.txt`, `${i} ${index}\n`])
      repository.commit({ ...Object.fromEntries(files), [`d${i}/.env`]: dotenv(`history ${i}`) })
    }
    const bare = temporaryFolder()
    repository.git('clone', '-q', '--bare', '.', bare)
    const [one, four] = await Promise.all(['1', '4'].map((jobs) => history({ top: bare }, '--jobs', jobs)))
    expect(one?.found).toHaveLength(6)
    expect(four).toEqual(one)
  })

  it('scans what a partial clone has, and names what is missing', async () => {
    const repository = createRepository()
    repository.git('config', 'uploadpack.allowFilter', 'true')
    repository.commit({ 'gone.txt': 'x\n' })
    repository.git('rm', '-q', 'gone.txt')
    repository.commit({ '.env': env })
    const clone = temporaryFolder()
    repository.git('clone', '-q', '--filter=blob:none', `file://${repository.top}`, clone)
    const { code, out } = await keysieve(['history'], { cwd: clone })
    expect(code).toBe(1)
    expect(out).toContain(id)
    expect(out).toContain('1 file could not be read (missing in git)')
  })

  it.each([
    [['--refs', 'nowhere'], 'there is no commit "nowhere" here'],
    [['main'], 'one argument too many'],
    [['--since', 'sometime'], 'is not a date'],
  ])('refuses %j and scans nothing', async (args, message) => {
    const repository = createRepository()
    repository.commit({ 'a.txt': 'x\n' })
    const { code, out, err } = await keysieve(['history', ...args], { cwd: repository.top })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })

  it('says that a directory is no repository', async () => {
    const { code, err } = await keysieve(['history'], { cwd: temporaryFolder() })
    expect(code).toBe(2)
    expect(err).toContain('is not in a git repository')
  })
})
