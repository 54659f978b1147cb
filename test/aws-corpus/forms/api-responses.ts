import type { Draft } from '../case-model.js'
import type { Credential } from '../making/credentials.js'
import { type Form, holding, json, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'

const stsReply = (m: Material, k: Required<Credential>) => ({
  Credentials: {
    AccessKeyId: k.id,
    SecretAccessKey: k.secret,
    SessionToken: k.token,
    Expiration: `${m.date()}T${m.time()}+00:00`,
  },
  AssumedRoleUser: {
    AssumedRoleId: `AROA${m.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 17)}:${m.word()}`,
    Arn: `arn:aws:sts::${m.account()}:assumed-role/${m.name()}/${m.word()}`,
  },
})

const imds = (m: Material, k: Required<Credential>) => ({
  Code: 'Success',
  LastUpdated: `${m.date()}T${m.time()}Z`,
  Type: 'AWS-HMAC',
  AccessKeyId: k.id,
  SecretAccessKey: k.secret,
  Token: k.token,
  Expiration: `${m.date()}T${m.time()}Z`,
})

const element = (name: string, value: string): string => `      <${name}>${value}</${name}>`

const sts =
  (path: string, write: (m: Material, k: Required<Credential>) => string) =>
  (m: Material): Draft => {
    const k = m.temporary()
    return holding([k], path, write(m, k))
  }

/** What AWS itself answers, saved or pasted. */
export const apiResponses: readonly Form[] = [
  {
    name: 'sts-assume-role-json',
    variants: {
      usual: sts('assume-role.json', (m, k) => json(stsReply(m, k))),
      minified: sts('tmp/creds.json', (m, k) => json(stsReply(m, k), 0)),
      'in-a-readme': sts('docs/assume-role.md', (m, k) =>
        lines(
          '# Assuming the role',
          '',
          '```console',
          `$ aws sts assume-role --role-session-name ${m.word()}`,
          json(stsReply(m, k), 4),
          '```',
          '',
          'Export the three values.',
        ),
      ),
    },
  },
  {
    name: 'cli-cache-json',
    variants: {
      usual: (m) => {
        const k = m.temporary()
        return holding(
          [k],
          `.aws/cli/cache/${m.hex(40)}.json`,
          json({ ...stsReply(m, k), ResponseMetadata: { RequestId: m.uuid(), HTTPStatusCode: 200 } }, 0),
        )
      },
      'metadata-first': (m) => {
        const k = m.temporary()
        return holding(
          [k],
          `.aws/cli/cache/${m.hex(40)}.json`,
          json({ ProviderType: 'sso', ResponseMetadata: { RequestId: m.uuid() }, ...stsReply(m, k) }),
        )
      },
    },
  },
  {
    name: 'credential-process-json',
    variants: {
      usual: sts('creds.json', (m, k) =>
        json({
          Version: 1,
          AccessKeyId: k.id,
          SecretAccessKey: k.secret,
          SessionToken: k.token,
          Expiration: `${m.date()}T00:00:00Z`,
        }),
      ),
      'script-with-echo': (m) => {
        const k = m.longTerm()
        const value = { Version: 1, AccessKeyId: k.id, SecretAccessKey: k.secret }
        return holding(
          [k],
          'bin/credential-helper',
          lines(
            '#!/bin/sh',
            `# used by credential_process for ${m.name()}`,
            `echo '${JSON.stringify(value)}'`,
          ),
        )
      },
    },
  },
  {
    name: 'create-access-key-json',
    variants: {
      usual: (m) => createAccessKey(m, 'AccessKeyId first'),
      'secret-first': (m) => createAccessKey(m, 'SecretAccessKey first'),
    },
  },
  {
    name: 'imds-json',
    variants: {
      usual: sts('meta-data/security-credentials.json', (m, k) => json(imds(m, k))),
      minified: sts('dump/ec2-role.json', (m, k) => json(imds(m, k), 0)),
      'in-a-shell-session': sts('notes/ssrf-finding.txt', (m, k) =>
        lines(
          `${m.date()} ${m.host()}`,
          '$ curl -s http://169.254.169.254/latest/meta-data/iam/security-credentials/app',
          json(imds(m, k)),
          '# end of session',
        ),
      ),
    },
  },
  {
    name: 'ecs-credentials-json',
    variants: {
      usual: sts('container/credentials.json', (m, k) =>
        json({
          RoleArn: `arn:aws:iam::${m.account()}:role/${m.name()}`,
          AccessKeyId: k.id,
          SecretAccessKey: k.secret,
          Token: k.token,
        }),
      ),
      compact: sts('trace/metadata-body.txt', (m, k) =>
        lines(
          `GET /v2/credentials/${m.uuid()} 200`,
          JSON.stringify({
            AccessKeyId: k.id,
            Expiration: `${m.date()}T${m.time()}Z`,
            SecretAccessKey: k.secret,
            Token: k.token,
          }),
        ),
      ),
    },
  },
  {
    name: 'xml-response',
    variants: {
      'assume-role': sts('response.xml', (m, k) =>
        lines(
          '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">',
          ['  <AssumeRoleResult>', '    <Credentials>'],
          element('AccessKeyId', k.id),
          element('SecretAccessKey', k.secret),
          element('SessionToken', k.token),
          element('Expiration', `${m.date()}T${m.time()}Z`),
          [
            '    </Credentials>',
            '  </AssumeRoleResult>',
            `  <RequestId>${m.uuid()}</RequestId>`,
            '</AssumeRoleResponse>',
          ],
        ),
      ),
      'create-access-key': (m) => {
        const k = m.longTerm()
        const body = [
          element('UserName', m.person()),
          element('AccessKeyId', k.id),
          element('Status', 'Active'),
          element('SecretAccessKey', k.secret),
        ]
        return holding(
          [k],
          'logs/iam.xml',
          lines(
            '<CreateAccessKeyResponse>',
            '  <CreateAccessKeyResult>',
            '    <AccessKey>',
            body,
            '    </AccessKey>',
            '  </CreateAccessKeyResult>',
            '</CreateAccessKeyResponse>',
          ),
        )
      },
      'one-line': sts('logs/sts-body.log', (m, k) =>
        lines(
          `${m.date()} ${m.time()} DEBUG body=<GetSessionTokenResult><Credentials><SessionToken>${k.token}</SessionToken><SecretAccessKey>${k.secret}</SecretAccessKey><Expiration>${m.date()}</Expiration><AccessKeyId>${k.id}</AccessKeyId></Credentials></GetSessionTokenResult>`,
        ),
      ),
    },
  },
]

const createAccessKey = (m: Material, order: 'AccessKeyId first' | 'SecretAccessKey first'): Draft => {
  const k = m.longTerm()
  const date = { Status: 'Active', CreateDate: `${m.date()}T${m.time()}+00:00` }
  const key =
    order === 'AccessKeyId first'
      ? { UserName: m.person(), AccessKeyId: k.id, ...date, SecretAccessKey: k.secret }
      : { SecretAccessKey: k.secret, ...date, UserName: m.person(), AccessKeyId: k.id }
  return holding([k], 'new-key.json', json({ AccessKey: key }, 4))
}
