import { describe, expect, it } from 'vitest'
import { createRepository, type Repository } from '../support/repository.js'
import { keysieve } from './keysieve.js'
import { dotenv, pairOf, reported } from './project.js'

/** `path:line rule` of what `keysieve staged` reports, and its exit code. */
const staged = async ({ top }: Repository, args: readonly string[] = []) => {
  const { code, out, err } = await keysieve(['staged', '--format', 'jsonl', ...args], { cwd: top })
  expect(err).toBe('')
  return { code, found: reported(out).map(({ path, startLine, ruleId }) => `${path}:${startLine} ${ruleId}`) }
}

const [{ id, secret }, other] = [pairOf('staged'), pairOf('other')]
const env = dotenv('staged')

it.each<[string, (repository: Repository) => void, readonly string[]]>([
  [
    'a new file in a repository without commits',
    (it) => it.stage({ '.env': env }),
    ['.env:2 aws-access-key'],
  ],
  [
    'a secret under an id that was there before',
    (it) => {
      it.commit({ '.env': `AWS_ACCESS_KEY_ID=${id}\n` })
      it.stage({ '.env': env })
    },
    ['.env:2 aws-access-key'],
  ],
  [
    'an id beside a secret that was there before',
    (it) => {
      it.commit({ '.env': `AWS_SECRET_ACCESS_KEY=${secret}\n` })
      it.stage({ '.env': env })
    },
    ['.env:2 aws-access-key'],
  ],
  [
    'a rotated secret',
    (it) => {
      it.commit({ '.env': env })
      it.stage({ '.env': env.replace(secret, other.secret) })
    },
    ['.env:2 aws-access-key'],
  ],
  [
    'an edit elsewhere in a file with an old secret: nothing',
    (it) => {
      it.commit({ '.env': `A=1\n${env}` })
      it.stage({ '.env': `A=2\n${env}B=3\n` })
    },
    [],
  ],
  ...(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const).map(
    (name): [string, (repository: Repository) => void, readonly string[]] => [
      `a deletion of ${name}, which leaves the other half: nothing`,
      (it) => {
        it.commit({ '.env': `A=1\n${env}B=1\n` })
        it.stage({ '.env': `A=1\n${env}B=1\n`.replace(new RegExp(`${name}.*\n`), '') })
      },
      [],
    ],
  ),
  [
    'a deletion of one of two copies: nothing',
    (it) => {
      it.commit({ '.env': `${env.replaceAll('AWS_', 'OLD_')}X=1\n${env}` })
      it.stage({ '.env': `X=1\n${env}` })
    },
    [],
  ],
  [
    'an allow comment that was taken away',
    (it) => {
      const line = `K = ("${id}", "${secret}")`
      it.commit({ 'a.py': `# keysieve:allow-next-line aws-access-key -- a test\n${line}\n` })
      it.stage({ 'a.py': `${line}\n` })
    },
    ['a.py:1 aws-access-key'],
  ],
  [
    'a placeholder that became a key by the line above it',
    (it) => {
      it.commit({ 'a.txt': `# checksum\n${secret}\n` })
      it.stage({ 'a.txt': `${id}\n${secret}\n` })
    },
    ['a.txt:2 aws-access-key'],
  ],
  [
    'a renamed file with an old secret: nothing',
    (it) => {
      it.commit({ 'old.env': `${'# comment\n'.repeat(20)}${env}` })
      it.git('mv', 'old.env', 'new.env')
      it.stage({ 'new.env': `${'# comment\n'.repeat(20)}${env}# more\n` })
    },
    [],
  ],
  [
    'a renamed file with a new secret',
    (it) => {
      it.commit({ 'old.env': '# comment\n'.repeat(20) })
      it.git('mv', 'old.env', 'new.env')
      it.stage({ 'new.env': `${'# comment\n'.repeat(20)}${env}` })
    },
    ['new.env:22 aws-access-key'],
  ],
  [
    'a deletion: nothing',
    (it) => {
      it.commit({ '.env': env })
      it.git('rm', '-q', '.env')
    },
    [],
  ],
  [
    'half of the changes staged: what the index holds, not the work tree',
    (it) => {
      it.commit({ 'a.env': 'A=1\n', 'b.env': 'B=1\n' })
      it.stage({ 'a.env': env })
      it.write('a.env', 'A=2\n')
      it.write('b.env', env)
    },
    ['a.env:2 aws-access-key'],
  ],
  [
    'an intent to add: nothing yet',
    (it) => {
      it.write('.env', env)
      it.git('add', '--intent-to-add', '.env')
    },
    [],
  ],
  [
    'names with spaces, line breaks, quotes and other alphabets',
    (it) => it.stage({ 'a b/c "d".env': env, 'ключ\n.env': env, '-n': env }),
    ['-n:2 aws-access-key', 'a b/c "d".env:2 aws-access-key', 'ключ\n.env:2 aws-access-key'],
  ],
  [
    'a file that attributes hide from diffs',
    (it) => it.stage({ '.gitattributes': '*.env -diff binary\n', 'x.env': env }),
    ['x.env:2 aws-access-key'],
  ],
  [
    'a merge in the making that brings an old secret of the other branch: nothing',
    (it) => {
      it.commit({ 'a.txt': 'x\n' })
      it.git('checkout', '-q', '-b', 'side')
      it.commit({ '.env': env })
      it.git('checkout', '-q', 'main')
      it.commit({ 'b.txt': 'x\n' })
      it.git('merge', '-q', '--no-ff', '--no-commit', 'side')
    },
    [],
  ],
  [
    'a secret that is put into a merge by hand',
    (it) => {
      it.commit({ 'a.txt': 'x\n' })
      it.git('checkout', '-q', '-b', 'side')
      it.commit({ 'b.env': 'B=1\n' })
      it.git('checkout', '-q', 'main')
      it.commit({ 'c.txt': 'x\n' })
      it.git('merge', '-q', '--no-ff', '--no-commit', 'side')
      it.stage({ 'b.env': `B=1\n${env}` })
    },
    ['b.env:3 aws-access-key'],
  ],
  [
    'a file in UTF-16',
    (it) => it.stage({ 'w.env': Buffer.from(`\ufeff${env}`, 'utf16le') }),
    ['w.env:2 aws-access-key'],
  ],
])('%s', async (_situation, prepare, found) => {
  const repository = createRepository()
  prepare(repository)
  expect(await staged(repository)).toEqual({ code: found.length > 0 ? 1 : 0, found })
})

describe('staged', () => {
  it('reports all of a staged file with --whole-file', async () => {
    const repository = createRepository()
    repository.commit({ '.env': env })
    repository.stage({ '.env': `${env}# edit\n` })
    expect(await staged(repository, ['--whole-file'])).toEqual({ code: 1, found: ['.env:2 aws-access-key'] })
  })

  it('gives a finding the fingerprint that scan gives it', async () => {
    const repository = createRepository()
    repository.stage({ '.env': env })
    const fingerprints = async (command: string) =>
      reported((await keysieve([command, '--format', 'jsonl'], { cwd: repository.top })).out).map(
        (one) => one.fingerprint,
      )
    expect(await fingerprints('staged')).toEqual(await fingerprints('scan'))
  })

  it('reads the same from a directory below the top', async () => {
    const repository = createRepository()
    repository.stage({ '.env': env, 'below/x.txt': 'x\n' })
    const { code, out } = await keysieve(['staged', '--format', 'jsonl'], { cwd: `${repository.top}/below` })
    expect({ code, paths: reported(out).map(({ path }) => path) }).toEqual({ code: 1, paths: ['.env'] })
  })
})
