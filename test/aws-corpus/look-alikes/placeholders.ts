import { type Form, json, lines, silent } from '../making/draft.js'
import { kind } from '../making/kind.js'
import type { Material } from '../making/material.js'

/** Values that say of themselves that they are none. */
const stub = (m: Material): { readonly id: string; readonly secret: string } =>
  m.pick([
    { id: '<your key>', secret: '<your secret>' },
    { id: 'xxxxxxxxxxxxxxxxxxxx', secret: 'x'.repeat(40) },
    { id: 'XXXXXXXXXXXXXXXXXXXX', secret: 'X'.repeat(40) },
    { id: 'changeme', secret: 'changeme' },
    { id: 'YOUR_ACCESS_KEY_ID', secret: 'YOUR_SECRET_ACCESS_KEY' },
    { id: 'your-access-key-id-here', secret: 'your-secret-access-key-goes-right-here-x' },
    { id: 'AKIAXXXXXXXXXXXXXXXX', secret: 'XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX' },
    { id: 'REPLACE_ME', secret: 'REPLACE_ME_WITH_YOUR_SECRET_ACCESS_KEY__' },
    { id: 'test', secret: 'test' },
    { id: 'minioadmin', secret: 'minioadmin' },
    { id: '********************', secret: '*'.repeat(40) },
    { id: 'REDACTED', secret: '[REDACTED]' },
    { id: 'dummy', secret: 'dummy-secret-access-key-for-unit-tests-1' },
    { id: 'AKIA................', secret: '........................................' },
    { id: '', secret: '' },
  ])

/** The examples of the AWS documentation (reference, section 7). */
const example = (m: Material): { readonly id: string; readonly secret: string } => ({
  id: m.pick([
    'AKIAIOSFODNN7EXAMPLE',
    'AKIAI44QH8DHBEXAMPLE',
    'ASIAIOSFODNN7EXAMPLE',
    'ASIAWHOJDLGPOEXAMPLE',
  ]),
  secret: m.pick(['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY']),
})

const [ID, SECRET] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']

/** Placeholders, documented examples, references, and ciphertext where a credential would stand. */
export const placeholders: readonly Form[] = [
  kind('placeholder', {
    env: (m) =>
      silent(
        '.env.example',
        lines(
          `# ${m.name()}`,
          `${ID}=${stub(m).id}`,
          `${SECRET}=${stub(m).secret}`,
          `AWS_REGION=${m.region()}`,
        ),
      ),
    yaml: (m) =>
      silent(
        'values.example.yaml',
        lines(
          's3:',
          `  accessKey: "${stub(m).id}"`,
          `  secretKey: "${stub(m).secret}"`,
          `  bucket: ${m.bucket()}`,
        ),
      ),
    json: (m) =>
      silent(
        'config.sample.json',
        json({
          accessKeyId: stub(m).id,
          secretAccessKey: stub(m).secret,
          region: m.region(),
          tenant: m.uuid(),
        }),
      ),
    ini: (m) =>
      silent(
        'docs/credentials.txt',
        lines(
          '[default]',
          `aws_access_key_id = ${stub(m).id}`,
          `aws_secret_access_key = ${stub(m).secret}`,
          'aws_session_token = <token>',
        ),
      ),
    python: (m) =>
      silent(
        'tests/conftest.py',
        lines(
          'import boto3',
          '',
          'client = boto3.client(',
          '    "s3",',
          `    aws_access_key_id="${stub(m).id}",`,
          `    aws_secret_access_key="${stub(m).secret}",`,
          '    endpoint_url="http://localhost:4566",',
          ')',
        ),
      ),
    terraform: (m) =>
      silent(
        'localstack.tf',
        lines(
          'provider "aws" {',
          `  access_key = "${stub(m).id}"`,
          `  secret_key = "${stub(m).secret}"`,
          '  skip_credentials_validation = true',
          '}',
        ),
      ),
  }),
  kind('documentation-example', {
    ini: (m) =>
      silent(
        'README.md',
        lines(
          '# Setup',
          '',
          '```ini',
          '[default]',
          `aws_access_key_id = ${example(m).id}`,
          `aws_secret_access_key = ${example(m).secret}`,
          '```',
        ),
      ),
    java: (m) =>
      silent(
        'Example.java',
        lines(
          `// as in the guide of ${m.date()}, example ${m.digits(4)}`,
          'class Example {',
          `  AWSCredentials keys = new BasicAWSCredentials("${example(m).id}", "${example(m).secret}");`,
          '}',
        ),
      ),
    csv: (m) =>
      silent(
        'accessKeys.csv',
        lines(
          'User name,Access key ID,Secret access key',
          `${m.person()}${m.digits(4)},${example(m).id},${example(m).secret}`,
        ),
      ),
    json: (m) =>
      silent(
        'docs/reply.json',
        json({
          Credentials: {
            AccessKeyId: example(m).id,
            SecretAccessKey: example(m).secret,
            SessionToken: 'AQoDYXdzEJr...<remainder of session token>',
            Expiration: `${m.date()}T${m.time()}Z`,
          },
        }),
      ),
    'signature-suite': () =>
      silent(
        'testdata/sigv4.txt',
        lines(
          'AKIDEXAMPLE',
          'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
          'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request',
        ),
      ),
    'presigned-url': (m) =>
      silent(
        'docs/presigned.md',
        lines(
          'The URL looks like this:',
          '',
          `    https://s3.amazonaws.com/examplebucket/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=<signature-value>`,
          '',
          `See ${m.host()}.`,
        ),
      ),
    identifiers: (m) =>
      silent(
        'docs/iam.md',
        lines(
          `| ${m.word()} | unique ID |`,
          '|---|---|',
          '| user | AIDACKCEVSQ6C2EXAMPLE |',
          '| role | AROADBQP57FF2AEXAMPLE |',
          '| user | AIDAQRSTUVWXYZEXAMPLE |',
        ),
      ),
  }),
  kind('masked-value', {
    log: (m) =>
      silent(
        'logs/ci.log',
        lines(
          `${m.date()} ${m.time()} ${ID}=***`,
          `${m.date()} ${m.time()} ${SECRET}=****************************************`,
          `AKIA************${m.text('ABCDEFGH234567', 4)}`,
        ),
      ),
    'configure-list': (m) =>
      silent(
        'notes.txt',
        lines(
          '      Name                    Value             Type    Location',
          `access_key     ****************${m.text('ABCDEFGH234567', 4)} shared-credentials-file`,
          `secret_key     ****************${m.text('abcdefgh', 4)} shared-credentials-file`,
          `    region                ${m.region()}      config-file    ~/.aws/config`,
        ),
      ),
    csv: (m) =>
      silent(
        'keys.csv',
        lines(
          'User name,Access key ID,Secret access key',
          `${m.person()},AKIA****************,****`,
          `${m.person()},AKIA…${m.text('ABCDEFGH', 4)},hidden`,
        ),
      ),
  }),
]
