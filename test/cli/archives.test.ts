import { describe, expect, it } from 'vitest'
import { tgzOf, zipOf } from '../support/archives.js'
import { createRepository, type Repository } from '../support/repository.js'
import { longTermKey } from '../support/sts-credentials.js'
import { serve } from '../support/sts-stage.js'
import { emptyFolder, keysieve } from './keysieve.js'
import { credentialFile, dotenv, pairOf, reported, writeFiles } from './project.js'

const member = (seed: string, name = `${seed}.env`) => ({ name, content: dotenv(seed) })
const jar = (...seeds: readonly string[]): Buffer =>
  zipOf([{ name: 'META-INF/MANIFEST.MF', content: 'Made-By: test\n' }, ...seeds.map((seed) => member(seed))])

/** `path > member:line` of every finding. */
const found = (jsonl: string): readonly string[] =>
  reported(jsonl).map(
    ({ path, container, startLine }) => `${[path, ...(container ?? [])].join(' > ')}:${startLine}`,
  )

const run = async (args: readonly string[], cwd: string, input?: Uint8Array) => {
  const { code, out, err } = await keysieve([...args, '--format', 'jsonl'], { cwd, ...(input && { input }) })
  expect(err).toBe('')
  return { code, found: found(out) }
}

describe('scan', () => {
  it('looks into the archives of a tree', async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, { 'lib/app.jar': jar('a'), 'old.tgz': tgzOf([member('b')]), 'logo.bin': '\0\0' })
    expect(await run(['scan'], cwd)).toEqual({
      code: 1,
      found: ['lib/app.jar > a.env:2', 'old.tgz > b.env:2'],
    })
  })

  it('names the member and its line to people', async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, { 'lib/app.jar': jar('a') })
    const { out } = await keysieve(['scan'], { cwd })
    expect(out).toContain('\n  lib/app.jar > a.env:2:23\n')
    expect(out).toMatch(/^1 finding \(1 high\) in 1 file,/m)
  })

  it('looks into standard input', async () => {
    expect(await run(['scan', '-'], emptyFolder(), jar('a'))).toEqual({ code: 1, found: ['stdin > a.env:2'] })
  })

  it('looks into none where that is asked', async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, { 'lib/app.jar': jar('a') })
    expect(await run(['scan', '--no-archives'], cwd)).toEqual({ code: 0, found: [] })
  })

  it('names a member that can not be read, and exits with 3', async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, { 'a.zip': zipOf([{ ...member('a'), says: { flags: 1 } }]) })
    const { code, out } = await keysieve(['scan'], { cwd })
    expect(code).toBe(3)
    expect(out).toContain('1 file could not be read (encrypted): a.zip > a.env.')
    const { unread } = JSON.parse((await keysieve(['scan', '--format', 'json'], { cwd })).out)
    expect(unread).toEqual([{ path: 'a.zip', container: ['a.env'], reason: 'encrypted-member' }])
  })

  it('finds the same in other threads', async () => {
    const cwd = emptyFolder()
    const files = Array.from({ length: 900 }, (_, n) => [`${n}.jar`, jar(`thread ${n}`)] as const)
    writeFiles(cwd, Object.fromEntries(files))
    const one = await run(['scan', '--jobs', '1'], cwd)
    expect(one.found).toHaveLength(900)
    expect(await run(['scan', '--jobs', '3'], cwd)).toEqual(one)
  })
})

describe('staged', () => {
  it.each<[string, (repository: Repository) => void, readonly string[]]>([
    ['a new archive', (it) => it.stage({ 'a.jar': jar('a') }), ['a.jar > a.env:2']],
    [
      'an archive with another secret than before',
      (it) => {
        it.commit({ 'a.jar': jar('a') })
        it.stage({ 'a.jar': jar('a', 'b') })
      },
      ['a.jar > b.env:2'],
    ],
    [
      'an archive with what it held before, under other names',
      (it) => {
        it.commit({ 'a.jar': jar('a') })
        it.stage({ 'a.jar': zipOf([member('a', 'moved/.env')]) })
      },
      [],
    ],
    [
      'an archive that was moved',
      (it) => {
        it.commit({ 'a.jar': jar('a') })
        it.git('mv', 'a.jar', 'b.jar')
      },
      [],
    ],
    [
      'an archive in the place of another file',
      (it) => {
        it.commit({ 'a.jar': 'none yet\n' })
        it.stage({ 'a.jar': jar('a') })
      },
      ['a.jar > a.env:2'],
    ],
  ])('%s', async (_change, make, expected) => {
    const repository = createRepository()
    make(repository)
    expect(await run(['staged'], repository.top)).toEqual({
      code: expected.length > 0 ? 1 : 0,
      found: expected,
    })
  })

  it('is refused by the hook, which names the member', async () => {
    const repository = createRepository()
    repository.stage({ 'a.jar': jar('a') })
    const { code, out, err } = await keysieve(['staged'], { cwd: repository.top })
    expect(code).toBe(1)
    expect(err).toBe('')
    expect(out).toContain('a.jar > a.env:2:23')
    expect(out).toContain('keysieve:allow-next-line aws-access-key -- why')
  })

  it('shows what the archive held before where all of it is asked for', async () => {
    const repository = createRepository()
    repository.commit({ 'a.jar': jar('a') })
    repository.stage({ 'a.jar': jar('a', 'b') })
    const { found } = await run(['staged', '--whole-file'], repository.top)
    expect(found).toEqual(['a.jar > a.env:2', 'a.jar > b.env:2'])
  })
})

describe('commits', () => {
  const repository = (): Repository => {
    const made = createRepository()
    made.commit({ 'a.jar': jar('a') })
    made.commit({ 'a.jar': jar('a', 'b') })
    made.commit({ 'a.jar': jar('a'), 'other.txt': 'x\n' })
    return made
  }

  it('range tells what each one brought', async () => {
    const { top } = repository()
    expect(await run(['range', 'HEAD~2..HEAD'], top)).toEqual({ code: 1, found: ['a.jar > b.env:2'] })
  })

  it('history tells each secret once, with who brought it in and whether it is still there', async () => {
    const { top } = repository()
    const { out } = await keysieve(['history', '--format', 'jsonl'], { cwd: top })
    expect([...found(out)].sort()).toEqual(['a.jar > a.env:2', 'a.jar > b.env:2'])
    const there = reported(out).map(({ container, facts, origin }) => [
      container,
      facts.inHead,
      origin.author,
    ])
    expect(there.sort()).toEqual([
      [['a.env'], true, 'Ada Tester'],
      [['b.env'], false, 'Ada Tester'],
    ])
  })
})

describe('verify REPORT', () => {
  const key = longTermKey('archive')
  const zip = (name: string) => zipOf([{ name, content: credentialFile(key) }])

  it.each<[string, Uint8Array, readonly unknown[]]>([
    ['a member that is as it was', zip('a.env'), [['a.env'], 'active', null]],
    ['a member of another name', zip('b.env'), [['b.env'], 'active', null]],
    ['a member that is gone', jar('other'), [['a.env'], 'not-checked', 'not-found']],
    [
      'a member that can not be read any more',
      zipOf([{ name: 'a.env', content: credentialFile(key), says: { flags: 1 } }]),
      [['a.env'], 'not-checked', 'not-read'],
    ],
  ])('%s', async (_what, now, expected) => {
    const server = await serve({ credentials: [key] })
    const cwd = emptyFolder()
    writeFiles(cwd, { 'a.zip': zip('a.env') })
    await keysieve(['scan', '.', '--output', 'json=report'], { cwd })
    writeFiles(cwd, { 'a.zip': now })
    const { code, out } = await keysieve(
      ['verify', 'report', '--sts-endpoint', server.endpoint, '--format', 'jsonl', '--fail-on', 'none'],
      { cwd },
    )
    expect(
      reported(out).map(({ container, verification: { status, reason } }) => [container, status, reason]),
    ).toEqual([expected])
    expect(code).toBe(expected[2] === 'not-read' ? 3 : 0)
  })
})

it('no report of an archive holds a secret of it', async () => {
  const cwd = emptyFolder()
  const { secret } = pairOf('a')
  writeFiles(cwd, { 'a.jar': jar('a'), 'b.tgz': tgzOf([{ name: 'n.zip', content: jar('a') }]) })
  for (const format of ['text', 'json', 'jsonl', 'sarif']) {
    const { out } = await keysieve(['scan', '--format', format, '--verbose'], { cwd })
    expect(out).toContain('n.zip')
    expect(out).not.toContain(secret)
  }
})
