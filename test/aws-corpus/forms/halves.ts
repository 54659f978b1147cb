import type { Draft } from '../case-model.js'
import { cased } from '../making/casing.js'
import type { Credential } from '../making/credentials.js'
import { type Form, file, json, leaking, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'
import { quietSettings } from '../making/surrounding-settings.js'

const env = (m: Material): readonly string[] =>
  quietSettings(m, 6).map(({ words, value }) => `${cased(words, 'UPPER_SNAKE')}=${value}`)

const apart = (k: Credential) => [
  { ruleId: 'aws-access-key-id', id: k.id },
  { ruleId: 'aws-secret-access-key', secret: k.secret },
]

const inTwo =
  (write: (m: Material, k: Credential) => Draft['files']) =>
  (m: Material): Draft => {
    const k = m.longTerm()
    return { files: write(m, k), expected: apart(k), dropped: [] }
  }

const idIn =
  (path: string, write: (m: Material, id: string) => string, kind: 'AKIA' | 'ASIA' = 'AKIA') =>
  (m: Material): Draft => {
    const { id } = kind === 'AKIA' ? m.longTerm() : m.temporary()
    return leaking([{ ruleId: 'aws-access-key-id', id }], path, write(m, id))
  }

const secretIn =
  (path: string, write: (m: Material, secret: string) => string) =>
  (m: Material): Draft => {
    const { secret } = m.longTerm()
    return leaking([{ ruleId: 'aws-secret-access-key', secret }], path, write(m, secret))
  }

const tokenIn =
  (path: string, write: (m: Material, token: string) => string) =>
  (m: Material): Draft => {
    const { token } = m.temporary()
    return leaking([{ ruleId: 'aws-session-token', token }], path, write(m, token))
  }

const amazonDate = (m: Material): string => m.date().replaceAll('-', '')

/** An ID, a secret or a token that stands alone in its file. */
export const halves: readonly Form[] = [
  {
    name: 'pair-in-two-files',
    variants: {
      'env-and-env-local': inTwo((m, k) => [
        file('.env', lines(env(m), `AWS_ACCESS_KEY_ID=${k.id}`, 'AWS_SECRET_ACCESS_KEY=')),
        file('.env.local', lines(`# ${m.person()}`, `AWS_SECRET_ACCESS_KEY=${k.secret}`, env(m))),
      ]),
      'terraform-variables': inTwo((m, k) => [
        file(
          'variables.tf',
          lines(
            'variable "access_key" {',
            '  type    = string',
            `  default = "${k.id}"`,
            '}',
            '',
            'variable "secret_key" {',
            '  type      = string',
            '  sensitive = true',
            '}',
          ),
        ),
        file('secrets.auto.tfvars', lines(`region = "${m.region()}"`, `secret_key = "${k.secret}"`)),
      ]),
      'two-value-files': inTwo((m, k) => [
        file(
          'config/app.yml',
          lines('s3:', `  bucket: ${m.bucket()}`, `  access_key_id: ${k.id}`, `  region: ${m.region()}`),
        ),
        file(
          'config/secrets.yml',
          lines('production:', `  s3_secret_access_key: ${k.secret}`, `  log_level: info`),
        ),
        file('README.md', lines(`# ${m.name()}`, '', 'Keys are in the two files of `config`.')),
      ]),
    },
  },
  {
    name: 'access-key-id-alone',
    variants: {
      'code-comment': idIn('src/s3.ts', (m, id) =>
        lines(
          "import { client } from './client.js'",
          '',
          `// signs with ${id}; rotate it before ${m.date()}`,
          'export const list = () => client.list()',
        ),
      ),
      cloudtrail: idIn('events/trail.json', (m, id) =>
        json({
          Records: [
            {
              eventVersion: '1.08',
              userIdentity: {
                type: 'IAMUser',
                accountId: m.account(),
                accessKeyId: id,
                userName: m.person(),
              },
              eventTime: `${m.date()}T${m.time()}Z`,
              eventName: 'ListBuckets',
              requestID: m.uuid(),
              eventID: m.uuid(),
            },
          ],
        }),
      ),
      'cloudtrail-temporary': idIn(
        'events/assumed.json',
        (m, id) =>
          json(
            {
              userIdentity: {
                type: 'AssumedRole',
                arn: `arn:aws:sts::${m.account()}:assumed-role/${m.name()}/${m.word()}`,
                accessKeyId: id,
              },
              eventName: 'GetObject',
              sourceIPAddress: '10.0.0.8',
            },
            0,
          ),
        'ASIA',
      ),
      'authorization-header': idIn('logs/proxy.log', (m, id) =>
        lines(
          `${m.date()} ${m.time()} GET /`,
          `${m.date()} ${m.time()} > Authorization: AWS4-HMAC-SHA256 Credential=${id}/${amazonDate(m)}/${m.region()}/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=${m.hex(64)}`,
          `${m.date()} ${m.time()} < 200`,
        ),
      ),
      'placeholder-secret': idIn('.env.example', (m, id) =>
        lines(env(m), `AWS_ACCESS_KEY_ID=${id}`, 'AWS_SECRET_ACCESS_KEY=<ask the platform team>'),
      ),
      'referenced-secret': idIn('docker-compose.yml', (m, id) =>
        lines(
          'services:',
          '  app:',
          `    image: ${m.name()}`,
          '    environment:',
          `      AWS_ACCESS_KEY_ID: ${id}`,
          `      AWS_SECRET_ACCESS_KEY: \${AWS_SECRET_ACCESS_KEY}`,
        ),
      ),
      'terraform-import': idIn('imports.sh', (m, id) =>
        lines(
          '#!/bin/sh',
          `terraform import aws_iam_access_key.${m.word()} ${id}`,
          `terraform import aws_s3_bucket.${m.word()} ${m.bucket()}`,
        ),
      ),
      'underscore-before': idIn('inventory.txt', (m, id) =>
        lines('keys by name', `prod_${id}`, `owner ${m.person()}`),
      ),
    },
  },
  {
    name: 'secret-access-key-alone',
    variants: {
      dotenv: secretIn('.env', (m, secret) => lines(env(m), `AWS_SECRET_ACCESS_KEY=${secret}`, env(m))),
      'id-from-environment': secretIn('src/aws.js', (m, secret) =>
        lines(
          'AWS.config.update({',
          '  accessKeyId: process.env.AWS_ACCESS_KEY_ID,',
          `  secretAccessKey: '${secret}',`,
          `  region: '${m.region()}',`,
          '})',
        ),
      ),
      'example-id-beside': secretIn('docs/setup.md', (m, secret) =>
        lines(
          `# ${m.name()}`,
          '',
          '```',
          'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
          `aws_secret_access_key = ${secret}`,
          '```',
        ),
      ),
      'yaml-camel-case': secretIn('charts/values.yaml', (m, secret) =>
        lines(
          'aws:',
          `  region: ${m.region()}`,
          '  accessKeyId: ""',
          `  secretAccessKey: ${secret}`,
          `  bucket: ${m.bucket()}`,
        ),
      ),
      'python-keyword': secretIn('jobs/a.py', (m, secret) =>
        lines(
          'import os, boto3',
          '',
          'client = boto3.client(',
          '    "sqs",',
          '    aws_access_key_id=os.environ["KEY"],',
          `    aws_secret_access_key="${secret}",`,
          ')',
          `QUEUE = "${m.name()}"`,
        ),
      ),
      'hadoop-property': secretIn('conf/core-site.xml', (m, secret) =>
        lines(
          '<configuration>',
          '<property>',
          '<name>fs.s3a.secret.key</name>',
          `<value>${secret}</value>`,
          '</property>',
          `<!-- ${m.uuid()} -->`,
          '</configuration>',
        ),
      ),
    },
  },
  {
    name: 'session-token-alone',
    variants: {
      export: tokenIn('bin/login.sh', (m, token) =>
        lines(
          '#!/bin/sh',
          `# ${m.name()}`,
          `export AWS_SESSION_TOKEN="${token}"`,
          `export AWS_REGION=${m.region()}`,
        ),
      ),
      header: tokenIn('logs/request.log', (m, token) =>
        lines(
          `${m.date()} ${m.time()} GET /${m.word()}`,
          `x-amz-security-token: ${token}`,
          `x-amz-date: ${amazonDate(m)}T000000Z`,
          `host: ${m.host()}`,
        ),
      ),
      json: tokenIn('tmp/session.json', (m, token) =>
        json({
          AccessKeyId: '<redacted>',
          SecretAccessKey: '<redacted>',
          SessionToken: token,
          Expiration: `${m.date()}T${m.time()}Z`,
        }),
      ),
    },
  },
]
