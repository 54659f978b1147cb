import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../src/report/index.js'
import { emptyFolder, keysieve } from './keysieve.js'
import { dotenv, pairOf, writeFiles } from './project.js'

/** Of the others the file is looked at alone: it is the same text. */
const PRINTED = ['text', 'json', 'jsonl', 'sarif']

/** Everything a run can put out: all formats, quiet and verbose, on standard output, standard error and in files. */
const everything = async (cwd: string, args: readonly string[] = ['scan', '.']): Promise<string> => {
  const files = FORMATS.flatMap((format) => ['--output', `${format}=report.${format}`])
  const runs = [await keysieve([...args, '--exclude', 'report.*', ...files], { cwd })]
  for (const options of [
    ['--verbose'],
    ['--quiet'],
    ['--timings'],
    ...PRINTED.map((format) => ['--format', format]),
  ])
    runs.push(await keysieve([...args, '--exclude', 'report.*', ...options], { cwd }))
  const written = FORMATS.map((format) => readFileSync(join(cwd, `report.${format}`), 'utf8'))
  return [...runs.flatMap(({ out, err }) => [out, err]), ...written].join('\n')
}

/** A secret and what it could be read back from. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  secret.slice(0, 16),
  secret.slice(-16),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
  ...['md5', 'sha1', 'sha256', 'sha512'].map((algorithm) =>
    createHash(algorithm).update(secret).digest('hex'),
  ),
]

const expectHidden = (output: string, secrets: readonly string[]): void => {
  for (const secret of secrets) for (const form of formsOf(secret)) expect(output).not.toContain(form)
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((seed) => pairOf(`secrecy/${seed}`)) as [
  ReturnType<typeof pairOf>,
  ReturnType<typeof pairOf>,
  ReturnType<typeof pairOf>,
  ReturnType<typeof pairOf>,
]

describe('no output of any format shows', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'two credentials on one line',
      { 'keys.txt': `${a.id},${a.secret} ${b.id},${b.secret}\n` },
      [a.secret, b.secret],
    ],
    [
      'a neighbour on the same line that is not reported',
      {
        '.env': `AWS_SECRET_ACCESS_KEY=${a.secret} password=hunter2-hunter2 pin="483920" token=${b.secret}x\n`,
      },
      [a.secret, b.secret, 'hunter2', '483920'],
    ],
    [
      'one that is suppressed, beside one that is not',
      {
        'settings.py': `K = ("${a.id}", "${a.secret}")  # keysieve:allow aws-access-key -- old\nL = ("${b.id}", "${b.secret}")\n`,
      },
      [a.secret, b.secret],
    ],
    [
      'one that is base64-encoded beside a plain one',
      {
        'secret.yaml': `data: ${Buffer.from(dotenv('secrecy/c')).toString('base64')} # ${a.id} ${a.secret}\n`,
      },
      [a.secret, c.secret],
    ],
    [
      "one in the file's name",
      { [`dump-${d.id}-${d.secret.replaceAll('/', '_')}.txt`]: dotenv('secrecy/a') },
      [d.secret.replaceAll('/', '_')],
    ],
    [
      "one in the file's name and in the file",
      { [`${a.id}:${a.secret}`]: dotenv('secrecy/a'), [`x/${b.secret}.txt`]: dotenv('secrecy/b') },
      [a.secret, b.secret],
    ],
    [
      'one in the name of a binary file that is skipped',
      { [`${d.secret.replaceAll('/', '+')}.bin`]: '\0\0\0' },
      [d.secret.replaceAll('/', '+')],
    ],
    [
      'one split over escapes',
      { 'x.json': JSON.stringify({ accessKeyId: a.id, secretAccessKey: a.secret }).replaceAll('/', '\\/') },
      [a.secret],
    ],
  ])('%s', async (_situation, files, secrets) => {
    const cwd = emptyFolder()
    writeFiles(cwd, files)
    expectHidden(await everything(cwd), secrets)
  })

  it('a credential in any syntax', async () => {
    const syntax = fc.constantFrom(
      (id: string, secret: string) => `aws_access_key_id=${id}\naws_secret_access_key=${secret}\n`,
      (id: string, secret: string) => `{"accessKeyId":"${id}","secretAccessKey":"${secret}"}`,
      (id: string, secret: string) => `<a>${id}</a><b>${secret}</b>`,
      (id: string, secret: string) => `new Client("${id}", "${secret}")`,
      (id: string, secret: string) => `${id},${secret}`,
      (id: string, secret: string) => `s3://${id}:${encodeURIComponent(secret)}@bucket`,
    )
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 8 }), syntax, async (seed, form) => {
        const cwd = emptyFolder()
        const { id, secret } = pairOf(seed)
        writeFiles(cwd, { 'file.txt': form(id, secret) })
        const { out } = await keysieve(
          ['scan', '.', '--output', 'sarif=r.sarif', '--output', 'json=r.json', '--exclude', 'r.*'],
          { cwd },
        )
        expect(out).toContain(id)
        expectHidden(
          out + readFileSync(join(cwd, 'r.sarif'), 'utf8') + readFileSync(join(cwd, 'r.json'), 'utf8'),
          [secret],
        )
      }),
      { numRuns: 12 },
    )
  })
})

it('a PIN on the line of a finding cannot be found by trying all of them', async () => {
  const sarifWith = async (pin: string): Promise<string> => {
    const cwd = emptyFolder()
    writeFiles(cwd, { 'a.ini': `pin = ${pin} ; ${a.id} ${a.secret}\nnext_pin = ${pin}\n` })
    return (await keysieve(['scan', '.', '--format', 'sarif'], { cwd })).out
  }
  const told = await sarifWith('483920')
  expect(told).toContain(a.id)
  // If the report is the same whatever the PIN is, no search over PINs can tell the right one.
  for (const pin of ['000000', '483921', '999999', '123456']) expect(await sarifWith(pin)).toBe(told)
})
