import { PassThrough } from 'node:stream'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Host, Screen } from '../../src/cli/host.js'
import { runProgram } from '../../src/cli/program.js'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { type IamServer, serveIam, writesOf } from '../support/iam-server.js'
import { admin, LEAKED_ID, LEAKED_SECRET, leakedAccount, leakedCaller } from '../support/iam-stage.js'
import { emptyFolder } from './keysieve.js'
import { environmentOf } from './operator.js'

const newKey = { accessKeyId: accessKeyId('new'), secretAccessKey: secretAccessKey('new') }
const serve = () => serveIam({ callers: [admin, leakedCaller()], account: { ...leakedAccount(), newKey } })

const screen = (): Screen => Object.assign(new PassThrough(), { isTTY: true, columns: 100 })

/** Runs a command at a terminal where each question is answered with the next line; null ends the input. */
const atTerminal = async (
  server: IamServer,
  args: readonly string[],
  answers: readonly (string | null)[],
) => {
  for (const [name, value] of Object.entries(environmentOf())) vi.stubEnv(name, value)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const written = { out: '', err: '' }
  let echo: 'on' | 'off' = 'on'
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    /** As of a real terminal: while it is raw, it shows nothing by itself. */
    setRawMode: (on: boolean) => {
      echo = on ? 'off' : 'on'
    },
  })
  const left = [...answers]
  const [stdout, stderr] = [screen(), screen()]
  stdout.on('data', (chunk) => {
    written.out += String(chunk)
  })
  stderr.on('data', (chunk) => {
    written.err += String(chunk)
    if (!/(?:\[y\/N\]|\(not shown\):) $/.test(String(chunk))) return
    const answer = left.shift()
    if (typeof answer === 'string') {
      if (echo === 'on') written.err += answer
      stdin.write(`${answer}\n`)
    } else stdin.end()
  })
  const host: Host = { cwd: emptyFolder(), env: {}, stdin, stdout, stderr, clock: Date.now }
  const code = await runProgram(['aws', ...args, '--iam-endpoint', server.endpoint], host)
  return { code, ...written, unasked: left }
}

describe('a person is asked before a key is switched off', () => {
  it.each<[string, string | null, number, readonly string[]]>([
    ['yes', 'y', 0, ['UpdateAccessKey']],
    ['YES', 'YES', 0, ['UpdateAccessKey']],
    ['no', 'n', 2, []],
    ['nothing', '', 2, []],
    ['something else', 'maybe y', 2, []],
    ['the end of the input', null, 2, []],
  ])('and answers %s', async (_words, answer, code, writes) => {
    const server = await serve()
    const ended = await atTerminal(server, ['deactivate', LEAKED_ID], [answer])
    expect(ended.code).toBe(code)
    expect(ended.err).toMatch(/Deactivate this key\? What still uses it stops working/)
    expect(ended.out).toContain(`Acting as  ${admin.arn}`)
    expect(writesOf(server)).toEqual(writes)
  })

  it('but not with --dry-run, and not for nothing', async () => {
    const server = await serve()
    const ended = await atTerminal(server, ['deactivate', LEAKED_ID, '--dry-run'], ['y'])
    expect(ended).toMatchObject({ code: 0, err: '', unasked: ['y'] })
  })
})

it('the secret of the leaked key is typed unseen, and then the question is asked', async () => {
  const server = await serve()
  const ended = await atTerminal(server, ['deactivate', LEAKED_ID, '--with-leaked'], [LEAKED_SECRET, 'y'])
  expect(ended.code).toBe(0)
  expect(ended.out + ended.err).not.toContain(LEAKED_SECRET.slice(0, 8))
  expect(new Set(server.calls.map((call) => call.accessKeyId))).toEqual(new Set([LEAKED_ID]))
})

describe('a new key', () => {
  it('is shown on the terminal once, where its user says yes twice', async () => {
    const server = await serve()
    const ended = await atTerminal(server, ['rotate', LEAKED_ID], ['y', 'y'])
    expect(ended.code).toBe(0)
    expect(ended.out.split(newKey.secretAccessKey)).toHaveLength(2)
    expect(ended.err).not.toContain(newKey.secretAccessKey)
  })

  it.each([
    ['not made', ['n', 'y']],
    ['not made either, where its secret may not be shown', ['y', 'n']],
  ])('is %s', async (_what, answers) => {
    const server = await serve()
    const ended = await atTerminal(server, ['rotate', LEAKED_ID], answers)
    expect(ended.code).toBe(2)
    expect(writesOf(server)).toEqual([])
  })
})
