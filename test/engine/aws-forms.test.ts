import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'
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
    [
      '.s3cfg: general names forty lines apart',
      lines('[default]', `access_key = ${id}`, 'access_token =', far(42), `secret_key = ${secret}`),
    ],
    [
      ".s3cfg with AWS's host between",
      lines(
        '[default]',
        `access_key = ${id}`,
        far(40),
        'host_base = s3.amazonaws.com',
        `secret_key = ${secret}`,
      ),
    ],
    ['general names thirteen lines apart', lines(`access_key: ${id}`, far(12), `secret_key: ${secret}`)],
    [
      'thirteen lines apart, one name with the provider',
      lines(`aws_access_key_id: ${id}`, far(12), `secret_key: ${secret}`),
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
    ['bucket:id:secret', `my-bucket:${id}:${secret}\n`],
    ['terminal colours', `\x1b[33m${id}\x1b[0m \x1b[1;32m${secret}\x1b[0m`],
    ['quoted-printable', `id=3D${id} key=3D${secret}`],
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
