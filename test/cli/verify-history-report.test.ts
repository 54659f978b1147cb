import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  git,
  createRepository as newRepository,
  type Repository,
  temporaryFolder,
} from '../support/repository.js'
import { longTermKey } from '../support/sts-credentials.js'
import { serve } from '../support/sts-stage.js'
import { keysieve } from './keysieve.js'
import { credentialFile, reported, writeFiles } from './project.js'

const key = longTermKey('cli')
const text = credentialFile(key)

/** What `verify` says of what `history` reported, after something changed in between. */
const again = async (cwd: string, change: () => void = () => {}, history: readonly string[] = []) => {
  const server = await serve({ credentials: [key] })
  const folder = temporaryFolder()
  const report = join(folder, 'report.jsonl')
  await keysieve(['history', ...history, '--output', `jsonl=${report}`, '--fail-on', 'none'], { cwd })
  change()
  const { code, out, err } = await keysieve(
    ['verify', report, '--sts-endpoint', server.endpoint, '--format', 'jsonl'],
    { cwd },
  )
  expect(err).toBe('')
  const told = reported(out).map(({ path, verification: { status, reason } }) => [path, status, reason])
  return { code, told, asked: server.calls.length }
}

const short = (repository: Repository, name: string): string =>
  repository.git('rev-parse', name).trim().slice(0, 12)

it('a commit message and a tag message are read again', async () => {
  const repository = newRepository()
  repository.git('commit', '--quiet', '--allow-empty', '-m', `Rotate\n\n${text}`)
  repository.git('tag', '-a', 'v1', '-m', `Release\n\n${text}`)
  expect(await again(repository.top)).toEqual({
    code: 1,
    told: [
      [`commit ${short(repository, 'HEAD')}`, 'active', null],
      ['tag v1', 'active', null],
    ],
    asked: 1,
  })
})

it('a file that is called as a tag is', async () => {
  const repository = newRepository()
  repository.commit({ 'tag v1': text })
  repository.git('tag', '-a', 'v1', '-m', 'Release')
  expect((await again(repository.top)).told).toEqual([['tag v1', 'active', null]])
})

it('a tag that was removed since could not be looked at', async () => {
  const repository = newRepository()
  repository.commit({ 'a.txt': 'x\n' })
  repository.git('tag', '-a', 'v1', '-m', `Release\n\n${text}`)
  expect(await again(repository.top, () => repository.git('tag', '-d', 'v1'))).toEqual({
    code: 1,
    told: [['tag v1', 'not-checked', 'not-read']],
    asked: 0,
  })
})

it('what nothing leads to any more', async () => {
  const repository = newRepository()
  repository.commit({ 'a.txt': 'x\n' })
  writeFiles(repository.top, { 'lost.env': text })
  const oid = repository.git('hash-object', '-w', 'lost.env').trim()
  expect((await again(repository.top, undefined, ['--unreachable'])).told).toEqual([
    [`unreachable ${oid.slice(0, 12)}`, 'active', null],
  ])
})

it('a bare repository', async () => {
  const repository = newRepository()
  repository.commit({ '.env': text })
  repository.git('rm', '-q', '.env')
  repository.commit()
  const bare = temporaryFolder()
  git(bare, 'clone', '-q', '--bare', repository.top, '.')
  expect(await again(bare)).toEqual({ code: 1, told: [['.env', 'active', null]], asked: 1 })
})
