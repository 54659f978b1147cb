import { describe, expect, it } from 'vitest'
import { accessKeyIdOf, secretAccessKey } from '../support/credentials.js'
import { longTermKey } from '../support/sts-credentials.js'
import type { KnownCredential } from '../support/sts-judge.js'
import { serve } from '../support/sts-stage.js'
import { emptyFolder, keysieve } from './keysieve.js'
import { credentialFile, reported, writeFiles } from './project.js'

const canary = longTermKey('trap', { accessKeyId: accessKeyIdOf('595918472158', 'trap') })
const own = longTermKey('own', { accessKeyId: accessKeyIdOf('123456789012', 'own') })
const other = longTermKey('other', { accessKeyId: accessKeyIdOf('210987654321', 'other') })
const FILES = {
  'canary.env': credentialFile(canary),
  'other.env': credentialFile(other),
  'own.env': credentialFile(own),
}

const run = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const server = await serve({ credentials: [canary, own, other] })
  const cwd = emptyFolder()
  writeFiles(cwd, FILES)
  const { out, err } = await keysieve(
    ['scan', '.', '--sts-endpoint', server.endpoint, '--format', 'jsonl', ...args],
    {
      cwd,
      env,
    },
  )
  expect(err).toBe('')
  return {
    told: reported(out).map(({ path, severity, verification: { status, reason } }) =>
      [path.replace('.env', ''), severity, reason ?? status].join(' '),
    ),
    called: server.calls.map(({ accessKeyId }) => accessKeyId).sort(),
  }
}

const ids = (...keys: readonly KnownCredential[]) => keys.map(({ accessKeyId }) => accessKeyId).sort()

describe('who is called', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    [
      'nobody without --verify',
      ['--verify-canaries'],
      ['canary info not-asked', 'other high not-asked', 'own high not-asked'],
      [],
    ],
    [
      'no canary',
      ['--verify'],
      ['canary info canary', 'other critical active', 'own critical active'],
      ids(own, other),
    ],
    [
      'canaries on demand, which stay canaries',
      ['--verify', '--verify-canaries'],
      ['canary info active', 'other critical active', 'own critical active'],
      ids(canary, own, other),
    ],
    [
      'no canary of an account that is given',
      ['--verify', '--canary-accounts', '123456789012'],
      ['canary info canary', 'other critical active', 'own info canary'],
      ids(other),
    ],
    [
      'keys of the accounts given only',
      ['--verify', '--verify-accounts', '123456789012,000000000000'],
      ['canary info canary', 'other high other-account', 'own critical active'],
      ids(own),
    ],
    [
      'accounts are canaries without --verify, too',
      ['--canary-accounts', '123456789012,210987654321'],
      ['canary info not-asked', 'other info not-asked', 'own info not-asked'],
      [],
    ],
  ])('%s', async (_who, args, told, called) => {
    expect(await run(args)).toEqual({ told, called })
  })

  it('by the environment as well, never by the scanned folder', async () => {
    const { called } = await run(['--verify'], { KEYSIEVE_VERIFY_ACCOUNTS: '210987654321' })
    expect(called).toEqual(ids(other))
  })
})

describe('exit codes of --verify --only-verified', () => {
  const key = longTermKey('code')
  const dead = longTermKey('dead')
  const error = (code: string) => ({ kind: 'error', status: 400, code, message: 'no' }) as const
  it.each<
    [
      string,
      KnownCredential | null,
      readonly KnownCredential[],
      string | null,
      readonly string[],
      number,
      number,
    ]
  >([
    ['nothing found', null, [], null, [], 0, 0],
    ['a live key', key, [key], null, [], 1, 1],
    ['a live key, nothing fails', key, [key], null, ['--fail-on', 'none'], 0, 1],
    ['a dead key', dead, [key], null, [], 0, 0],
    ["another's secret", { ...key, secretAccessKey: secretAccessKey('x') }, [key], null, [], 0, 0],
    ['no clear answer', key, [key], 'ValidationError', [], 3, 0],
    ['no clear answer, nothing fails', key, [key], 'ValidationError', ['--fail-on', 'none'], 3, 0],
    ['an answer after a while', key, [key], 'Throttling', [], 1, 1],
  ])('%s', async (_situation, held, credentials, trouble, args, code, found) => {
    const server = await serve({ credentials, script: trouble === null ? [] : [error(trouble)] })
    const cwd = emptyFolder()
    writeFiles(cwd, { 'a.env': held === null ? 'x\n' : credentialFile(held) })
    const asked = ['--verify', '--only-verified', '--sts-endpoint', server.endpoint, '--format', 'jsonl']
    const ended = await keysieve(['scan', '.', ...asked, ...args], { cwd })
    expect([ended.code, reported(ended.out).length]).toEqual([code, found])
  })
})

it('a budget that is used up leaves the rest unknown', async () => {
  const server = await serve({ script: [{ kind: 'hang' }] })
  const cwd = emptyFolder()
  writeFiles(cwd, { 'a.env': credentialFile(own) })
  const args = [
    '--verify',
    '--sts-endpoint',
    server.endpoint,
    '--verify-budget',
    '300ms',
    '--format',
    'jsonl',
  ]
  const { out } = await keysieve(['scan', '.', ...args], { cwd })
  expect(reported(out).map(({ verification }) => verification)).toMatchObject([
    { status: 'unknown', reason: 'budget' },
  ])
})

it('live keys of root and administrators come first', async () => {
  const named = (seed: string, resource: string): KnownCredential =>
    longTermKey(seed, { arn: `arn:aws:iam::211166660000:${resource}` })
  const keys = { a: named('a', 'user/reader'), b: named('b', 'user/ops-admin'), c: named('c', 'root') }
  const server = await serve({ credentials: Object.values(keys) })
  const cwd = emptyFolder()
  writeFiles(
    cwd,
    Object.fromEntries(Object.entries(keys).map(([name, key]) => [`${name}.env`, credentialFile(key)])),
  )
  const args = ['--verify', '--sts-endpoint', server.endpoint, '--format', 'jsonl']
  const { out } = await keysieve(['scan', '.', ...args], { cwd })
  expect(
    reported(out).map(({ path, facts, verification }) => [path, facts.privileged, verification.detail]),
  ).toEqual([
    ['c.env', 'root', 'It is the root user: it can do everything in the account.'],
    ['b.env', 'admin-like', 'By its name an administrator.'],
    ['a.env', undefined, null],
  ])
})

it.each([
  [['--verify-accounts', '12345'], '--verify-accounts: "12345" is not an AWS account of 12 digits'],
  [
    ['--partitions', 'aws-chn'],
    '--partitions: "aws-chn" is not one of aws, aws-us-gov, aws-eusc, aws-cn (did you mean aws-cn?)',
  ],
  [
    ['--partitions', 'aws', '--sts-endpoint', 'http://localhost:1'],
    '--partitions and --sts-endpoint exclude each other',
  ],
])('%j is told before scanning', async (args, message) => {
  const { code, err } = await keysieve(['scan', '.', '--verify', ...args], { cwd: emptyFolder() })
  expect(code).toBe(2)
  expect(err).toContain(message)
})
