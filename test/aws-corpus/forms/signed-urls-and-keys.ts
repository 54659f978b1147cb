import type { Draft } from '../case-model.js'
import { type Form, json, leaking, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'
import {
  type PresignedUrl,
  presignedV2,
  presignedV4,
  privateKeyPem,
  publicKeyId,
} from '../making/other-secrets.js'

/** The expected secret is the signature; the ID in the URL is no finding of its own. */
const signed =
  (make: (m: Material) => PresignedUrl, path: string, write: (m: Material, url: string) => string) =>
  (m: Material): Draft => {
    const { url, signature } = make(m)
    const isEscaped = !write(m, url).includes(signature)
    return leaking(
      [{ ruleId: 'aws-presigned-url', secret: signature }],
      path,
      write(m, url),
      isEscaped ? ['plain-text'] : [],
    )
  }

const v4 = (m: Material): PresignedUrl => presignedV4(m, m.longTerm())
const v4Temporary = (m: Material): PresignedUrl => presignedV4(m, m.temporary())
const v2 = (m: Material): PresignedUrl => presignedV2(m, m.longTerm())

/** The expected secret is the whole PEM block. */
const signer =
  (
    path: (keyId: string) => string,
    write: (m: Material, keyId: string, pem: string) => string,
    label?: string,
  ) =>
  (m: Material): Draft => {
    const [keyId, pem] = [publicKeyId(m), privateKeyPem(m, label)]
    const text = write(m, keyId, pem)
    return leaking(
      [{ ruleId: 'aws-cloudfront-private-key', secret: pem }],
      path(keyId),
      text,
      text.includes(pem) ? [] : ['plain-text'],
    )
  }

export const signedUrlsAndKeys: readonly Form[] = [
  {
    name: 'presigned-url-v4',
    variants: {
      markdown: signed(v4, 'docs/download.md', (m, url) =>
        lines(`# ${m.name()}`, '', `The report is [here](${url}).`, '', 'It stays for a week.'),
      ),
      json: signed(v4, 'fixtures/reply.json', (m, url) =>
        json({ id: m.uuid(), downloadUrl: url, expiresIn: 3600 }),
      ),
      'temporary-in-log': signed(v4Temporary, 'logs/worker.log', (m, url) =>
        lines(
          `${m.date()} ${m.time()} INFO uploading`,
          `${m.date()} ${m.time()} INFO PUT ${url}`,
          `${m.date()} ${m.time()} INFO 200`,
        ),
      ),
      'html-ampersands': signed(v4, 'public/index.html', (m, url) =>
        lines(
          '<html><body>',
          `<p>${m.name()}</p>`,
          `<a href="${url.replaceAll('&', '&amp;')}">download</a>`,
          '</body></html>',
        ),
      ),
      'json-unicode-ampersands': signed(v4, 'state.json', (m, url) =>
        lines(JSON.stringify({ id: m.uuid(), url }).replaceAll('&', '\\u0026')),
      ),
    },
  },
  {
    name: 'presigned-url-v2',
    variants: {
      'plain-text': signed(v2, 'links.txt', (m, url) =>
        lines(`release ${m.version()}`, url, `mirror https://${m.host()}/`),
      ),
      shell: signed(v2, 'bin/fetch.sh', (m, url) =>
        lines('#!/bin/sh', `# ${m.name()}`, `curl -fsSL -o app.zip "${url}"`, 'unzip app.zip'),
      ),
      yaml: signed(v2, 'packages.yml', (m, url) =>
        lines('packages:', `  - name: ${m.name()}`, `    url: ${url}`, `    sha256: ${m.hex(64)}`),
      ),
    },
  },
  {
    name: 'cloudfront-private-key',
    variants: {
      'named-file': signer(
        (keyId) => `keys/pk-${keyId}.pem`,
        (_, __, pem) => lines(pem),
      ),
      'named-file-crlf-free-pkcs8': signer(
        (keyId) => `deploy/pk-${keyId}.pem`,
        (_, __, pem) => lines(pem),
        'PRIVATE KEY',
      ),
      'javascript-template': signer(
        () => 'src/sign.js',
        (m, keyId, pem) =>
          lines(
            "import { getSignedUrl } from '@aws-sdk/cloudfront-signer'",
            '',
            `const keyPairId = '${keyId}'`,
            `const privateKey = \`${pem}\``,
            '',
            `export const sign = (path) => getSignedUrl({ url: 'https://${m.host()}/' + path, keyPairId, privateKey })`,
          ),
      ),
      'env-quoted': signer(
        () => '.env',
        (m, keyId, pem) =>
          lines(
            `CLOUDFRONT_KEY_PAIR_ID=${keyId}`,
            `CLOUDFRONT_DOMAIN=cdn.${m.host()}`,
            `CLOUDFRONT_PRIVATE_KEY="${pem}"`,
            'LOG_LEVEL=info',
          ),
      ),
      'json-escaped': signer(
        () => 'config/cdn.json',
        (m, keyId, pem) => json({ domain: m.host(), cloudfront: { keyPairId: keyId, privateKey: pem } }),
      ),
    },
  },
]
