import { describe, expect, it } from 'vitest'
import { createRepository, type Repository, temporaryFolder } from '../support/repository.js'
import { keysieve } from './keysieve.js'
import { dotenv, pairOf, reported } from './project.js'

const [{ id, secret }] = [pairOf('range')]
const env = dotenv('range')

/** `path:line rule` of what `keysieve range` reports, and its exit code. */
const range = async ({ top }: Pick<Repository, 'top'>, ...args: readonly string[]) => {
  const { code, out, err } = await keysieve(['range', '--format', 'jsonl', ...args], { cwd: top })
  expect(err).toBe('')
  return { code, found: reported(out).map(({ path, startLine, ruleId }) => `${path}:${startLine} ${ruleId}`) }
}

const onBranch = (it: Repository, name: string, work: () => void): void => {
  it.git('checkout', '-q', '-b', name)
  work()
  it.git('checkout', '-q', 'main')
}

const merge = (it: Repository, ...args: readonly string[]): string =>
  it.git('merge', '-q', '--no-ff', '-m', 'merge', ...args)

it.each<[string, (it: Repository) => void, string, readonly string[]]>([
  ['a secret that was added', (it) => it.commit({ '.env': env }), 'base..HEAD', ['.env:2 aws-access-key']],
  [
    'a secret added, kept and removed again inside the range: once',
    (it) => {
      it.commit({ '.env': env })
      it.commit({ '.env': `${env}B=1\n` })
      it.git('rm', '-q', '.env')
      it.commit()
    },
    'base..HEAD',
    ['.env:2 aws-access-key'],
  ],
  [
    'a secret from before the range: nothing',
    (it) => {
      it.commit({ '.env': env })
      it.git('tag', '-f', 'base')
      it.commit({ '.env': `${env}B=1\n` })
    },
    'base..HEAD',
    [],
  ],
  [
    'the last commit alone',
    (it) => {
      it.commit({ 'a.env': env })
      it.commit({ 'b.env': dotenv('other') })
    },
    'HEAD',
    ['b.env:2 aws-access-key'],
  ],
  [
    'the first commit of all',
    (it) => {
      it.git('checkout', '-q', '--orphan', 'fresh')
      it.commit({ '.env': env })
    },
    'HEAD',
    ['.env:2 aws-access-key'],
  ],
  [
    'an allow comment that was taken away',
    (it) => {
      const line = `K = ("${id}", "${secret}")`
      it.commit({ 'a.py': `# keysieve:allow-next-line aws-access-key -- a test\n${line}\n` })
      it.git('tag', '-f', 'base')
      it.commit({ 'a.py': `${line}\n` })
    },
    'base..HEAD',
    ['a.py:1 aws-access-key'],
  ],
  [
    'a key name put above an old value',
    (it) => {
      it.commit({ 'a.txt': `# checksum\n${secret}\n` })
      it.git('tag', '-f', 'base')
      it.commit({ 'a.txt': `${id}\n${secret}\n` })
    },
    'base..HEAD',
    ['a.txt:2 aws-access-key'],
  ],
  [
    'a merge of a branch with an old secret, from its other side: nothing of the merge itself',
    (it) => {
      onBranch(it, 'side', () => it.commit({ 'side.env': env }))
      it.commit({ 'a.txt': 'a\n' })
      merge(it, 'side')
    },
    'HEAD',
    [],
  ],
  [
    'a secret that stands in the merge alone',
    (it) => {
      onBranch(it, 'side', () => it.commit({ 'side.txt': 'x\n' }))
      it.commit({ 'a.txt': 'a\n' })
      merge(it, '--no-commit', 'side')
      it.commit({ 'side.txt': `x\n${env}` })
    },
    'HEAD',
    ['side.txt:3 aws-access-key'],
  ],
  [
    'what a branch adds, counted from where it parted',
    (it) => {
      onBranch(it, 'side', () => it.commit({ 'side.env': env }))
      it.commit({ 'main.env': dotenv('other') })
    },
    'main...side',
    ['side.env:2 aws-access-key'],
  ],
  [
    'a file that attributes hide from diffs, with awkward names',
    (it) => it.commit({ '.gitattributes': '*.env -diff binary\n', 'a "b"\n.env': env }),
    'base..HEAD',
    ['a "b"\n.env:2 aws-access-key'],
  ],
  [
    'a renamed file with an edit: nothing',
    (it) => {
      it.commit({ 'old.env': `${'# comment\n'.repeat(20)}${env}` })
      it.git('tag', '-f', 'base')
      it.git('mv', 'old.env', 'new.env')
      it.commit({ 'new.env': `${'# comment\n'.repeat(20)}${env}# more\n` })
    },
    'base..HEAD',
    [],
  ],
])('%s', async (_situation, prepare, revisions, found) => {
  const repository = createRepository()
  repository.commit({ 'readme.txt': 'x\n' })
  repository.git('tag', 'base')
  prepare(repository)
  expect(await range(repository, revisions)).toEqual({ code: found.length > 0 ? 1 : 0, found })
})

describe('range', () => {
  it('tells which commit brought a secret in, and who made it', async () => {
    const repository = createRepository()
    repository.commit({ 'readme.txt': 'x\n' })
    const commit = repository.commit({ '.env': env })
    repository.commit({ '.env': `# edit\n${env}` })
    const { out } = await keysieve(['range', 'HEAD~2..HEAD', '--format', 'jsonl'], { cwd: repository.top })
    expect(reported(out)).toMatchObject([
      { origin: { kind: 'commit', commit, author: 'Ada Tester', date: '2024-03-05T06:07:08+02:00' } },
    ])
  })

  it('reads a bare repository', async () => {
    const repository = createRepository()
    repository.commit({ '.env': env })
    const bare = temporaryFolder()
    repository.git('clone', '-q', '--bare', '.', bare)
    expect(await range({ top: bare }, 'main')).toEqual({ code: 1, found: ['.env:2 aws-access-key'] })
  })

  it('scans what a shallow clone has, and tells that there was more', async () => {
    const repository = createRepository()
    repository.commit({ 'a.txt': 'x\n' })
    repository.commit({ '.env': env })
    const clone = temporaryFolder()
    repository.git('clone', '-q', '--depth=1', `file://${repository.top}`, clone)
    const absent = repository.git('rev-parse', 'HEAD~1').trim()
    const { code, out } = await keysieve(['range', `${absent}..HEAD`], { cwd: clone })
    expect(code).toBe(1)
    expect(out).toContain('.env:2')
    expect(out).toContain('git fetch')
  })

  it.each([
    [['nowhere..HEAD'], 'there is no commit "nowhere" here'],
    [['--', '--output=x'], "can't be a revision"],
    [[''], "can't be a revision"],
    [[], 'BASE..HEAD is missing'],
    [['HEAD', 'HEAD'], 'one argument too many'],
  ])('refuses %j and scans nothing', async (args, message) => {
    const repository = createRepository()
    repository.commit({ 'a.txt': 'x\n' })
    const { code, out, err } = await keysieve(['range', ...args], { cwd: repository.top })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })
})
