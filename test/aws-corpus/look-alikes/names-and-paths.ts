import { type Form, json, lines, silent } from '../making/draft.js'
import { awsRemark, kind } from '../making/kind.js'
import type { Material } from '../making/material.js'

const PARTS = [
  'Aws',
  'Secret',
  'Access',
  'Key',
  'Provider',
  'Factory',
  'Default',
  'Session',
  'Token',
  'Rotating',
  'Cached',
  'Bucket',
  'Storage',
  'Client',
  'S3',
  'Credentials',
  'Builder',
  'Resolver',
  'Environment',
  'Parameter',
  'Store',
] as const
const FOLDERS = [
  'src',
  'main',
  'java',
  'prod',
  'Services',
  'Orders',
  'Secrets',
  'aws',
  'Keys',
  'v2',
  'uploads',
  'Archive2024',
  'images',
  'Region1',
  'team',
  'Billing',
] as const

/** Words joined to exactly 40 characters, the length of a secret access key. */
const fortyOf = (m: Material, words: readonly [string, ...string[]], joint: string): string => {
  for (;;) {
    let text: string = m.pick(words)
    while (text.length < 40) {
      const word = m.pick(words)
      if (!text.endsWith(word)) text = `${text}${joint}${word}`
    }
    if (text.length === 40) return text
  }
}

const camel = (m: Material): string => fortyOf(m, [...PARTS] as [string, ...string[]], '')
const path = (m: Material): string => fortyOf(m, [...FOLDERS] as [string, ...string[]], '/')

/** Names, paths and URLs of a secret's length beside the words that stand beside secrets. */
export const namesAndPaths: readonly Form[] = [
  kind('camel-case-of-40', {
    assignment: (m) =>
      silent(
        'src/Config.java',
        lines(
          'class Config {',
          `  private final ${camel(m)} secretAccessKey;`,
          `  Config() { this.secretAccessKey = ${camel(m)}.create(); }`,
          '}',
        ),
      ),
    'javascript-call': (m) =>
      silent(
        'src/keys.js',
        lines(`const secretAccessKey = ${camel(m)}()`, `const accessKeyId = ${camel(m)}(secretAccessKey)`),
      ),
    'class-name-string': (m) =>
      silent(
        'core-site.xml',
        lines(
          '<property>',
          '<name>fs.s3a.aws.credentials.provider</name>',
          `<value>org.apache.hadoop.fs.s3a.${camel(m)}</value>`,
          '</property>',
        ),
      ),
    'test-names': (m) =>
      silent(
        'test/aws_test.go',
        lines(
          'package aws',
          `// ${awsRemark(m)}`,
          `func Test${camel(m)}(t *testing.T) {}`,
          `func Test${camel(m)}(t *testing.T) {}`,
        ),
      ),
    imports: (m) =>
      silent(
        'src/index.ts',
        lines(
          `import { ${camel(m)} } from './aws-secret-key.js'`,
          `export { ${camel(m)} } from './secret-access-key.js'`,
        ),
      ),
  }),
  kind('path-of-40', {
    env: (m) =>
      silent(
        '.env.paths',
        lines(
          `AWS_SECRET_ACCESS_KEY_PATH=${path(m)}`,
          `SECRET_KEY_FILE=/${path(m)}`,
          `S3_KEY_PREFIX=${path(m)}/`,
        ),
      ),
    's3-url': (m) =>
      silent(
        'jobs.yaml',
        lines(
          'jobs:',
          `  - source: s3://${m.bucket()}/${path(m)}`,
          `    secret_store: s3://${m.bucket()}/${path(m)}/key.enc`,
          '    access_key_from: instance-profile',
        ),
      ),
    'copy-script': (m) =>
      silent(
        'bin/copy.sh',
        lines(
          '#!/bin/sh',
          `# ${awsRemark(m)}`,
          `aws s3 cp s3://${m.bucket()}/${path(m)} ./${path(m)}`,
          `aws s3api get-object --bucket ${m.bucket()} --key ${path(m)} out`,
        ),
      ),
    codeowners: (m) =>
      silent('CODEOWNERS', lines(`${path(m)} @aws/secret-key-team`, `/${path(m)}/ @${m.person()}`)),
    'object-key-json': (m) =>
      silent(
        'events/put.json',
        json({
          Records: [
            {
              awsRegion: m.region(),
              s3: {
                bucket: { name: m.bucket() },
                object: { key: path(m), eTag: m.hex(32), sequencer: m.hex(18).toUpperCase() },
              },
            },
          ],
        }),
      ),
  }),
  kind('s3-url', {
    'public-objects': (m) =>
      silent(
        'downloads.md',
        lines(
          `[aws key guide](https://${m.bucket()}.s3.${m.region()}.amazonaws.com/${path(m)}.pdf)`,
          `[logo](https://s3.amazonaws.com/${m.bucket()}/${m.hex(40)}.png)`,
        ),
      ),
    'website-links': (m) =>
      silent(
        'sitemap.xml',
        lines(
          '<urlset>',
          Array.from(
            { length: 5 },
            () =>
              `<url><loc>https://${m.bucket()}.s3-website-${m.region()}.amazonaws.com/${m.uuid()}</loc></url>`,
          ),
          '</urlset>',
        ),
      ),
    'percent-encoded': (m) =>
      silent(
        'links.txt',
        lines(
          `https://console.aws.amazon.com/iam/home?region=${m.region()}#/users/${m.person()}?section=security_credentials`,
          `https://${m.host()}/login?next=%2Fkeys%2Faws%2Fsecret%3Fid%3D${m.digits(6)}%26name%3D${encodeURIComponent(`${m.word()}/${m.word()}+x`)}`,
        ),
      ),
    'signed-with-placeholders': (m) =>
      silent(
        'docs/signed.md',
        lines(
          `https://${m.bucket()}.s3.amazonaws.com/x?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={access_key}/{date}/{region}/s3/aws4_request&X-Amz-Signature={signature}`,
          '',
          `https://${m.host()}/?AWSAccessKeyId=$KEY&Expires=$EXPIRES&Signature=$SIGNATURE`,
        ),
      ),
  }),
]
