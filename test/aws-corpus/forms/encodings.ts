import type { Draft } from '../case-model.js'

import { type Form, json, lines, pairOf } from '../making/draft.js'
import { inside, secretYaml, values } from '../making/hidden-file.js'
import { base64Of, base64UrlOf, utf16, wrapped } from '../making/hiding.js'
import type { Material } from '../making/material.js'
import {
  credentialsText,
  csvText,
  envText,
  jsonText,
  propertiesText,
  type SampleText,
  scriptText,
} from '../making/sample-texts.js'

const wide =
  (path: string, sample: SampleText, order: 'little-endian' | 'big-endian', ends = '\n') =>
  (m: Material): Draft => {
    const k = m.longTerm()
    const bytes = utf16(sample(m, k).text.replaceAll('\n', ends), order)
    return { files: [{ path, bytes }], expected: [pairOf(k)], dropped: ['utf-8'] }
  }

export const encodings: readonly Form[] = [
  {
    name: 'hidden-utf16',
    variants: {
      'little-endian-env': wide('app.env', envText, 'little-endian', '\r\n'),
      'little-endian-script': wide('Deploy.ps1', scriptText, 'little-endian', '\r\n'),
      'little-endian-csv': wide('accessKeys.csv', csvText, 'little-endian'),
      'big-endian-credentials': wide('credentials', credentialsText, 'big-endian'),
      'big-endian-json': wide('config.json', jsonText, 'big-endian', '\r\n'),
    },
  },
  {
    name: 'hidden-base64-file',
    variants: {
      'one-line-variable': inside('.gitlab-ci.yml', credentialsText, (m, text) =>
        lines(
          'image: alpine',
          'variables:',
          `  REGION: ${m.region()}`,
          `  AWS_CREDENTIALS_B64: ${base64Of(text)}`,
          'deploy:',
          '  script:',
          '    - echo "$AWS_CREDENTIALS_B64" | base64 -d > ~/.aws/credentials',
        ),
      ),
      'one-line-script': inside('bin/bootstrap.sh', envText, (m, text) =>
        lines(
          '#!/bin/sh',
          `# ${m.name()}`,
          `echo ${base64Of(text)} | base64 -d > .env`,
          'exec docker compose up -d',
        ),
      ),
      'wrapped-64': inside('config.b64', propertiesText, (_, text) => lines(wrapped(base64Of(text), 64))),
      'wrapped-76-heredoc': inside(
        'bin/install.sh',
        credentialsText,
        (m, text) =>
          lines(
            '#!/bin/sh',
            `# version ${m.version()}`,
            "base64 -d > ~/.aws/credentials <<'END'",
            wrapped(base64Of(text), 76),
            'END',
            'aws s3 ls',
          ),
        'temporary',
      ),
      'cloud-init': inside('cloud-init.yml', envText, (m, text) =>
        lines(
          '#cloud-config',
          'write_files:',
          '  - encoding: b64',
          '    path: /etc/app.env',
          `    content: ${base64Of(text)}`,
          `hostname: ${m.name()}`,
        ),
      ),
      'mime-attachment': inside('mail/handover.eml', csvText, (m, text) =>
        lines(
          `From: ${m.person()}@example.com`,
          `Date: ${m.date()}`,
          'Content-Type: text/csv; name="accessKeys.csv"',
          'Content-Transfer-Encoding: base64',
          '',
          wrapped(base64Of(text), 76),
        ),
      ),
      'data-url': inside('public/config.js', jsonText, (m, text) =>
        lines(`// ${m.name()}`, `window.config = fetch("data:application/json;base64,${base64Of(text)}")`),
      ),
    },
  },
  {
    name: 'hidden-base64-line',
    variants: {
      'two-lines': values('notes.txt', (m, k) =>
        lines(
          `restore (${m.date()}):`,
          base64Of(`AWS_ACCESS_KEY_ID=${k.id}`),
          base64Of(`AWS_SECRET_ACCESS_KEY=${k.secret}`),
          'decode both',
        ),
      ),
      'pair-on-a-line': values(
        'config/app.yml',
        (m, k) =>
          lines(
            'storage:',
            `  bucket: ${m.bucket()}`,
            `  auth: ${base64Of(`${k.id}:${k.secret}`)}`,
            '  retries: 3',
          ),
        'long-term',
        ['variable-name'],
      ),
      'basic-authorization': values(
        'requests/list.http',
        (m, k) =>
          lines(
            `GET https://${m.host()}/bucket`,
            `Authorization: Basic ${base64Of(`${k.id}:${k.secret}`)}`,
            'Accept: */*',
          ),
        'long-term',
        ['variable-name'],
      ),
    },
  },
  {
    name: 'hidden-base64-value',
    variants: {
      'env-encoded': values('.env', (m, k) =>
        lines(
          `BUCKET=${m.bucket()}`,
          `AWS_ACCESS_KEY_ID_B64=${base64Of(k.id)}`,
          `AWS_SECRET_ACCESS_KEY_B64=${base64Of(k.secret)}`,
          'DEBUG=0',
        ),
      ),
      'javascript-atob': values('src/keys.js', (m, k) =>
        lines(
          `// ${m.name()}`,
          `export const accessKeyId = atob("${base64Of(k.id)}")`,
          `export const secretAccessKey = atob("${base64Of(k.secret)}")`,
          'export default { accessKeyId, secretAccessKey }',
        ),
      ),
      'only-the-secret': values('app/keys.py', (m, k) =>
        lines(
          'import base64',
          '',
          `REGION = "${m.region()}"`,
          `ACCESS_KEY_ID = "${k.id}"`,
          `SECRET_ACCESS_KEY = base64.b64decode("${base64Of(k.secret)}").decode()`,
          '',
          'def keys():',
          '    return ACCESS_KEY_ID, SECRET_ACCESS_KEY',
        ),
      ),
    },
  },
  {
    name: 'hidden-base64-url',
    variants: {
      'whole-file': inside('links.txt', jsonText, (m, text) =>
        lines(`https://${m.host()}/import?config=${base64UrlOf(text)}`, `https://${m.host()}/status`),
      ),
      'json-member': inside(
        'state.json',
        credentialsText,
        (m, text) => json({ id: m.uuid(), blob: base64UrlOf(text), version: m.version() }),
        'temporary',
      ),
    },
  },
  {
    name: 'hidden-base64-twice',
    variants: {
      'secret-in-secret': inside('k8s/nested.yaml', credentialsText, (m, text) =>
        secretYaml(m, [`  config: ${base64Of(json({ credentials: base64Of(text) }))}`]),
      ),
    },
  },
]
