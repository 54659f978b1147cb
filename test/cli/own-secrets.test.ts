import { describe, expect, it } from 'vitest'
import { secretAccessKey, sessionToken } from '../support/credentials.js'
import { type Machine, machine, ownValue, profiles } from './own-machine.js'
import { dotenv, pairOf } from './project.js'

const [prod, token, api] = [secretAccessKey('own/prod'), sessionToken('own/session'), ownValue('api')]
const phrase = 'correct horse battery staple'
const env = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

describe('staged finds what is kept', () => {
  it.each<[string, () => Machine, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'in an AWS profile, under a name that says nothing',
      () => machine({ '.aws/credentials': profiles('dev', 'prod') }),
      { 'a.ts': `const x = "${prod}"\n` },
      ['a.ts:1 own-secret, ~/.aws/credentials profile prod'],
    ],
    [
      'as a session token, in pieces of nothing else',
      () => machine({ '.aws/config': profiles('session').replace('[', '[profile ') }),
      { 'a.txt': `x\n(${token})\n` },
      ['a.txt:2 aws-session-token, ~/.aws/config profile session'],
    ],
    [
      'in a file that a variable names',
      () => {
        const it = machine({ 'keys.ini': profiles('prod') }, { AWS_SHARED_CREDENTIALS_FILE: '~/keys.ini' })
        return it
      },
      { 'a.ts': `const x = "${prod}"\n` },
      ['a.ts:1 own-secret, the file of AWS_SHARED_CREDENTIALS_FILE profile prod'],
    ],
    [
      'in the environment',
      () => machine({}, { ACME_API_TOKEN: api, OTHER: ownValue('other'), SHORT_TOKEN: 'abc' }),
      { 'a.ts': `f("${api}", "${ownValue('other')}", "abc")\n` },
      ['a.ts:1 own-secret, environment variable ACME_API_TOKEN'],
    ],
    [
      'as a password in a URL',
      () => machine({}, { DATABASE_URL: `postgres://app:${api}@db/app` }),
      { 'a.ts': `connect("${api}")\n` },
      ['a.ts:1 own-secret, environment variable DATABASE_URL'],
    ],
    [
      'in a .env file that git ignores, at the top, where the staged file lies, and between',
      () => {
        const it = machine({})
        it.repository.write('.env', `TOP=${ownValue('top')}\n`)
        it.repository.write('api/.env.local', env(`export STRIPE='${api}'`, `DB_PASSWORD="${phrase}" # x`))
        it.repository.write('api/src/dev.env', `K=${ownValue('k')}\n`)
        it.repository.write('web/.env', `WEB=${ownValue('web')}\n`)
        return it
      },
      {
        '.gitignore': '.env\n.env.*\n*.env\n',
        'api/src/a.ts': env(ownValue('top'), api, phrase, ownValue('k'), ownValue('web')),
      },
      [
        'api/src/a.ts:1 own-secret, .env TOP',
        'api/src/a.ts:2 own-secret, api/.env.local STRIPE',
        'api/src/a.ts:3 own-secret, api/.env.local DB_PASSWORD',
        'api/src/a.ts:4 own-secret, api/src/dev.env K',
      ],
    ],
    [
      'in a .env file of which git tracks nothing but an example that says the same',
      () => {
        const it = machine({})
        it.repository.commit({ '.gitignore': '.env\n', '.env.example': `KEY=${api}\nPASSWORD=${phrase}\n` })
        it.repository.write('.env', `KEY=${api}\nPASSWORD=${phrase}\nTOKEN=${ownValue('t')}\n`)
        return it
      },
      { 'a.ts': env(api, phrase, ownValue('t')) },
      ['a.ts:3 own-secret, .env TOKEN'],
    ],
    [
      'where an example is filled with the real values by mistake; words in it are examples',
      () => {
        const it = machine({})
        it.repository.commit({ '.gitignore': '.env\n' })
        it.repository.write('.env', `KEY=${api}\nPASSWORD=${phrase}\n`)
        return it
      },
      { '.env.example': `KEY=${api}\nPASSWORD=${phrase}\n` },
      ['.env.example:1 own-secret, .env KEY'],
    ],
    [
      'not what a tracked .env file says, nor what stands everywhere',
      () => {
        const it = machine({ '.aws/credentials': '[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n' })
        it.repository.commit({ '.env': `TRACKED_TOKEN=${api}\n` })
        it.repository.write('.env.local', env('DEBUG=true', 'PORT=3000', 'A_TOKEN=aaaaaaaaaaaaaaaaaaaa'))
        return it
      },
      { '.gitignore': '.env*\n', 'a.ts': env(api, 'true', '3000', 'aaaaaaaaaaaaaaaaaaaa', 'production') },
      [],
    ],
  ])('%s', async (_situation, machineOf, staged, expected) => {
    const it = machineOf()
    it.repository.stage(staged)
    expect(await it.found('staged')).toEqual(expected)
  })
})

describe('the person gets one finding', () => {
  const { id, secret } = pairOf('own/pair')
  const home = { '.aws/credentials': `[prod]\naws_secret_access_key = ${secret}\n` }
  const fingerprintsOf = async (it: Machine, ...args: readonly string[]) => {
    const { out } = await it.run('staged', '--format', 'jsonl', ...args)
    return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).fingerprint]))
  }
  it.each<[string, string, readonly string[], readonly string[]]>([
    [
      'a pair, and its secret once more',
      `${dotenv('own/pair')}x = ["${secret}"]\n`,
      [],
      ['a.txt:2 aws-access-key, ~/.aws/credentials profile prod'],
    ],
    [
      'a secret alone, which is certain and severe now',
      `AWS_SECRET_ACCESS_KEY=${secret}\n`,
      ['--min-confidence', 'high', '--fail-on', 'high'],
      ['a.txt:1 aws-secret-access-key, ~/.aws/credentials profile prod'],
    ],
    [
      'where the other rule is left out',
      dotenv('own/pair'),
      ['--exclude-rules', 'aws-access-key,aws-access-key-id'],
      ['a.txt:2 own-secret, ~/.aws/credentials profile prod'],
    ],
    [
      'where the other finding is allowed, and this one is not',
      `K = ("${id}", "${secret}") # keysieve:allow aws-access-key -- a test\n`,
      [],
      ['a.txt:1 own-secret, ~/.aws/credentials profile prod'],
    ],
    [
      'where both are allowed: none',
      `K = ("${id}", "${secret}") # keysieve:allow aws-access-key,own-secret -- a test\n`,
      [],
      [],
    ],
    [
      'where its own rule is left out: the other one',
      dotenv('own/pair'),
      ['--exclude-rules', 'own-secret'],
      ['a.txt:2 aws-access-key'],
    ],
    [
      'where they are switched off: the other one',
      dotenv('own/pair'),
      ['--no-own-secrets'],
      ['a.txt:2 aws-access-key'],
    ],
  ])('%s', async (_situation, text, args, expected) => {
    const it = machine(home)
    it.repository.stage({ 'a.txt': text })
    expect(await it.found('staged', ...args)).toEqual(expected)
    expect((await it.run('staged', ...args)).code).toBe(expected.length === 0 ? 0 : 1)
  })

  it('and its fingerprint is the same with and without', async () => {
    const it = machine(home)
    it.repository.stage({ 'a.txt': `${dotenv('own/pair')}x = ["${secret}"]\n` })
    const [with_, without] = [await fingerprintsOf(it), await fingerprintsOf(it, '--no-own-secrets')]
    expect(with_).toHaveLength(1)
    expect(with_).toEqual(without)
  })

  it('what stood in the file before is not repeated', async () => {
    const it = machine(home)
    it.repository.commit({ 'a.txt': `x = "${secret}"\n` })
    it.repository.stage({ 'a.txt': `x = "${secret}"\ny = 1\n` })
    expect(await it.found('staged')).toEqual([])
    expect(await it.found('staged', '--whole-file')).toEqual([
      'a.txt:1 own-secret, ~/.aws/credentials profile prod',
    ])
  })
})
