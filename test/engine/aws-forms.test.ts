import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { accessKeyId, draw, secretAccessKey, sessionToken } from '../support/credentials.js'
import { detected } from '../support/detect.js'

const id = accessKeyId('forms')
const secret = secretAccessKey('forms')
const temporary = accessKeyId('forms', 'ASIA')
const token = sessionToken('forms')
const pair = { rule: 'aws-access-key', id, secret }
const triple = { rule: 'aws-access-key', id: temporary, secret, token }
const lines = (...parts: string[]): string => parts.join('\n')
const far = (count: number): string => Array.from({ length: count }, (_, i) => `line ${i}`).join('\n')

describe('an id and its secret are one credential', () => {
  it.each([
    [
      'credentials file',
      lines('[default]', `aws_access_key_id = ${id}`, `aws_secret_access_key = ${secret}`),
    ],
    ['dotenv', lines(`AWS_ACCESS_KEY_ID=${id}`, `AWS_SECRET_ACCESS_KEY=${secret}`)],
    [
      'dotenv, quoted, a region between',
      lines(`AWS_ACCESS_KEY_ID="${id}"`, 'AWS_REGION="eu-west-1"', `AWS_SECRET_ACCESS_KEY="${secret}"`),
    ],
    ['CR LF', `AWS_ACCESS_KEY_ID=${id}\r\nAWS_SECRET_ACCESS_KEY=${secret}\r\n`],
    ['shell export', lines(`export AWS_ACCESS_KEY_ID='${id}'`, `export AWS_SECRET_ACCESS_KEY='${secret}'`)],
    ['secret first', lines(`AWS_SECRET_ACCESS_KEY=${secret}`, `AWS_ACCESS_KEY_ID=${id}`)],
    ['ten lines apart', lines(`AWS_ACCESS_KEY_ID=${id}`, far(9), `AWS_SECRET_ACCESS_KEY=${secret}`)],
    [
      'fifty lines apart, by their names',
      lines(`PROD_AWS_ACCESS_KEY_ID=${id}`, far(50), `PROD_AWS_SECRET_ACCESS_KEY=${secret}`),
    ],
    ['JSON', JSON.stringify({ AccessKeyId: id, SecretAccessKey: secret })],
    [
      'JSON, printed',
      JSON.stringify(
        { AccessKey: { UserName: 'x', AccessKeyId: id, Status: 'Active', SecretAccessKey: secret } },
        null,
        2,
      ),
    ],
    [
      'JSON in a JSON string',
      JSON.stringify({ body: JSON.stringify({ accessKeyId: id, secretAccessKey: secret }) }),
    ],
    [
      'JSON with escaped slashes',
      JSON.stringify({ accessKeyId: id, secretAccessKey: secret }).replaceAll('/', '\\/'),
    ],
    [
      'dotenv in a JSON string',
      JSON.stringify({ env: `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n` }),
    ],
    ['CSV in a JSON string', JSON.stringify({ file: `Access key ID,Secret access key\n${id},${secret}` })],
    ['YAML', lines('aws:', `  access_key: ${id}`, `  secret_key: ${secret}`)],
    ['TOML', lines('[s3]', `access_key_id = "${id}"`, `secret_access_key = "${secret}"`)],
    ['HCL', lines('provider "aws" {', `  access_key = "${id}"`, `  secret_key = "${secret}"`, '}')],
    [
      'XML',
      lines('<config>', `  <accessKey>${id}</accessKey>`, `  <secretKey>${secret}</secretKey>`, '</config>'),
    ],
    [
      'Hadoop site file',
      lines(
        '<property><name>fs.s3a.access.key</name>',
        `<value>${id}</value></property>`,
        '<property><name>fs.s3a.secret.key</name>',
        `<value>${secret}</value></property>`,
      ),
    ],
    ['accessKeys.csv', `Access key ID,Secret access key\r\n${id},${secret}\r\n`],
    [
      'credentials.csv',
      lines(
        'User name,Password,Access key ID,Secret access key,Console login link',
        `ci,,${id},${secret},https://123.signin.aws.amazon.com/console`,
      ),
    ],
    [
      'credentials.csv, quoted',
      lines('"User Name","Access Key Id","Secret Access Key"', `"ci","${id}","${secret}"`),
    ],
    ['rootkey.csv, old', `AWSAccessKeyId=${id}\nAWSSecretKey=${secret}\n`],
    ['id:secret', `${id}:${secret}\n`],
    ['Java, positional', `new BasicAWSCredentials("${id}", "${secret}")`],
    [
      'Java, positional over lines',
      lines('AwsBasicCredentials.create(', `    "${id}",`, `    "${secret}"`, ');'),
    ],
    ['Go', `credentials.NewStaticCredentials("${id}", "${secret}", "")`],
    ['Python', `boto3.client("s3", aws_access_key_id="${id}", aws_secret_access_key="${secret}")`],
    ['JavaScript', `new AWS.S3({ accessKeyId: '${id}', secretAccessKey: '${secret}' })`],
    ['C#', `var c = new BasicAWSCredentials("${id}", @"${secret}");`],
    ['PHP', lines("'credentials' => [", `  'key' => '${id}',`, `  'secret' => '${secret}',`, '],')],
    ['Ruby', `Aws::Credentials.new('${id}', '${secret}')`],
    ['Dockerfile', lines(`ENV AWS_ACCESS_KEY_ID ${id}`, `ENV AWS_SECRET_ACCESS_KEY ${secret}`)],
    ['PowerShell', lines(`$env:AWS_ACCESS_KEY_ID = "${id}"`, `$env:AWS_SECRET_ACCESS_KEY = "${secret}"`)],
    [
      'compose list',
      lines('environment:', `  - AWS_ACCESS_KEY_ID=${id}`, `  - AWS_SECRET_ACCESS_KEY=${secret}`),
    ],
    [
      'ECS task definition',
      JSON.stringify([
        { name: 'AWS_ACCESS_KEY_ID', value: id },
        { name: 'AWS_SECRET_ACCESS_KEY', value: secret },
      ]),
    ],
    ['Redshift COPY', `CREDENTIALS 'aws_access_key_id=${id};aws_secret_access_key=${secret}'`],
    ['a percent-encoded URL', `sqs://${id}:${encodeURIComponent(secret)}@`],
    [
      'HTML entities',
      lines(
        `<accessKey>${id}</accessKey>`,
        `<secretKey>${secret.replaceAll('+', '&#43;').replaceAll('/', '&#x2F;')}</secretKey>`,
      ),
    ],
    ['a comment', `// old key: ${id} / ${secret} (remove)`],
    ['no newline and nothing around', `${id} ${secret}`],
    ['a non-ASCII neighbourhood', `ключ = "${id}"\nсекрет = "${secret}" 😀`],
  ])('%s', (_form, text) => {
    expect(detected(text)).toEqual([pair])
  })

  it.each([
    [
      'environment',
      lines(
        `AWS_ACCESS_KEY_ID=${temporary}`,
        `AWS_SECRET_ACCESS_KEY=${secret}`,
        `AWS_SESSION_TOKEN=${token}`,
      ),
    ],
    [
      'STS answer',
      JSON.stringify(
        {
          Credentials: {
            AccessKeyId: temporary,
            SecretAccessKey: secret,
            SessionToken: token,
            Expiration: '2026-01-01T00:00:00Z',
          },
        },
        null,
        1,
      ),
    ],
    [
      'token between id and secret',
      lines(
        `aws_access_key_id=${temporary}`,
        `aws_session_token=${token}`,
        `aws_secret_access_key=${secret}`,
      ),
    ],
  ])('with its session token: %s', (_form, text) => {
    expect(detected(text)).toEqual([triple])
  })
})

describe('several credentials', () => {
  const [a, b] = ['a', 'b'].map((seed) => ({
    rule: 'aws-access-key',
    id: accessKeyId(seed),
    secret: secretAccessKey(seed),
  })) as [typeof pair, typeof pair]

  it.each([
    ['on one line', `${a.id},${a.secret},${b.id},${b.secret}`],
    [
      'in two sections',
      lines(
        '[a]',
        `aws_access_key_id=${a.id}`,
        `aws_secret_access_key=${a.secret}`,
        '[b]',
        `aws_access_key_id=${b.id}`,
        `aws_secret_access_key=${b.secret}`,
      ),
    ],
    [
      'in two sections, secrets first',
      lines(
        '[a]',
        `aws_secret_access_key=${a.secret}`,
        `aws_access_key_id=${a.id}`,
        '[b]',
        `aws_secret_access_key=${b.secret}`,
        `aws_access_key_id=${b.id}`,
      ),
    ],
    [
      'interleaved, told apart by their names',
      lines(`A_KEY_ID=${a.id}`, `B_KEY_ID=${b.id}`, `A_SECRET=${a.secret}`, `B_SECRET=${b.secret}`),
    ],
  ])('%s', (_form, text) => {
    expect(detected(text)).toEqual([a, b])
  })

  it('the same credential twice is one detection with two places', () => {
    const text = lines(`id=${id}`, `secret=${secret}`, far(30), `id=${id}`, `secret=${secret}`)
    expect(detected(text)).toEqual([pair])
  })
})

describe('half a credential', () => {
  it.each([
    ['an id', `key: ${id}`, [{ rule: 'aws-access-key-id', id }]],
    ['an id after an underscore', `KEY_${id}`, [{ rule: 'aws-access-key-id', id }]],
    [
      'an id in a URL',
      `https://b.s3.amazonaws.com/o?AWSAccessKeyId=${id}&Expires=1`,
      [{ rule: 'aws-access-key-id', id }],
    ],
    [
      'an id in a percent-encoded credential scope',
      `X-Amz-Credential%3D${id}%2F20260101%2Fus-east-1`,
      [{ rule: 'aws-access-key-id', id }],
    ],
    [
      'a secret under its own name',
      `AWS_SECRET_ACCESS_KEY=${secret}`,
      [{ rule: 'aws-secret-access-key', secret }],
    ],
    [
      'a secret under a general name near the word aws',
      lines('provider "aws" {', `  secret_key = "${secret}"`, '}'),
      [{ rule: 'aws-secret-access-key', secret }],
    ],
    ['a session token', `AWS_SESSION_TOKEN=${token}`, [{ rule: 'aws-session-token', token }]],
    [
      'a real secret beside an example id',
      lines('AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE', `AWS_SECRET_ACCESS_KEY=${secret}`),
      [{ rule: 'aws-secret-access-key', secret }],
    ],
    [
      'a real id beside an example secret',
      lines(`AWS_ACCESS_KEY_ID=${id}`, 'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
      [{ rule: 'aws-access-key-id', id }],
    ],
  ])('%s', (_form, text, expected) => {
    expect(detected(text)).toEqual(expected)
  })
})

describe('silence', () => {
  const sha1 = draw('sha1', '0123456789abcdef', 40)
  it.each([
    [
      'documentation',
      lines(
        'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE',
        'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      ),
    ],
    [
      'placeholders',
      lines(
        'AWS_ACCESS_KEY_ID=<your key id>',
        'AWS_SECRET_ACCESS_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      ),
    ],
    [
      'references',
      lines(
        'aws-access-key-id: $' + '{{ secrets.AWS_ACCESS_KEY_ID }}',
        'aws-secret-access-key: $' + '{{ secrets.AWS_SECRET_ACCESS_KEY }}',
      ),
    ],
    ['a commit id under an AWS name', `aws_secret_version_key: ${sha1}`],
    ['role and user ids', lines(`role: AROA${id.slice(4)}X`, `user: AIDA${id.slice(4)}X`)],
    ['an id inside a longer word', `X${id}Y`],
    ['a lower-case id', id.toLowerCase()],
    ['a secret that is too long', `AWS_SECRET_ACCESS_KEY=${secret}A`],
    [
      'an integrity string',
      `"integrity": "sha512-${Buffer.from(draw('i', 'abcdefghijklmnop', 64)).toString('base64')}", "aws-sdk": 1`,
    ],
    ['40 random characters without a name', `checksum ${secret} of the aws bundle`],
    ['40 random characters under a digest name', lines('aws:', `  etag: "${secret}"`)],
    [
      'a base64 image in an AWS file',
      `aws_secret_logo = "data:image/png;base64,${draw('png', 'ABCDEFGHIJKLMNOPabcdefghijklmnop0123456789+/ABCDEFGHIJKLMNOPQR', 4000)}"`,
    ],
    ['a digest beside an id alone', lines(`AKIAIOSFODNN7EXAMPLE`, `sha1: ${sha1}`)],
  ])('%s', (_form, text) => {
    expect(detected(text)).toEqual([])
  })
})
