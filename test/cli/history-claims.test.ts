import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, type Repository, temporaryFolder } from '../support/repository.js'
import { keysieve } from './keysieve.js'
import { dotenv, pairOf, reported } from './project.js'

const { id, secret } = pairOf('history')
const env = dotenv('history')

const found = async ({ top }: Repository): Promise<readonly string[]> =>
  reported((await keysieve(['history', '--format', 'jsonl'], { cwd: top })).out).map(
    ({ path, ruleId }) => `${path} ${ruleId}`,
  )

/** Where a chunk of a commit graph begins (gitformat-commit-graph, "Table of Contents"). */
const chunkOffset = (graph: Buffer, name: string): number => {
  const entry = graph.indexOf(name, 8, 'latin1')
  return Number(graph.readBigUInt64BE(entry + 4))
}

describe('what a history scan claims', () => {
  it.each(['text', 'json', 'jsonl', 'sarif'])(
    'hides a secret in an earlier name of a file, in %s',
    async (format) => {
      const repository = createRepository()
      repository.commit({
        [`o/x${secret.replaceAll('/', '+')}y.env`]: env.replace(secret, secret.replaceAll('/', '+')),
      })
      repository.git('mv', `o/x${secret.replaceAll('/', '+')}y.env`, 'a.env')
      repository.commit()
      const { code, out } = await keysieve(['history', '--format', format], { cwd: repository.top })
      expect(code).toBe(1)
      expect(out).toContain('a.env')
      expect(out).not.toContain(secret.replaceAll('/', '+'))
    },
  )

  it('judges a secret by the name under which it came in', async () => {
    const repository = createRepository()
    repository.commit({ 'rootkey.csv': `Access key ID,Secret access key\n${id},${secret}\n` })
    repository.git('mv', 'rootkey.csv', 'z.csv')
    repository.commit()
    const { out } = await keysieve(['history', '--format', 'jsonl'], { cwd: repository.top })
    expect(reported(out).map(({ path, severity }) => `${path} ${severity}`)).toContain('rootkey.csv critical')
  })

  it.each<[string, (it: Repository) => void, readonly (string | boolean | undefined)[]]>([
    [
      'a renamed file',
      (it) => {
        it.commit({ 'a.env': env })
        it.git('mv', 'a.env', 'b.env')
        it.commit()
      },
      ['a.env', false, 'b.env', true],
    ],
    [
      'what HEAD allows',
      (it) => {
        it.commit({ 'a.py': env })
        it.commit({ 'a.py': `# keysieve:allow-next-line aws-access-key -- old\n${env}` })
      },
      ['a.py', true],
    ],
    [
      'a message, of which HEAD says nothing',
      (it) => it.git('commit', '-q', '--allow-empty', '-m', env),
      [expect.stringMatching(/^commit /), undefined],
    ],
  ])('tells whether HEAD still holds %s', async (_what, prepare, expected) => {
    const repository = createRepository()
    prepare(repository)
    const { out } = await keysieve(['history', '--format', 'jsonl'], { cwd: repository.top })
    expect(reported(out).flatMap(({ path, facts }) => [path, facts.inHead])).toEqual(expected)
  })

  it('names every one of many copies', async () => {
    const repository = createRepository()
    repository.commit(Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`copy-${at}.env`, env])))
    expect(await found(repository)).toHaveLength(150)
  })

  it('believes commits, and not what a commit graph says of them', async () => {
    const repository = createRepository()
    repository.commit({ '.env': env })
    repository.git('rm', '-q', '.env')
    repository.commit()
    repository.git('commit-graph', 'write', '--reachable')
    const file = join(repository.top, '.git', 'objects', 'info', 'commit-graph')
    const graph = readFileSync(file)
    // Every commit's first parent becomes "none": the history ends at its newest commit.
    const offset = chunkOffset(graph, 'CDAT')
    for (const at of [0, 1]) graph.writeUInt32BE(0x70000000, offset + at * 36 + 20)
    createHash('sha1')
      .update(graph.subarray(0, -20))
      .digest()
      .copy(graph, graph.length - 20)
    rmSync(file)
    writeFileSync(file, graph)
    expect(repository.git('rev-list', '--count', 'HEAD').trim()).toBe('1')
    expect(await found(repository)).toEqual(['.env aws-access-key'])
  })

  it('tells that a shallow clone ends early', async () => {
    const repository = createRepository()
    repository.commit({ 'a.txt': 'x\n' })
    repository.commit({ 'b.txt': 'x\n' })
    const clone = temporaryFolder()
    repository.git('clone', '-q', '--depth=1', `file://${repository.top}`, clone)
    const { code, out } = await keysieve(['history'], { cwd: clone })
    expect(code).toBe(3)
    expect(out).toContain('git fetch --unshallow')
  })
})
