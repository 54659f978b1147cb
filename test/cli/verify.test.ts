import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { longTermKey, temporaryKey } from '../support/sts-credentials.js'
import type { KnownCredential } from '../support/sts-judge.js'
import type { Behaviour, StsServer, StsServerOptions } from '../support/sts-server.js'
import { serve } from '../support/sts-stage.js'
import { emptyFolder, keysieve } from './keysieve.js'
import { credentialFile, reported, writeFiles } from './project.js'

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
    const ended = await scanAgainst(await serve(options), credentialFile(credential))
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
  expect((await scanAgainst(server, credentialFile(key), ['--fail-on', 'critical'])).code).toBe(3)
})

it('--only-verified reports what AWS confirmed', async () => {
  const server = await serve({ credentials: [key] })
  const dead = `${accessKeyId('dead')} ${secretAccessKey('dead')}\n`
  const { findings } = await scanAgainst(server, `${credentialFile(key)}${'\n'.repeat(20)}${dead}`, [
    '--only-verified',
  ])
  expect(findings.map(({ facts }) => facts.accessKeyId)).toEqual([key.accessKeyId])
})

it('one credential in many files is asked about once', async () => {
  const server = await serve({ credentials: [key] })
  const cwd = emptyFolder()
  writeFiles(cwd, Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.env`, credentialFile(key)])))
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
  writeFiles(cwd, { 'a.env': credentialFile(key) })
  await keysieve(['scan', '.', '--sts-endpoint', server.endpoint], { cwd })
  expect(server.calls).toEqual([])
})

it.each([
  [
    'http://sts.example.com',
    'the endpoint must use https; http is for this machine only (localhost, 127.0.0.1, [::1]).',
  ],
  ['https://user:password@sts.example.com', 'the endpoint must not hold a user name or password.'],
  ['sts', 'the endpoint must be a URL like https://sts.eu-west-1.amazonaws.com.'],
])('an endpoint that is refused is told before scanning: %s', async (endpoint, problem) => {
  expect(
    await keysieve(['scan', '.', '--verify', '--sts-endpoint', endpoint], { cwd: emptyFolder() }),
  ).toEqual({
    code: 2,
    out: '',
    err: `keysieve: --sts-endpoint: ${problem}\n  Nothing was scanned. (exit 2)\n`,
  })
})
