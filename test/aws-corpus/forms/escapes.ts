import type { Draft } from '../case-model.js'
import type { Credential } from '../making/credentials.js'
import { type Form, holding, lines } from '../making/draft.js'
import {
  decimalEntities,
  hexEntities,
  percentEvery,
  quotedPrintable,
  slashEscapes,
  unicodeEvery,
  unicodeSpecials,
} from '../making/hiding.js'
import type { Material } from '../making/material.js'

/** A file in which `awkward` keys stand escaped. */
const escaped =
  (path: string, write: (m: Material, k: Credential) => string) =>
  (m: Material): Draft => {
    const k = m.awkward()
    return holding([k], path, write(m, k), ['plain-text'])
  }

const jsonWith = (m: Material, id: string, secret: string): string =>
  lines(
    '{',
    `  "bucket": "${m.bucket()}",`,
    `  "region": "${m.region()}",`,
    `  "revision": "${m.hex(40)}",`,
    `  "accessKeyId": "${id}",`,
    `  "secretAccessKey": "${secret}",`,
    `  "tenant": "${m.uuid()}",`,
    '  "retries": 3',
    '}',
  )

const xmlWith = (m: Material, id: string, secret: string): string =>
  lines(
    '<?xml version="1.0"?>',
    `<!-- ${m.name()} -->`,
    '<storage>',
    `  <bucket>${m.bucket()}</bucket>`,
    `  <accessKey>${id}</accessKey>`,
    `  <secretKey>${secret}</secretKey>`,
    `  <checksum>${m.hex(64)}</checksum>`,
    '</storage>',
  )

const mail = (m: Material, body: string): string =>
  [
    `From: ${m.person()}@example.com`,
    `To: ${m.person()}@example.com`,
    `Subject: Keys for ${m.name()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(body),
  ].join('\r\n')

export const escapes: readonly Form[] = [
  {
    name: 'hidden-percent',
    variants: {
      'form-body': escaped('fixtures/body.txt', (m, k) =>
        lines(
          `name=${m.name()}&access_key=${k.id}&secret_key=${encodeURIComponent(k.secret)}&region=${m.region()}`,
        ),
      ),
      'access-log': escaped('logs/access.log', (m, k) =>
        lines(
          `10.0.0.7 - - [${m.date()}] "GET /health HTTP/1.1" 200 2`,
          `10.0.0.9 - - [${m.date()}] "GET /connect?aws_secret_access_key=${encodeURIComponent(k.secret)}&aws_access_key_id=${k.id} HTTP/1.1" 302 0`,
          `10.0.0.7 - - [${m.date()}] "GET /metrics HTTP/1.1" 200 ${m.digits(4)}`,
        ),
      ),
      'every-character': escaped('payloads/encoded.txt', (m, k) =>
        lines(
          `# ${m.name()}`,
          `aws_access_key_id=${percentEvery(k.id)}&aws_secret_access_key=${percentEvery(k.secret)}`,
        ),
      ),
    },
  },
  {
    name: 'hidden-json-escapes',
    variants: {
      slashes: escaped('config/storage.json', (m, k) => jsonWith(m, k.id, slashEscapes(k.secret))),
      specials: escaped('config/escaped.json', (m, k) => jsonWith(m, k.id, unicodeSpecials(k.secret))),
      whole: escaped('config/ascii.json', (m, k) => jsonWith(m, unicodeEvery(k.id), unicodeEvery(k.secret))),
      'json-in-json': escaped('queue/message.json', (m, k) =>
        lines(
          JSON.stringify({
            MessageId: m.uuid(),
            Body: JSON.stringify({ accessKeyId: k.id, secretAccessKey: k.secret }).replaceAll('/', '\\/'),
          }),
        ),
      ),
      'python-hex-escapes': escaped('app/keys.py', (m, k) =>
        lines(
          `REGION = "${m.region()}"`,
          `AWS_ACCESS_KEY_ID = "${k.id}"`,
          `AWS_SECRET_ACCESS_KEY = "${hexEscapes(k.secret)}"`,
          'def keys():',
          '    return AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY',
        ),
      ),
      'properties-unicode': escaped('conf/aws.properties', (m, k) =>
        lines(
          `bucket=${m.bucket()}`,
          `aws.accessKeyId=${k.id}`,
          `aws.secretKey=${unicodeSpecials(k.secret)}`,
          `timeout=${m.digits(3)}`,
        ),
      ),
    },
  },
  {
    name: 'hidden-xml-entities',
    variants: {
      decimal: escaped('conf/storage.xml', (m, k) => xmlWith(m, k.id, decimalEntities(k.secret))),
      hexadecimal: escaped('conf/s3.xml', (m, k) => xmlWith(m, k.id, hexEntities(k.secret))),
      'html-attributes': escaped('admin/settings.html', (m, k) =>
        lines(
          '<form method="post">',
          `<input name="aws_access_key_id" value="${k.id}">`,
          `<input name="aws_secret_access_key" value="${hexEntities(k.secret)}">`,
          `<input name="bucket" value="${m.bucket()}">`,
          '</form>',
        ),
      ),
      'quoted-attribute-json': escaped('public/index.html', (m, k) =>
        lines(
          '<!doctype html>',
          `<div id="app" data-config="{&quot;accessKeyId&quot;:&quot;${k.id}&quot;,&quot;secretAccessKey&quot;:&quot;${decimalEntities(k.secret)}&quot;,&quot;region&quot;:&quot;${m.region()}&quot;}"></div>`,
          '<script src="/app.js"></script>',
        ),
      ),
    },
  },
  {
    name: 'email-quoted-printable',
    variants: {
      assignments: escaped('mail/keys.eml', (m, k) =>
        mail(
          m,
          `Hello,\n\nplease use this:\n\nAWS_ACCESS_KEY_ID=${k.id}\nAWS_SECRET_ACCESS_KEY=${k.secret}\n\nGrüße\n${m.person()}\n`,
        ),
      ),
      'soft-line-break': escaped('mail/long.eml', (m, k) =>
        mail(
          m,
          `As agreed on ${m.date()}, the access key for the bucket is ${k.id} and the secret access key is ${k.secret}, both valid until the end of the month.\n`,
        ),
      ),
    },
  },
  {
    name: 'shell-escapes',
    variants: {
      'backslash-newline-between': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'bin/run.sh',
          lines(
            '#!/bin/sh',
            `# ${m.name()}`,
            'env \\',
            `  AWS_ACCESS_KEY_ID=${k.id} \\`,
            `  REVISION=${m.hex(40)} \\`,
            `  AWS_SECRET_ACCESS_KEY=${k.secret} \\`,
            '  ./worker --once',
          ),
        )
      },
      'escaped-quotes': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'bin/remote.sh',
          lines(
            '#!/bin/sh',
            'set -e',
            `ssh ${m.host()} "echo \\"aws_access_key_id=${k.id}\\" >> .aws/credentials"`,
            `ssh ${m.host()} "echo \\"aws_secret_access_key=${k.secret}\\" >> .aws/credentials"`,
          ),
        )
      },
    },
  },
]

const hexEscapes = (text: string): string =>
  text.replace(/[^A-Za-z0-9]/g, (char) => `\\x${(char.codePointAt(0) ?? 0).toString(16)}`)
