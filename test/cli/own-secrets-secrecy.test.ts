import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { secretAccessKey, sessionToken } from '../support/credentials.js'
import { machine, ownValue, profiles } from './own-machine.js'

const FORMATS = ['text', 'json', 'jsonl', 'sarif']
const [prod, token, api] = [secretAccessKey('own/prod'), sessionToken('own/session'), ownValue('api')]
const phrase = 'correct horse battery staple'
const key = `-----BEGIN EC PRIVATE KEY-----\n${ownValue('pem', 64)}\n${ownValue('pem2', 64)}\n-----END EC PRIVATE KEY-----`

/** A value and what it could be read back from; of a phrase each word. */
const formsOf = (value: string): readonly string[] =>
  value === phrase
    ? phrase.split(' ')
    : [value, value.slice(0, 16), value.slice(-16), Buffer.from(value).toString('base64').slice(0, 16)]

it('no output of any format shows an own secret, nor what stands in the files beside it', async () => {
  const it = machine({ '.aws/credentials': profiles('prod', 'session') }, { ACME_API_TOKEN: api })
  it.repository.write(
    '.env',
    `PASSWORD=${phrase}\nPEM="${key.replaceAll('\n', '\\n')}"\nKEY=${ownValue('unused')}\n`,
  )
  it.repository.write('broken.env', 'x')
  it.repository.stage({
    '.gitignore': '*.env\n.env\nreport.*\n',
    'a.ts': `const a = "${prod}", b = '${phrase}', c = "${api}"\n// ${token}\n`,
    [`${api}/b.txt`]: `${api}\n${key}\n`,
    'allowed.py': `K = "${api}"  # keysieve:allow own-secret -- as ${api} and ${phrase}\n`,
  })
  const files = FORMATS.flatMap((format) => ['--output', `${format}=report.${format}`])
  const runs = []
  for (const command of [['staged'], ['scan', '--own-secrets'], ['scan', '--own-secrets', '.', '.env']])
    for (const options of [
      files,
      ['--verbose', '--timings'],
      ['--quiet'],
      ['--rules', 'own-secret'],
      ['--rules', 'own-secrets'],
      ...FORMATS.map((format) => ['--format', format]),
    ])
      runs.push(await it.run(...command, ...options))
  const written = FORMATS.map((format) => readFileSync(join(it.repository.top, `report.${format}`), 'utf8'))
  const all = [...runs.flatMap(({ out, err }) => [out, err]), ...written].join('\n')
  expect(all).toContain('environment variable ACME_API_TOKEN')
  for (const value of [
    prod,
    token,
    api,
    phrase,
    ownValue('pem', 64),
    ownValue('pem2', 64),
    ownValue('unused'),
  ])
    expect(formsOf(value).filter((form) => all.includes(form))).toEqual([])
})
