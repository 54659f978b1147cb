import { expect, it } from 'vitest'
import { emptyFolder, keysieve } from './keysieve.js'
import { dotenv, pairOf, type ReportedFinding, reported, writeFiles } from './project.js'

const scanOf = async (content: string, name = '.env'): Promise<readonly ReportedFinding[]> => {
  const cwd = emptyFolder()
  writeFiles(cwd, { [name]: content })
  return reported((await keysieve(['scan', '.', '--format', 'jsonl'], { cwd })).out)
}

const fingerprintOf = async (content: string, name?: string): Promise<string | undefined> =>
  (await scanOf(content, name))[0]?.fingerprint

const [{ id, secret }, other] = [pairOf('fingerprint'), pairOf('other')]
const env = dotenv('fingerprint')

it.each<[string, string, string?]>([
  ['ten lines are put above', `${'# a comment\n'.repeat(10)}${env}`],
  ['the file has another name', env, 'deploy/settings.sh'],
  ['lines end in CR LF', env.replaceAll('\n', '\r\n')],
  ['the values are quoted', `AWS_ACCESS_KEY_ID="${id}"\nAWS_SECRET_ACCESS_KEY="${secret}"\n`],
  ['the secret stands first', `AWS_SECRET_ACCESS_KEY=${secret}\nAWS_ACCESS_KEY_ID=${id}\n`],
  ['its name is written otherwise', env.replace('AWS_SECRET_ACCESS_KEY', 'aws.secret-access.key')],
])('a fingerprint stays where %s', async (_situation, content, name) => {
  const before = await fingerprintOf(env)
  expect(before).toMatch(/^v1:[0-9a-f]{32}$/)
  expect((await scanOf(content, name)).map((finding) => finding.fingerprint)).toContain(before)
})

it.each([
  ['the secret', env.replace(secret, other.secret)],
  ['the id', env.replace(id, other.id)],
  ['the name', env.replace('AWS_SECRET_ACCESS_KEY', 'SECRET_ACCESS_KEY')],
])('a fingerprint changes with %s', async (_part, content) => {
  expect(await fingerprintOf(content)).not.toBe(await fingerprintOf(env))
})

it('the same key under another name in the same file is one finding', async () => {
  const found = await scanOf(`${env}BACKUP_KEY_ID=${id}\nBACKUP_SECRET_ACCESS_KEY=${secret}\n`)
  expect(found.map(({ ruleId, startLine }) => ({ ruleId, startLine }))).toEqual([
    { ruleId: 'aws-access-key', startLine: 2 },
  ])
})
