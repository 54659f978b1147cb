import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { longTermKey, temporaryKey } from '../support/sts-credentials.js'
import type { KnownCredential } from '../support/sts-judge.js'
import {
  type Behaviour,
  type StsServer,
  type StsServerOptions,
  startStsServer,
} from '../support/sts-server.js'
import { emptyFolder, keysieve } from './keysieve.js'
import { reported, writeFiles } from './project.js'

const serve = async (options: StsServerOptions): Promise<StsServer> => {
  const server = await startStsServer(options)
  onTestFinished(() => server.close())
  return server
}

const fileOf = ({ accessKeyId: id, secretAccessKey: secret, sessionToken: token }: KnownCredential): string =>
  `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n${token === null ? '' : `AWS_SESSION_TOKEN=${token}\n`}`

const scanAgainst = async (server: StsServer, content: string, args: readonly string[] = []) => {
  const cwd = emptyFolder()
  writeFiles(cwd, { 'prod.env': content })
  const ended = await keysieve(
    ['scan', '.', '--verify', '--sts-endpoint', server.endpoint, '--format', 'jsonl', ...args],
    { cwd },
  )
  return { ...ended, cwd, findings: reported(ended.out) }
}

const error = (status: number, code: string, message = 'no'): Behaviour => ({
  kind: 'error',
  status,
  code,
  message,
})
const key = longTermKey('cli')

describe('scan --verify says of a key that it', () => {
  it.each<[string, KnownCredential, Partial<StsServerOptions>, string, string, number]>([
    ['is active', key, { credentials: [key] }, 'active', 'critical', 1],
    [
      "is the root user's",
      longTermKey('cli', { arn: 'arn:aws:iam::211166660000:root', userId: '211166660000' }),
      {
        credentials: [longTermKey('cli', { arn: 'arn:aws:iam::211166660000:root', userId: '211166660000' })],
      },
      'active',
      'critical',
      1,
    ],
    [
      'is active for a session',
      temporaryKey('cli'),
      { credentials: [temporaryKey('cli')] },
      'active',
      'critical',
      1,
    ],
    ['is valid but denied', key, { script: [error(403, 'AccessDenied')] }, 'denied-but-valid', 'critical', 1],
    ['is inactive or deleted', key, {}, 'inactive-or-deleted', 'low', 0],
    ['has expired', temporaryKey('cli'), { script: [error(403, 'ExpiredToken')] }, 'expired', 'low', 0],
    [
      'has another secret',
      key,
      { credentials: [longTermKey('cli', { secretAccessKey: secretAccessKey('another') })] },
      'wrong-secret',
      'high',
      1,
    ],
    [
      'could not be asked about',
      key,
      { script: Array(9).fill({ kind: 'close-mid-answer' }) },
      'unreachable',
      'high',
      1,
    ],
    [
      'got no clear answer',
      key,
      { script: Array(9).fill(error(400, 'ValidationError')) },
      'unknown',
      'high',
      1,
    ],
  ])('%s', async (_says, credential, options, status, severity, code) => {
    const ended = await scanAgainst(await serve(options), fileOf(credential))
    expect(ended.err).toBe('')
    expect(ended.findings.map((one) => [one.verification.status, one.severity])).toEqual([[status, severity]])
    expect(ended.code).toBe(code)
  })

  it('was not checked, for a temporary key without its token', async () => {
    const server = await serve({})
    const { accessKeyId: id, secretAccessKey: secret } = temporaryKey('cli')
    const { findings } = await scanAgainst(server, `${id} ${secret}\n`)
    expect(findings.map((one) => one.verification)).toMatchObject([
      { status: 'not-checked', reason: 'no-token' },
    ])
    expect(server.calls).toEqual([])
  })
})

it('an answer that never came makes a run that found nothing severe incomplete', async () => {
  const server = await serve({ script: Array(9).fill(error(400, 'ValidationError')) })
  expect((await scanAgainst(server, fileOf(key), ['--fail-on', 'critical'])).code).toBe(3)
})

it('--only-verified reports what AWS confirmed', async () => {
  const server = await serve({ credentials: [key] })
  const dead = `${accessKeyId('dead')} ${secretAccessKey('dead')}\n`
  const { findings } = await scanAgainst(server, `${fileOf(key)}${'\n'.repeat(20)}${dead}`, [
    '--only-verified',
  ])
  expect(findings.map(({ facts }) => facts.accessKeyId)).toEqual([key.accessKeyId])
})

it('one credential in many files is asked about once', async () => {
  const server = await serve({ credentials: [key] })
  const cwd = emptyFolder()
  writeFiles(cwd, Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.env`, fileOf(key)])))
  const { out } = await keysieve(
    ['scan', '.', '--verify', '--sts-endpoint', server.endpoint, '--format', 'jsonl'],
    { cwd },
  )
  expect(reported(out).map(({ verification: { status } }) => status)).toEqual(['active', 'active', 'active'])
  expect(server.calls.map(({ signature }) => signature)).toEqual(['right'])
})

it('nothing is asked without --verify', async () => {
  const server = await serve({ credentials: [key] })
  const cwd = emptyFolder()
  writeFiles(cwd, { 'a.env': fileOf(key) })
  await keysieve(['scan', '.', '--sts-endpoint', server.endpoint], { cwd })
  expect(server.calls).toEqual([])
})

describe('verify REPORT', () => {
  it.each(['json', 'jsonl'])('finds the credentials of a %s report again and asks', async (format) => {
    const server = await serve({ credentials: [key] })
    const cwd = emptyFolder()
    writeFiles(cwd, { 'a.env': fileOf(key), 'b.env': fileOf(longTermKey('gone')) })
    await keysieve(['scan', '.', '--output', `${format}=report`], { cwd })
    writeFiles(cwd, { 'b.env': 'nothing here any more\n' })
    const { code, out } = await keysieve(
      ['verify', 'report', '--sts-endpoint', server.endpoint, '--format', 'jsonl'],
      { cwd },
    )
    expect(code).toBe(1)
    expect(reported(out).map(({ path, verification: { status, reason } }) => [path, status, reason])).toEqual(
      [
        ['a.env', 'active', null],
        ['b.env', 'not-checked', 'not-found'],
      ],
    )
    expect(readFileSync(join(cwd, 'report'), 'utf8')).not.toContain(key.secretAccessKey)
  })
})

it.each([
  [
    'http://sts.example.com',
    'The endpoint must use https; http is for this machine only (localhost, 127.0.0.1, [::1]).',
  ],
  ['https://user:password@sts.example.com', 'The endpoint must not hold a user name or password.'],
  ['sts', 'The endpoint must be a URL like https://sts.eu-west-1.amazonaws.com.'],
])('an endpoint that is refused is told before scanning: %s', async (endpoint, problem) => {
  expect(
    await keysieve(['scan', '.', '--verify', '--sts-endpoint', endpoint], { cwd: emptyFolder() }),
  ).toEqual({
    code: 2,
    out: '',
    err: `keysieve: --sts-endpoint: ${problem}\n  Nothing was scanned. (exit 2)\n`,
  })
})
