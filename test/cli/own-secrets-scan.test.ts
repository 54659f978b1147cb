import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { secretAccessKey } from '../support/credentials.js'
import { emptyFolder, keysieve } from './keysieve.js'
import { machine, ownValue, profiles } from './own-machine.js'
import { pairOf, reported, writeFiles } from './project.js'

const [prod, api] = [secretAccessKey('own/prod'), ownValue('api')]

describe('scan', () => {
  it('looks for own secrets when it is asked to only, in .env files of any depth', async () => {
    const it = machine({ '.aws/credentials': profiles('prod') })
    it.repository.stage({ '.gitignore': '.env\n', 'a.ts': `"${prod}"\n`, 'web/b.ts': `"${api}"\n` })
    it.repository.write('api/deep/.env', `KEY=${api}\n`)
    expect(await it.found('scan')).toEqual([])
    expect(await it.found('scan', '--own-secrets')).toEqual([
      'a.ts:1 own-secret, ~/.aws/credentials profile prod',
      'web/b.ts:1 own-secret, api/deep/.env KEY',
    ])
  })

  it('looks in standard input and outside of git as well', async () => {
    const { home } = machine({ '.aws/credentials': profiles('prod') })
    const cwd = emptyFolder()
    writeFiles(cwd, { 'a.ts': `"${prod}"\n` })
    const env = { HOME: home, USERPROFILE: home }
    const input = `x ${prod}\n`
    for (const args of [['-'], ['.']]) {
      const { out, err } = await keysieve(['scan', ...args, '--own-secrets', '--format', 'jsonl'], {
        cwd,
        env,
        input,
      })
      expect({ err, rules: reported(out).map(({ ruleId }) => ruleId) }).toEqual({
        err: '',
        rules: ['own-secret'],
      })
    }
  })

  it('tells nothing of a file of what it is kept in, wherever else it is kept', async () => {
    const { id, secret } = pairOf('own/pair')
    const text = `[a]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n${profiles('prod')}`
    const it = machine({ '.aws/credentials': text }, { ACME_TOKEN: api })
    it.repository.write('.gitignore', '.env\n')
    it.repository.write('.env', `KEY=${api}\nOTHER=${ownValue('other')}\nX=${prod}\n`)
    it.repository.write('copy.txt', `${api}\n`)
    expect(await it.found('scan', '--own-secrets', '.env', 'copy.txt')).toEqual([
      'copy.txt:1 own-secret, environment variable ACME_TOKEN',
    ])
    // What another rule finds there, it finds.
    const { out } = await it.run('scan', '--own-secrets', join(it.home, '.aws'), '--format', 'jsonl')
    expect(reported(out).map(({ ruleId }) => ruleId)).toEqual(['aws-access-key', 'aws-secret-access-key'])
  })

  it('finds the same with several threads', async () => {
    const it = machine({ '.aws/credentials': profiles('prod') })
    writeFiles(
      it.repository.top,
      Object.fromEntries(
        Array.from({ length: 1_500 }, (_, i) => [
          `${i % 20}/${i}.txt`,
          i % 97 === 0 ? `x\n(${prod})\n` : 'x\n',
        ]),
      ),
    )
    const scan = (jobs: string) => it.run('scan', '--own-secrets', '--format', 'jsonl', '--jobs', jobs)
    const alone = await scan('1')
    expect(reported(alone.out).map(({ facts, startLine }) => [facts.ownSource, startLine])).toEqual(
      Array.from({ length: 16 }, () => ['~/.aws/credentials profile prod', 2]),
    )
    expect(await scan('3')).toEqual(alone)
  })

  it('never asks anybody about one', async () => {
    const it = machine({ '.aws/credentials': profiles('prod') })
    it.repository.write('a.ts', `"${prod}"\n`)
    // Nobody listens there: whoever were asked about would be told as unreachable, with exit code 3.
    const endpoint = ['--verify', '--sts-endpoint', 'http://127.0.0.1:9', '--fail-on', 'none']
    const { code, out } = await it.run('scan', '--own-secrets', '--format', 'json', ...endpoint)
    expect(JSON.parse(out).findings).toMatchObject([
      { ruleId: 'own-secret', verification: { status: 'not-checked', reason: 'not-verifiable' } },
    ])
    writeFiles(it.repository.top, { report: out })
    const again = await it.run('verify', 'report', '--format', 'json', ...endpoint.slice(1))
    expect([code, again.code]).toEqual([0, 0])
    expect(JSON.parse(again.out).findings).toMatchObject([
      { ruleId: 'own-secret', severity: 'high', verification: { reason: 'not-verifiable' } },
    ])
  })
})

describe('a run says', () => {
  it.each<[string, readonly string[]]>([
    ['range', ['range', 'HEAD', '--rules', 'own-secret']],
    ['scan', ['scan', '--rules', 'own-secret']],
    ['staged', ['staged', '--no-own-secrets', '--rules', 'aws-access-key,own-secret']],
  ])('that the rule is off in it: %s', async (_command, args) => {
    const it = machine({})
    it.repository.commit({ a: 'a\n' })
    expect(await it.run(...args)).toEqual({
      code: 2,
      out: '',
      err: 'keysieve: the rule own-secret is off in this run, so nothing would be found by it.\n  It is on in "keysieve staged", and in "keysieve scan --own-secrets". Nothing was scanned. (exit 2)\n',
    })
  })

  it('what the rule is', async () => {
    const { code, out } = await machine({}).run('explain', 'own-secret')
    expect(code).toBe(0)
    expect(out).toMatch(
      /^One of your own credentials \(any provider\)\nown-secret · severity high · confidence high\n/,
    )
  })

  it('by a variable that they are not to be read', async () => {
    const it = machine({ '.aws/credentials': profiles('prod') }, { KEYSIEVE_NO_OWN_SECRETS: '1' })
    it.repository.stage({ 'a.ts': `"${prod}"\n` })
    expect(await it.found('staged')).toEqual([])
  })

  it('how many are more than it looks for', async () => {
    const it = machine({})
    it.repository.stage({ '.gitignore': '*.env\n', 'a.ts': `"${ownValue('n/7')}"\n` })
    for (let i = 0; i < 52; i++) it.repository.write(`${i}.env`, `KEY=${ownValue(`f/${i}`)}\n`)
    it.repository.write(
      '0.env',
      Array.from({ length: 2_100 }, (_, i) => `K${i}=${ownValue(`n/${i}`)}\n`).join(''),
    )
    const { code, err } = await it.run('staged')
    expect(code).toBe(1)
    expect(err).toMatch(/left out: 2 of 52 files\.\n[\s\S]*left out: \d+ values\.\n/)
  })
})
