import { describe, expect, it } from 'vitest'
import { secretAccessKey } from '../support/credentials.js'
import { createRepository } from '../support/repository.js'
import { longTermKey, temporaryKey } from '../support/sts-credentials.js'
import { serve } from '../support/sts-stage.js'
import { emptyFolder, keysieve } from './keysieve.js'
import { reported, writeFiles } from './project.js'

const key = longTermKey('split')
const ID = `UPLOAD_KEY_ID=${key.accessKeyId}\n`
const SECRET = `UPLOAD_AWS_SECRET_ACCESS_KEY=${key.secretAccessKey}\n`
/** No twin of theirs is near, nor do their names say anything. */
const FILES = { 'config/id.env': ID, 'deploy/app/values.txt': SECRET }

const JSONL = ['--format', 'jsonl', '--fail-on', 'none']

describe('halves in different files name each other', () => {
  const partnersIn = (out: string) => {
    const [id, secret, ...rest] = reported(out)
    expect(rest).toEqual([])
    expect([id?.ruleId, secret?.ruleId]).toEqual(['aws-access-key-id', 'aws-secret-access-key'])
    expect([id?.partners, secret?.partners]).toEqual([[secret?.fingerprint], [id?.fingerprint]])
    expect(secret?.confidence).toBe('high')
    return [id?.fingerprint, secret?.fingerprint]
  }

  it('alike in a tree, an index, a range and a history, and keep fingerprint and rule', async () => {
    const repository = createRepository()
    const cwd = repository.top
    repository.stage(FILES)
    const staged = partnersIn((await keysieve(['staged', ...JSONL], { cwd })).out)
    repository.commit()
    for (const command of [['scan'], ['range', 'HEAD'], ['history']])
      expect(partnersIn((await keysieve([...command, ...JSONL], { cwd })).out)).toEqual(staged)
    const alone = await keysieve(['scan', 'config', ...JSONL], { cwd })
    expect(reported(alone.out)).toMatchObject([{ fingerprint: staged[0], partners: [] }])
  })

  it('in different commits of a history', async () => {
    const repository = createRepository()
    repository.commit({ '.env': ID })
    repository.commit({ '.env': SECRET })
    partnersIn((await keysieve(['history', ...JSONL], { cwd: repository.top })).out)
  })

  it('and are as sure as that makes them, before what is unsure is left out', async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, FILES)
    const sure = ['--min-confidence', 'high']
    partnersIn((await keysieve(['scan', '.', ...JSONL, ...sure], { cwd })).out)
    const alone = await keysieve(['scan', 'deploy', ...JSONL, ...sure], { cwd })
    expect(alone.out).toBe('')
  })

  it('in the text report with their places', async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, FILES)
    const { out } = await keysieve(['scan', '.'], { cwd })
    expect(out).toContain('other half at deploy/app/values.txt:1:30')
    expect(out).toContain('other half at config/id.env:1:15')
    expect(out).not.toContain(key.secretAccessKey)
  })
})

describe('--verify of a key that is split over files', () => {
  const verdicts = (out: string) =>
    reported(out).map(({ path, severity, verification: { status, detail } }) => [
      path,
      severity,
      status,
      detail,
    ])
  const BOTH = [
    ['config/id.env', 'critical', 'active', 'Its secret stands in deploy/app/values.txt:1.'],
    ['deploy/app/values.txt', 'critical', 'active', 'Its key ID stands in config/id.env:1.'],
  ]
  const ask = async (cwd: string, args: readonly string[]) => {
    const server = await serve({ credentials: [key] })
    const { out, err, code } = await keysieve([...args, '--sts-endpoint', server.endpoint, ...JSONL], { cwd })
    expect(err).toBe('')
    return { out, code, calls: server.calls.map(({ accessKeyId, signature }) => [accessKeyId, signature]) }
  }

  it('asks once, and tells both', async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, FILES)
    const { out, calls } = await ask(cwd, ['scan', '.', '--verify'])
    expect(verdicts(out)).toEqual(BOTH)
    expect(calls).toEqual([[key.accessKeyId, 'right']])
  })

  it('later, from a report', async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, FILES)
    await keysieve(['scan', '.', '--output', 'json=report.json'], { cwd })
    const { out, calls } = await ask(cwd, ['verify', 'report.json'])
    expect(verdicts(out)).toEqual(BOTH)
    expect(calls).toEqual([[key.accessKeyId, 'right']])
  })

  it('where threads found the halves, whose values they keep to themselves', async () => {
    const cwd = emptyFolder()
    const clean = Array.from({ length: 900 }, (_, n): [string, string] => [`m/${n}.txt`, 'x\n'])
    writeFiles(cwd, { ...Object.fromEntries(clean), ...FILES, 'z/old.txt': 'x\n' })
    const { out, calls } = await ask(cwd, ['scan', '.', '--verify', '--jobs', '3'])
    expect(verdicts(out)).toEqual(BOTH)
    expect(calls).toEqual([[key.accessKeyId, 'right']])
  })

  it('a temporary key, its secret and its token in three files', async () => {
    const temporary = temporaryKey('split')
    const server = await serve({ credentials: [temporary] })
    const cwd = emptyFolder()
    writeFiles(cwd, {
      'key.id': `${temporary.accessKeyId}\n`,
      'key.secret': `AWS_SECRET_ACCESS_KEY=${temporary.secretAccessKey}\n`,
      'key.token': `AWS_SESSION_TOKEN=${temporary.sessionToken}\n`,
    })
    const { out } = await keysieve(['scan', '.', '--verify', '--sts-endpoint', server.endpoint, ...JSONL], {
      cwd,
    })
    expect(reported(out).map(({ severity, verification }) => [severity, verification.status])).toEqual(
      Array(3).fill(['critical', 'active']),
    )
    expect(server.calls).toHaveLength(1)
  })
})

it('of several secrets beside an ID the one that works is the finding', async () => {
  const server = await serve({ credentials: [key] })
  const cwd = emptyFolder()
  const old = secretAccessKey('old')
  writeFiles(cwd, {
    '.env': `aws_access_key_id=${key.accessKeyId}\naws_secret_access_key=${old}\n# aws_secret_access_key=${key.secretAccessKey}\n`,
  })
  const offline = reported((await keysieve(['scan', '.', ...JSONL], { cwd })).out)
  expect(offline[0]).toMatchObject({
    ruleId: 'aws-access-key',
    startLine: 2,
    related: [
      { role: 'id', startLine: 1 },
      { role: 'secret', startLine: 3 },
    ],
  })
  const ended = await keysieve(['scan', '.', '--verify', '--sts-endpoint', server.endpoint, ...JSONL], {
    cwd,
  })
  const [pair] = reported(ended.out).filter(({ ruleId }) => ruleId === 'aws-access-key')
  expect(pair).toMatchObject({
    startLine: 3,
    fingerprint: offline[0]?.fingerprint,
    verification: { status: 'active' },
    related: [
      { role: 'id', startLine: 1 },
      { role: 'secret', startLine: 2 },
    ],
  })
})
