import { type Form, lines, silent } from '../making/draft.js'
import { kind } from '../making/kind.js'
import type { Material } from '../making/material.js'

/** What points to a value that is elsewhere. */
const reference = (m: Material, name: string): string =>
  m.pick([
    `\${${name}}`,
    `$${name}`,
    `\${${name}:?not set}`,
    `\${env:${name}}`,
    `{{ ${name.toLowerCase()} }}`,
    `{{ lookup('env', '${name}') }}`,
    `%${name}%`,
    `{{resolve:secretsmanager:${m.name()}:SecretString:${name}}}`,
    `{{resolve:ssm-secure:/${m.word()}/${m.word()}:1}}`,
    `op://${m.word()}/${m.name()}/${name}`,
    `vault:secret/data/${m.word()}#${name}`,
    `ssm:/${m.word()}/${name}`,
    `\${{ secrets.${name} }}`,
    `ref+awssecrets://${m.name()}/${name}`,
  ])

const bash = (m: Material, name: string): string =>
  m.pick([
    `"$(aws ssm get-parameter --name /${m.name()}/${name} --with-decryption --query Parameter.Value --output text)"`,
    `"$(cat /run/secrets/${name})"`,
    `\${${name}:-}`,
    `"$(jq -r .Credentials.SecretAccessKey < "$reply")"`,
    '`pass show aws/secret`',
  ])

const [ID, SECRET] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']

/** What points to a credential that is elsewhere. */
export const references: readonly Form[] = [
  kind('reference-to-a-value', {
    yaml: (m) =>
      silent(
        'serverless.yml',
        lines(
          'provider:',
          '  environment:',
          `    ${ID}: ${reference(m, ID)}`,
          `    ${SECRET}: ${reference(m, SECRET)}`,
        ),
      ),
    compose: (m) =>
      silent(
        'compose.yml',
        lines(
          'services:',
          '  app:',
          '    environment:',
          `      - ${ID}=${reference(m, ID)}`,
          `      - ${SECRET}=${reference(m, SECRET)}`,
        ),
      ),
    env: (m) =>
      silent(
        '.env.tpl',
        lines(
          `${ID}=${reference(m, ID)}`,
          `${SECRET}="${reference(m, SECRET)}"`,
          `AWS_SESSION_TOKEN='${reference(m, 'AWS_SESSION_TOKEN')}'`,
          `TENANT_ID=${m.uuid()}`,
        ),
      ),
    properties: (m) =>
      silent(
        'application.properties',
        lines(
          `cloud.aws.credentials.access-key=${reference(m, ID)}`,
          `cloud.aws.credentials.secret-key=${reference(m, SECRET)}`,
        ),
      ),
    shell: (m) =>
      silent(
        'bin/env.sh',
        lines('#!/bin/sh', `export ${ID}=${bash(m, ID)}`, `export ${SECRET}=${bash(m, SECRET)}`, 'exec "$@"'),
      ),
    cloudformation: (m) =>
      silent(
        'template.yaml',
        lines(
          'Resources:',
          '  Key:',
          '    Type: AWS::IAM::AccessKey',
          '    Properties:',
          `      UserName: ${m.person()}`,
          'Outputs:',
          '  AccessKeyId:',
          '    Value: !Ref Key',
          '  SecretAccessKey:',
          '    Value: !GetAtt Key.SecretAccessKey',
        ),
      ),
    terraform: (m) =>
      silent(
        'outputs.tf',
        lines(
          'provider "aws" {',
          '  access_key = var.aws_access_key',
          '  secret_key = var.aws_secret_key',
          '}',
          'output "secret" {',
          `  value = aws_iam_access_key.${m.word()}.secret`,
          '  sensitive = true',
          '}',
        ),
      ),
    kubernetes: (m) =>
      silent(
        'deployment.yaml',
        lines(
          'env:',
          `  - name: ${SECRET}`,
          '    valueFrom:',
          '      secretKeyRef:',
          `        name: ${m.name()}`,
          '        key: aws-secret-access-key',
        ),
      ),
  }),
  kind('environment-lookup', {
    javascript: (m) =>
      silent(
        'src/aws.js',
        lines(
          `// ${m.name()}`,
          'export const credentials = {',
          `  accessKeyId: process.env.${ID},`,
          `  secretAccessKey: process.env.${SECRET},`,
          '  sessionToken: process.env.AWS_SESSION_TOKEN,',
          '}',
        ),
      ),
    python: (m) =>
      silent(
        'app/aws.py',
        lines(
          'import os',
          '',
          `# ${m.name()}`,
          `aws_access_key_id = os.environ["${ID}"]`,
          `aws_secret_access_key = os.getenv("${SECRET}", "")`,
        ),
      ),
    ruby: (m) =>
      silent(
        'config/storage.yml',
        lines(
          'amazon:',
          '  service: S3',
          `  access_key_id: <%= Rails.application.credentials.dig(:aws, :access_key_id) %>`,
          '  secret_access_key: <%= ENV.fetch("AWS_SECRET_ACCESS_KEY") %>',
          `  bucket: ${m.bucket()}`,
        ),
      ),
    php: () =>
      silent(
        'config/services.php',
        lines(
          '<?php',
          "return ['ses' => ['key' => env('AWS_ACCESS_KEY_ID'), 'secret' => env('AWS_SECRET_ACCESS_KEY')]];",
        ),
      ),
    csharp: (m) =>
      silent(
        'Aws.cs',
        lines(
          `// ${m.name()} ${m.uuid()}`,
          'var keys = new BasicAWSCredentials(',
          '    Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"),',
          '    Configuration["AWS:SecretKeyFromParameterStore"]);',
        ),
      ),
  }),
]
