import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { serveIam } from '../support/iam-server.js'
import { emptyFolder, keysieve } from './keysieve.js'
import { environmentOf } from './operator.js'

const inspect = (...args: readonly string[]) => keysieve(['aws', 'inspect', ...args], { cwd: emptyFolder() })

describe('aws inspect', () => {
  it('says what ids say, one after the other', async () => {
    const canary = `AKIA${'QYLPMN5H'}${'B'.repeat(8)}`
    const { code, out, err } = await inspect(accessKeyId('one'), canary, accessKeyId('one', 'ASIA'))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n\n')).toHaveLength(3)
    expect(out).toMatch(
      /^AKIA\w{16}\nKind {7}long-term access key.*\nAccount {4}21116666\d{4}\nNext {7}keysieve aws deactivate AKIA/,
    )
    expect(out).toMatch(/Account {4}052310077262\nCanary {5}yes: a trap/)
    expect(out).toMatch(/Kind {7}temporary access key/)
  })

  it('says why there is no account', async () => {
    const old = `AKIA${'I3ZQWERTYUIOPASD'}`
    const { out } = await inspect(old, 'AKIAIOSFODNN7EXAMPLE')
    expect(out).toMatch(/Account {4}not in the ID: it is of the old generation/)
    expect(out).toMatch(/Example {4}stands in public documentation/)
  })

  it('is the same for programs', async () => {
    const { code, out } = await inspect(accessKeyId('one'), 'nonsense', '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      schema: 'keysieve/aws-inspect/v1',
      keys: [
        {
          accessKeyId: accessKeyId('one'),
          kind: 'long-term',
          generation: 'new',
          canary: false,
          defect: null,
        },
        { accessKeyId: '<8 characters hidden>', defect: 'lower-case', accountId: null },
      ],
    })
  })

  it('does not repeat a secret that was pasted instead', async () => {
    const secret = secretAccessKey('pasted')
    for (const args of [[secret], [secret, '--format', 'json']]) {
      const { out, err } = await inspect(...args)
      expect(out + err).not.toContain(secret)
    }
  })

  it('asks nobody', async () => {
    const server = await serveIam({})
    const env = {
      ...environmentOf(),
      AWS_ENDPOINT_URL: server.endpoint,
      KEYSIEVE_IAM_ENDPOINT: server.endpoint,
    }
    const cwd = emptyFolder()
    const { code } = await keysieve(['aws', 'inspect', accessKeyId('one')], { cwd, env })
    expect(code).toBe(0)
    expect(server.calls).toEqual([])
  })

  it.each([
    [['inspect'], /The access key ID is missing/],
    [['inspect', 'AKIA', '--format', 'sarif'], /--format: "sarif" is not one of text, json/],
    [['inspct'], /unknown command "aws inspct" \(did you mean aws inspect\?\)/],
    [['inspect', 'AKIA', '--yes'], /unknown option --yes/],
  ])('a mistake is told: %j', async (args, message) => {
    const ended = await keysieve(['aws', ...args], { cwd: emptyFolder() })
    expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) })
  })

  it('and its neighbours are listed by aws --help', async () => {
    const { code, out } = await keysieve(['aws', '--help'], { cwd: emptyFolder() })
    expect(code).toBe(0)
    for (const verb of ['inspect', 'deactivate', 'last-used', 'audit', 'rotate'])
      expect(out).toContain(`\n  aws ${verb} `)
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([])
    expect(await keysieve(['aws'], { cwd: emptyFolder() })).toEqual({ code: 2, out: '', err: out })
  })
})
