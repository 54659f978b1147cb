import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { accessKeyId, draw, secretAccessKey, sessionToken } from '../support/credentials.js'
import { detected } from '../support/detect.js'

const id = accessKeyId('forms')
const secret = secretAccessKey('forms')
const token = sessionToken('forms')
const lines = (...parts: string[]): string => parts.join('\n')

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
    [
      "a web application's session token",
      `Cookie: shop_sessionToken=${draw('web', 'ABCDEFGHabcdefgh', 300)}`,
    ],
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
