import { type Form, json } from '../making/draft.js'
import { inside, secretYaml, values } from '../making/hidden-file.js'
import { base64Of, wrapped } from '../making/hiding.js'
import { credentialsText } from '../making/sample-texts.js'

const block = (text: string, width: number, indent: string): readonly string[] =>
  wrapped(base64Of(text), width).map((line) => `${indent}${line}`)

/** Kubernetes keeps every value of a secret in base64. */
export const kubernetesSecrets: readonly Form[] = [
  {
    name: 'kubernetes-data-yaml',
    variants: {
      usual: values('k8s/secret.yaml', (m, k) =>
        secretYaml(m, [
          `  AWS_ACCESS_KEY_ID: ${base64Of(k.id)}`,
          `  AWS_SECRET_ACCESS_KEY: ${base64Of(k.secret)}`,
        ]),
      ),
      'secret-first-kebab': values('k8s/s3.yml', (m, k) =>
        secretYaml(m, [
          `  secret-key: ${base64Of(k.secret)}`,
          `  bucket: ${base64Of(m.bucket())}`,
          `  access-key: ${base64Of(k.id)}`,
        ]),
      ),
      'trailing-newline-quoted': values('k8s/echoed.yaml', (m, k) =>
        secretYaml(m, [
          `  accesskey: "${base64Of(`${k.id}\n`)}"`,
          `  secretkey: "${base64Of(`${k.secret}\n`)}"`,
        ]),
      ),
      temporary: values(
        'k8s/session.yaml',
        (m, k) =>
          secretYaml(m, [
            `  AWS_ACCESS_KEY_ID: ${base64Of(k.id)}`,
            `  AWS_SECRET_ACCESS_KEY: ${base64Of(k.secret)}`,
            `  AWS_SESSION_TOKEN: ${base64Of(k.token ?? '')}`,
          ]),
        'temporary',
      ),
    },
  },
  {
    name: 'kubernetes-data-json',
    variants: {
      usual: values('secret.json', (m, k) =>
        json(
          {
            apiVersion: 'v1',
            data: { AWS_ACCESS_KEY_ID: base64Of(k.id), AWS_SECRET_ACCESS_KEY: base64Of(k.secret) },
            kind: 'Secret',
            metadata: { name: m.name(), resourceVersion: m.digits(7), uid: m.uuid() },
            type: 'Opaque',
          },
          4,
        ),
      ),
      minified: values('dump/secrets.json', (m, k) =>
        json(
          {
            kind: 'List',
            items: [
              {
                kind: 'Secret',
                metadata: { uid: m.uuid() },
                data: { 'secret-access-key': base64Of(k.secret), 'access-key-id': base64Of(k.id) },
              },
            ],
          },
          0,
        ),
      ),
    },
  },
  {
    name: 'kubernetes-credentials-file',
    variants: {
      'cloud-key': inside('velero.yaml', credentialsText, (m, text) =>
        secretYaml(m, [`  cloud: ${base64Of(text)}`]),
      ),
      json: inside(
        'secret.json',
        credentialsText,
        (m, text) =>
          json({ kind: 'Secret', metadata: { name: m.name() }, data: { credentials: base64Of(text) } }),
        'temporary',
      ),
      'block-scalar-76': inside('k8s/aws.yaml', credentialsText, (m, text) =>
        secretYaml(m, ['  credentials: |', ...block(text, 76, '    ')]),
      ),
    },
  },
]
