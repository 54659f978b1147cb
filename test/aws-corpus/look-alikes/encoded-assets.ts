import { BASE64 } from '../making/alphabets.js'
import { type Form, json, lines, silent } from '../making/draft.js'
import { base64Of, wrapped } from '../making/hiding.js'
import { awsRemark, kind } from '../making/kind.js'
import type { Material } from '../making/material.js'

const PNG = 'iVBORw0KGgoAAAANSUhEUgAA'
const WOFF2 = 'd09GMgABAAAAA'

/** Base64 with the shape of an access key ID within the run. */
const withIdShape = (m: Material, length: number): string =>
  `${m.text(BASE64, length)}x${m.pick(['AKIA', 'ASIA'])}${m.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}q${m.text(BASE64, length)}`

/** Images, fonts and other assets in base64. */
export const encodedAssets: readonly Form[] = [
  kind('base64-image', {
    'css-background': (m) =>
      silent(
        'web/app.css',
        lines(
          `/* ${awsRemark(m)} */`,
          '.logo {',
          `  background: url(data:image/png;base64,${PNG}${m.base64(900)});`,
          '}',
          '.aws-secret-key { color: #f90; }',
        ),
      ),
    'html-inline': (m) =>
      silent(
        'report.html',
        lines(
          '<html><body>',
          `<p>${awsRemark(m)}</p>`,
          `<img alt="access key" src="data:image/png;base64,${PNG}${withIdShape(m, 400)}">`,
          '</body></html>',
        ),
      ),
    'json-icons': (m) =>
      silent(
        'icons.json',
        json({
          s3: `${PNG}${withIdShape(m, 200)}`,
          iam: `${PNG}${withIdShape(m, 300)}`,
          accessKey: `${PNG}${m.base64(600)}`,
        }),
      ),
    'wrapped-lines': (m) =>
      silent(
        'mail/invitation.eml',
        lines(
          'Content-Type: image/png; name="aws.png"',
          'Content-Transfer-Encoding: base64',
          `X-Note: ${awsRemark(m)}`,
          '',
          wrapped(`${PNG}${m.base64(2400)}`, 76),
        ),
      ),
    notebook: (m) =>
      silent(
        'plots.ipynb',
        json({
          cells: [
            {
              cell_type: 'code',
              source: ['import boto3\n', 's3 = boto3.client("s3")\n', 'plot()'],
              outputs: [
                { output_type: 'display_data', data: { 'image/png': `${PNG}${withIdShape(m, 900)}\n` } },
              ],
            },
          ],
          nbformat: 4,
        }),
      ),
  }),
  kind('base64-font', {
    'font-face': (m) =>
      silent(
        'fonts.css',
        lines(
          '@font-face {',
          "  font-family: 'Amazon Ember';",
          `  src: url(data:font/woff2;base64,${WOFF2}${withIdShape(m, 1500)}) format('woff2');`,
          '}',
        ),
      ),
    'javascript-constant': (m) =>
      silent('src/font.js', lines(`// ${awsRemark(m)}`, `export default '${WOFF2}${m.base64(1800)}'`)),
  }),
  kind('data-url', {
    svg: (m) =>
      silent(
        'theme.scss',
        lines(
          `$aws-icon: 'data:image/svg+xml;base64,${base64Of(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${m.digits(3)} 16"><path d="M${m.digits(2)} 4h8v8z"/></svg>`)}';`,
          `// ${awsRemark(m)}`,
        ),
      ),
    json: (m) =>
      silent(
        'manifest.html',
        lines(
          `<link rel="manifest" href="data:application/json;base64,${base64Of(JSON.stringify({ name: m.name(), start_url: '/', region: m.region(), accessKeyId: null }))}">`,
          '<script src="aws-sdk.js"></script>',
        ),
      ),
    wasm: (m) =>
      silent(
        'dist/sha.js',
        lines(
          `const wasm = 'data:application/wasm;base64,AGFzbQEAAAAB${withIdShape(m, 800)}'`,
          'export const sign = (secretAccessKey) => load(wasm).hmac(secretAccessKey)',
        ),
      ),
  }),
  kind('base64-of-harmless-text', {
    'kubernetes-config': (m) =>
      silent(
        'k8s/config.yaml',
        lines(
          'kind: ConfigMap',
          'binaryData:',
          `  aws-region: ${base64Of(m.region())}`,
          `  settings: ${base64Of(lines(`[default]`, `region = ${m.region()}`, 'output = json', `role_arn = arn:aws:iam::${m.account()}:role/${m.name()}`))}`,
        ),
      ),
    'kubernetes-placeholders': (m) =>
      silent(
        'k8s/secret.example.yaml',
        lines(
          'kind: Secret',
          'data:',
          `  AWS_ACCESS_KEY_ID: ${base64Of(m.pick(['changeme', 'your-access-key-id', '<access key>']))}`,
          `  AWS_SECRET_ACCESS_KEY: ${base64Of(m.pick(['changeme', 'your-secret-access-key', '<secret key>']))}`,
        ),
      ),
    prose: (m) =>
      silent(
        'messages.json',
        json({
          id: m.uuid(),
          body: base64Of(
            `Hello ${m.person()}, the aws_access_key_id and the aws_secret_access_key for ${m.name()} will be created on ${m.date()}. Please wait. `.repeat(
              3,
            ),
          ),
        }),
      ),
    'user-data': (m) =>
      silent(
        'launch-template.json',
        json({
          LaunchTemplateData: {
            ImageId: `ami-${m.hex(17)}`,
            UserData: base64Of(
              lines(
                '#!/bin/bash',
                'yum update -y',
                `aws s3 cp s3://${m.bucket()}/app.tgz .`,
                'export AWS_SECRET_ACCESS_KEY=$(cat /run/secret)',
              ),
            ),
          },
        }),
      ),
    'wrapped-script': (m) =>
      silent(
        'setup.b64',
        lines(
          wrapped(
            base64Of(
              lines(
                '#!/bin/sh',
                `# ${awsRemark(m)}`,
                `aws configure set region ${m.region()}`,
                'aws sts get-caller-identity',
                `echo ${m.uuid()}`,
              ),
            ),
            64,
          ),
        ),
      ),
  }),
  kind('random-binary', {
    'with-aws-words': (m) => ({
      files: [
        {
          path: 'cache/index.bin',
          bytes: Buffer.concat([m.bytes(900), Buffer.from('aws_secret_access_key\0AKIA'), m.bytes(900)]),
        },
      ],
      expected: [],
      dropped: [],
    }),
    'base64-of-binary': (m) =>
      silent('state/blob.json', json({ aws_secret_blob: m.base64(700), access_key_blob: m.base64(301) })),
  }),
]
