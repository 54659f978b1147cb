import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { type IamServerOptions, serveIam, writesOf } from '../support/iam-server.js'
import { admin, daysAgo, keyOf, LEAKED_ID, LEAKED_SECRET, leakedAccount } from '../support/iam-stage.js'
import { createRepository } from '../support/repository.js'
import type { Behaviour } from '../support/sts-server.js'
import { error } from '../support/sts-stage.js'
import { emptyFolder } from './keysieve.js'
import { aws } from './operator.js'
import { writeFiles } from './project.js'

const newKey = { accessKeyId: accessKeyId('new'), secretAccessKey: secretAccessKey('new') }
const replacement = keyOf(newKey.accessKeyId, { createdAt: daysAgo(2.5), lastUsed: null })

const serve = (account = leakedAccount(), options: IamServerOptions = {}) =>
  serveIam({ callers: [admin], account: { ...account, newKey }, ...options })

const dotenv = `AWS_ACCESS_KEY_ID=${LEAKED_ID}\nAWS_SECRET_ACCESS_KEY=${LEAKED_SECRET}\n`

describe('aws rotate, from one key to the next', () => {
  it('makes the new key, writes it where only its owner reads, and tells where the old one stands', async () => {
    const server = await serve()
    const cwd = emptyFolder()
    writeFiles(cwd, { 'deploy/prod.env': `# keys\n${dotenv}`, 'notes.md': `see ${LEAKED_ID}\n` })
    const { code, out, err } = await aws(server, ['rotate', LEAKED_ID, '--yes', '--write-to', 'new-key'], {
      cwd,
    })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('\nStep       create\n')
    expect(out).toContain(
      `\nDone       New key ${newKey.accessKeyId}. It is in new-key, which only you can read.\n`,
    )
    expect(out).toMatch(
      /\nReplace {4}The old key stands in:\n {11}deploy\/prod\.env:2\n {11}deploy\/prod\.env:3\n {11}notes\.md:1\n/,
    )
    expect(out).toContain(`keysieve aws rotate ${LEAKED_ID} --step deactivate`)
    expect(out).not.toContain(newKey.secretAccessKey)
    expect(readFileSync(join(cwd, 'new-key'), 'utf8')).toBe(
      `[ci-deploy]\naws_access_key_id = ${newKey.accessKeyId}\naws_secret_access_key = ${newKey.secretAccessKey}\n`,
    )
    expect(statSync(join(cwd, 'new-key')).mode & 0o777).toBe(0o600)
    expect(writesOf(server)).toEqual(['CreateAccessKey'])
  })

  it('then deactivates the old one', async () => {
    const server = await serve(leakedAccount({}, [replacement]))
    const { code, out } = await aws(server, ['rotate', LEAKED_ID, '--yes'])
    expect(code).toBe(0)
    expect(out).toContain(
      `Step       deactivate; the newer key of ci-deploy is ${newKey.accessKeyId}, made 20`,
    )
    expect(out).not.toContain('Mind ')
    expect(out).toContain(`keysieve aws last-used ${LEAKED_ID}   its last use must not move`)
    expect(out).toContain(
      `Undo       aws iam update-access-key --user-name ci-deploy --access-key-id ${LEAKED_ID} --status Active`,
    )
    expect(writesOf(server)).toEqual(['UpdateAccessKey'])
  })

  it('then deletes it', async () => {
    const server = await serve(leakedAccount({ status: 'Inactive' }, [replacement]))
    const { code, out } = await aws(server, ['rotate', LEAKED_ID, '--yes'])
    expect(code).toBe(0)
    expect(out).toContain(`Done       ${LEAKED_ID} is deleted.`)
    expect(server.users()['ci-deploy']?.map((key) => key.accessKeyId)).toEqual([newKey.accessKeyId])
    expect(writesOf(server)).toEqual(['DeleteAccessKey'])
  })

  it('makes a new key first where the only one was switched off at once after a leak', async () => {
    const server = await serve(leakedAccount({ status: 'Inactive' }))
    const cwd = emptyFolder()
    const { code } = await aws(server, ['rotate', LEAKED_ID, '--yes', '--write-to', 'new-key'], { cwd })
    expect(code).toBe(0)
    expect(writesOf(server)).toEqual(['CreateAccessKey'])
    expect(existsSync(join(cwd, 'new-key'))).toBe(true)
  })

  it.each([
    ['create', leakedAccount(), 'make a new key for ci-deploy (iam:CreateAccessKey)'],
    ['deactivate', leakedAccount({}, [replacement]), 'set the old key inactive (iam:UpdateAccessKey)'],
    [
      'delete',
      leakedAccount({ status: 'Inactive' }, [replacement]),
      'delete the old key (iam:DeleteAccessKey)',
    ],
  ])('writes nothing with --dry-run, and says what it would: %s', async (_step, account, would) => {
    const server = await serve(account)
    const cwd = emptyFolder()
    const { code, out } = await aws(server, ['rotate', LEAKED_ID, '--dry-run', '--write-to', 'new-key'], {
      cwd,
    })
    expect(code).toBe(0)
    expect(out).toContain(`Dry run    Would ${would}`)
    expect(writesOf(server)).toEqual([])
    expect(existsSync(join(cwd, 'new-key'))).toBe(false)
  })
})

describe('aws rotate speaks up', () => {
  it.each<[string, ReturnType<typeof leakedAccount>, string, RegExp]>([
    [
      'where the old key is still used',
      leakedAccount({ lastUsed: [daysAgo(1.5), 'sqs', 'eu-west-1'] }, [replacement]),
      'deactivate',
      /Mind {7}Still used after the new key was made: .*sqs in eu-west-1/,
    ],
    ['where nothing replaces it', leakedAccount(), 'deactivate', /Mind {7}Its user has no newer key/],
    [
      'where it was used a moment ago',
      leakedAccount({ status: 'Inactive', lastUsed: [daysAgo(0.1), 's3', 'us-east-1'] }),
      'delete',
      /Mind {7}Used within the last day/,
    ],
  ])('%s', async (_situation, account, step, words) => {
    const { code, out } = await aws(await serve(account), ['rotate', LEAKED_ID, '--dry-run', '--step', step])
    expect(code).toBe(0)
    expect(out).toMatch(words)
  })
})

describe('aws rotate refuses, and changes nothing:', () => {
  const elder = keyOf(accessKeyId('elder'), { createdAt: daysAgo(900) })

  it.each<[string, ReturnType<typeof leakedAccount>, string, RegExp]>([
    [
      'a third key',
      leakedAccount({}, [elder]),
      'next',
      /two keys, which is all that AWS allows: AKIA\w+ and AKIA\w+\./,
    ],
    [
      'a second replacement',
      leakedAccount({}, [replacement]),
      'create',
      /already has a newer key, AKIA\w+\./,
    ],
    [
      'deleting an active key',
      leakedAccount({}, [replacement]),
      'delete',
      /still active; deleting can't be undone/,
    ],
  ])('%s', async (_what, account, step, message) => {
    const server = await serve(account)
    const ended = await aws(server, ['rotate', LEAKED_ID, '--yes', '--step', step, '--write-to', 'new-key'])
    expect(ended.err).toMatch(message)
    expect(ended.code).toBe(2)
    expect(writesOf(server)).toEqual([])
  })

  it('a new key without a place for its secret', async () => {
    const server = await serve()
    const ended = await aws(server, ['rotate', LEAKED_ID, '--yes'])
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('--write-to FILE') })
    expect(writesOf(server)).toEqual([])
  })

  it.each([
    ['that is there', 'there', /is there already/],
    ['behind a link', 'link', /is there already/],
    ['in a folder that is not', 'no/key', /no such directory/],
    ['that git would commit', 'key', /git repository that does not ignore it/],
    ['that git would commit, in a folder', 'src/key', /git repository that does not ignore it/],
  ])('a file %s', async (_what, file, message) => {
    const server = await serve()
    const { top: cwd } = createRepository()
    writeFiles(cwd, { there: 'x', 'src/a': '', '.gitignore': '*.key\nlink\nthere\n' })
    symlinkSync(join(cwd, 'nowhere'), join(cwd, 'link'))
    const ended = await aws(server, ['rotate', LEAKED_ID, '--yes', '--write-to', file], { cwd })
    expect(ended.err).toMatch(message)
    expect(ended.code).toBe(2)
    expect(writesOf(server)).toEqual([])
    expect(existsSync(join(cwd, 'nowhere'))).toBe(false)
  })

  it('nothing where git ignores the file', async () => {
    const { top: cwd } = createRepository()
    writeFiles(cwd, { '.gitignore': '*.key\n' })
    const ended = await aws(await serve(), ['rotate', LEAKED_ID, '--yes', '--write-to', 'new.key'], { cwd })
    expect(ended.code).toBe(0)
  })

  it("the root user's key", async () => {
    const server = await serve()
    const root = { ...admin, arn: `arn:aws:iam::${admin.account}:root` }
    const ofRoot = await serveIam({ callers: [root], account: { users: { '': [keyOf(LEAKED_ID)] } } })
    const ended = await aws(ofRoot, ['rotate', LEAKED_ID, '--yes'])
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('root keys should not exist') })
    expect(writesOf(server)).toEqual([])
  })
})

it.each<[string, Behaviour, RegExp]>([
  ['limited', error('LimitExceeded', 409), /ci-deploy has two access keys already.*\n {2}No key was made/],
  ['lost', { kind: 'close-mid-answer' }, /A key may have been made whose secret nobody has/],
])('a new key whose making was %s leaves no file behind', async (_how, behaviour, message) => {
  const server = await serve(leakedAccount(), { script: { CreateAccessKey: [behaviour] } })
  const cwd = emptyFolder()
  const ended = await aws(server, ['rotate', LEAKED_ID, '--yes', '--write-to', 'new-key'], { cwd })
  expect(ended).toMatchObject({ code: 3, err: expect.stringMatching(message) })
  expect(writesOf(server)).toEqual(['CreateAccessKey'])
  expect(existsSync(join(cwd, 'new-key'))).toBe(false)
})
