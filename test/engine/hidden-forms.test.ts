import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'
import { detected, scanned } from '../support/detect.js'

const id = accessKeyId('hidden')
const secret = secretAccessKey('hidden')
const temporaryId = accessKeyId('hidden', 'ASIA')
const token = sessionToken('hidden')
const pair = { rule: 'aws-access-key', id, secret }

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const wrapped = (text: string, columns: number, indent = ''): string =>
  (text.match(new RegExp(`.{1,${columns}}`, 'g')) ?? []).join(`\n${indent}`)
const each = (text: string, written: (hex: string) => string): string =>
  Array.from(text, (one) => written(one.charCodeAt(0).toString(16).padStart(2, '0'))).join('')
const credentials = `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\nregion = eu-west-1\n`
const [head, tail] = [secret.slice(0, 17), secret.slice(17)]
const [idHead, idTail] = [id.slice(0, 4), id.slice(4)]

describe('base64', () => {
  it.each([
    [
      'Kubernetes values',
      `kind: Secret\ndata:\n  AWS_ACCESS_KEY_ID: ${base64(id)}\n  AWS_SECRET_ACCESS_KEY: ${base64(secret)}\n`,
    ],
    [
      'Kubernetes values in JSON',
      `{"kind":"Secret","data":{"accesskey":"${base64(id)}","secretkey":"${base64(secret)}"}}`,
    ],
    [
      'values that end in a line break',
      `data:\n  access-key: ${base64(`${id}\n`)}\n  secret-key: ${base64(`${secret}\n`)}\n`,
    ],
    ['a whole credentials file', `data:\n  credentials: ${base64(credentials)}\n`],
    ['a whole file of nothing else', base64(credentials)],
    ['wrapped as base64 does', `-----\n${wrapped(base64(credentials), 76)}\n-----\n`],
    ['wrapped and indented', `data:\n  credentials: |\n    ${wrapped(base64(credentials), 64, '    ')}\n`],
    ['wrapped inside of a JSON string', JSON.stringify({ cloud: wrapped(base64(credentials), 76) })],
    ['wrapped with CR LF', wrapped(base64(credentials), 76).replaceAll('\n', '\r\n')],
    [
      'in the alphabet of URLs',
      Buffer.from(`{"note":"??>>","id":"${id}","secretAccessKey":"${secret}"}`).toString('base64url'),
    ],
    ['glued to a path', `fetch("/api/v1/data/${base64(credentials)}")`],
    ['twice', base64(base64(credentials))],
    [
      'of JSON in base64 in JSON',
      JSON.stringify({ config: base64(JSON.stringify({ accessKeyId: id, secretAccessKey: secret })) }),
    ],
    [
      'a PowerShell command',
      `powershell -enc ${Buffer.from(`$env:AWS_ACCESS_KEY_ID="${id}"; $env:AWS_SECRET_ACCESS_KEY="${secret}"`, 'utf16le').toString('base64')}`,
    ],
    ['percent-encoded', `/login?auth=${encodeURIComponent(base64(credentials))}&x=1`],
    [
      'in pieces',
      `const blob = "${base64(credentials).slice(0, 61)}" +\n  "${base64(credentials).slice(61)}"`,
    ],
  ])('%s', (_form, text) => {
    expect(detected(text)).toEqual([pair])
  })

  it.each([
    [
      'text without a credential',
      base64('This is a long text about aws_secret_access_key and where to put it; nothing is in here.'),
    ],
    [
      'an image',
      `aws: ${Buffer.from(Uint8Array.from({ length: 600 }, (_, i) => (i * 89 + (i >> 3) * 7) & 255)).toString('base64')}`,
    ],
  ])('nothing: %s', (_form, text) => {
    expect(detected(text)).toEqual([])
  })
})

describe('escapes', () => {
  it.each([
    [
      'JSON',
      `{"accessKeyId":"${each(id, (hex) => `\\u00${hex}`)}","secretAccessKey":"${each(secret, (hex) => `\\u00${hex}`)}"}`,
    ],
    [
      'source code',
      `key = "${each(id, (hex) => `\\x${hex}`)}"; aws_secret_key = "${each(secret, (hex) => `\\x${hex}`)}"`,
    ],
    [
      'a URL',
      `?aws_access_key_id=${each(id, (hex) => `%${hex}`)}&aws_secret_access_key=${each(secret, (hex) => `%${hex.toUpperCase()}`)}`,
    ],
    [
      'XML',
      `<accessKey>${each(id, (hex) => `&#x${hex};`)}</accessKey><secretKey>${each(secret, (hex) => `&#${Number.parseInt(hex, 16)};`)}</secretKey>`,
    ],
    [
      'a few characters',
      `aws_access_key_id="${id}"\naws_secret_access_key="${secret.replace(/[a-m]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`)}"`,
    ],
    [
      'a URL in a URL',
      `next=${encodeURIComponent(encodeURIComponent(`aws_access_key_id=${id}&aws_secret_access_key=${secret}`))}`,
    ],
  ])('%s', (_form, text) => {
    expect(detected(text)).toEqual([pair])
  })
})

describe('pieces', () => {
  it.each([
    ['JavaScript', `accessKeyId: "${idHead}" + "${idTail}",\nsecretAccessKey: "${head}" +\n    "${tail}",`],
    ['PHP', `$aws_key = '${idHead}' . '${idTail}';\n$aws_secret_key = '${head}'\n  . '${tail}';`],
    [
      'Python',
      `aws_access_key_id = ("${idHead}"\n  "${idTail}")\naws_secret_access_key = ("${head}"\n   "${tail}")`,
    ],
    ['BASIC', `awsKey = "${idHead}" & "${idTail}"\nawsSecretKey = "${head}" & _\n  "${tail}"`],
    ['SQL', `aws_access_key_id='${idHead}' || '${idTail}' aws_secret_access_key='${head}' || '${tail}'`],
    ['shell', `export AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY=${head}\\\n${tail}\n`],
    ['YAML, quoted', `aws_access_key_id: "${id}"\naws_secret_access_key: "${head}\\\n  ${tail}"\n`],
    ['YAML, a block', `aws_access_key_id: >-\n  ${id}\naws_secret_access_key: >-\n  ${head}\n  ${tail}\n`],
    [
      'an array',
      `const id = ["${idHead}", "${idTail}"].join("");\nconst awsSecretKey = ["${head}", "${tail}"].join("")`,
    ],
    ['appended', `aws_access_key_id = "${id}"\naws_secret_key = "${head}"\naws_secret_key += "${tail}"\n`],
    [
      'a builder',
      `awsKey.append("${idHead}").append("${idTail}"); awsSecretKey.append("${head}").append("${tail}");`,
    ],
    ['with a comment between', `accessKeyId = "${id}"\nsecretAccessKey = "${head}" + // first\n  "${tail}"`],
    [
      'with a comment before the sign',
      `accessKeyId = "${id}"\nsecretAccessKey = "${head}" /* old */ + "${tail}"`,
    ],
    [
      'in brackets',
      `accessKeyId = ("${idHead}") + ("${idTail}");\nsecretAccessKey = ("${head}") + ("${tail}");`,
    ],
    ['a mail', `aws_access_key_id=3D${id}\naws_secret_access_key=3D${head}=\n${tail}\n`],
    [
      'an array split inside of the prefix',
      `aws = { key: ["${id.slice(0, 2)}", "${id.slice(2)}"].join(''), secretAccessKey: "${secret}" }`,
    ],
  ])('%s', (_form, text) => {
    expect(detected(text)).toEqual([pair])
  })

  it('a session token over lines is one token', () => {
    const lines = wrapped(token, 120).split('\n')
    const text = `aws_access_key_id="${temporaryId}"\naws_secret_access_key="${secret}"\naws_session_token=(${lines.map((line) => `"${line}"`).join('\n  ')})`
    expect(detected(text)).toEqual([{ rule: 'aws-access-key', id: temporaryId, secret, token }])
  })
})

it('UTF-16 strings in a program', () => {
  const wide = Buffer.from(`\u0001aws_access_key_id=${id};aws_secret_access_key=${secret}`, 'utf16le')
  const bytes = Buffer.concat([
    Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0xff]),
    wide,
    Buffer.from([0xfe, 0xed]),
  ])
  expect(detected(bytes)).toEqual([pair])
})

it('what was decoded stands where its encoded form does', () => {
  const encoded = base64(secret).replace(/=+$/, '')
  const text = `data:\n  AWS_SECRET_ACCESS_KEY: ${encoded}\n`
  const [detection] = scanned(text).detections
  const span = detection?.occurrences[0].parts[0].span
  expect(span).toEqual({ start: text.indexOf(encoded), end: text.indexOf(encoded) + encoded.length })
})

it('a value in escaped quotes keeps the name that the escapes hide', () => {
  const text = `<div data-aws="{&quot;region&quot;:&quot;eu-west-1&quot;,&quot;secretAccessKey&quot;:&quot;${secret}&quot;}">`
  expect(detected(text)).toEqual([{ rule: 'aws-secret-access-key', secret }])
})

it.each([0, 1, 2])('a credential behind a long banner, cut off in any phase (%i)', (shift) => {
  const script = `#!/bin/bash\n${`${'#'.repeat(78)}\n# install\n`.repeat(200)}${'x'.repeat(shift)}\n${credentials}`
  expect(detected(`user_data: ${base64(script)}\n`)).toEqual([pair])
})

it('a credential between two lines that look like a private key is no piece of it', () => {
  const text = `A="-----BEGIN PRIVATE KEY-----"\n${credentials}# ${'an ordinary comment that fills the line '.repeat(3)}\nB="-----END PRIVATE KEY-----"\n`
  expect(detected(text)).toEqual([pair])
})

it('a lone secret under a short name, encoded', () => {
  expect(detected(`data:\n  AWS_SECRET: ${base64(secret)}\n`)).toEqual([
    { rule: 'aws-secret-access-key', secret },
  ])
})
