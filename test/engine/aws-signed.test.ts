import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'
import { detected, scanned } from '../support/detect.js'
import {
  eksToken,
  oldSignature,
  shortTermBedrockKey,
  signatureOf,
  signedQuery,
} from '../support/service-credentials.js'

const id = accessKeyId('signed')
const temporary = accessKeyId('signed', 'ASIA')
const token = sessionToken('signed', 700)
const query = signedQuery('signed', id)
const url = `https://b.s3.eu-west-1.amazonaws.com/dir/o.zip?${query}`
const secret = signatureOf('signed')
const presigned = { rule: 'aws-presigned-url', id, secret }
const old = oldSignature('signed')
const oldUrl = `https://b.s3.amazonaws.com/o?AWSAccessKeyId=${id}&Expires=1772451672&Signature=${encodeURIComponent(old)}`
const presignedOld = { rule: 'aws-presigned-url', id, secret: old }

const factsOf = (text: string) => scanned(text).detections.map(({ facts }) => facts)

describe('a presigned URL is one finding, its id told once', () => {
  it.each([
    ['alone', url],
    ['in a sentence', `See ${url}.`],
    ['in Markdown', `[the file](${url})`],
    ['in JSON', JSON.stringify({ url })],
    ['in JSON, & escaped', JSON.stringify({ url }).replaceAll('&', '\\u0026')],
    [
      'in JSON in a JSON string, & escaped',
      JSON.stringify(JSON.stringify({ url }).replaceAll('&', '\\u0026')),
    ],
    ['in JSON, slashes escaped', JSON.stringify({ url }).replaceAll('/', '\\/')],
    ['in HTML', `<a href="${url.replaceAll('&', '&amp;')}">x</a>`],
    ['in XML', `<Url>${url.replaceAll('&', '&amp;')}</Url>`],
    ['as a parameter of another URL', `https://x.example/?next=${encodeURIComponent(url)}&a=1`],
    ['in curl', `curl -o x '${url}'`],
    ['in a log line', `GET "/o.zip?${query} HTTP/1.1" 200`],
    ['lower case', `https://b/o?${query.replaceAll('X-Amz-', 'x-amz-')}`],
    ['its parameters in another order', `https://b/o?${query.split('&').reverse().join('&')}`],
    ['slashes of the scope as they are', url.replaceAll('%2F', '/')],
    ['on a line of many', `a = 1\n\n${url}\nb = 2\n`],
  ])('%s', (_form, text) => {
    expect(detected(text)).toEqual([presigned])
  })

  it.each([
    ['alone', oldUrl],
    ['in HTML', oldUrl.replaceAll('&', '&amp;')],
    ['in JSON, & escaped', JSON.stringify(oldUrl).replaceAll('&', '\\u0026')],
    [
      'its parameters in another order',
      `https://b/o?Signature=${encodeURIComponent(old)}&Expires=1772451672&AWSAccessKeyId=${id}`,
    ],
  ])('version 2, %s', (_form, text) => {
    expect(detected(text)).toEqual([presignedOld])
  })

  it('has its session token as a part', () => {
    const text = `https://b/o?${signedQuery('signed', temporary, token)}`
    expect(detected(text)).toEqual([{ rule: 'aws-presigned-url', id: temporary, secret, token }])
  })

  it.each([600, 1200, 2000])('a token of %d characters parts id and signature', (length) => {
    const text = `https://b/o?${signedQuery('signed', temporary, sessionToken('long', length))}`
    expect(detected(text).map(({ rule }) => rule)).toEqual(['aws-presigned-url'])
  })

  it('twice is one finding with two places; another one beside it is another', () => {
    const other = `https://b/o?${signedQuery('other', id)}`
    expect(detected(`${url}\n${url}\n`)).toEqual([presigned])
    expect(detected(`${url}\n${other}\n${url}`)).toEqual([
      presigned,
      { ...presigned, secret: signatureOf('other') },
    ])
    expect(detected(`${url},${other}`)).toHaveLength(2)
  })

  it('leaves the id that stands elsewhere, and its secret', () => {
    const key = secretAccessKey('signed')
    expect(detected(`AWS_ACCESS_KEY_ID=${id}\n\n${url}`)).toEqual([
      { rule: 'aws-access-key-id', id },
      presigned,
    ])
    expect(detected(`AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${key}\n# ${url}`)).toEqual([
      { rule: 'aws-access-key', id, secret: key },
      presigned,
    ])
  })
})

describe('what looks signed and is no URL', () => {
  it.each([
    [
      'an Authorization header',
      `Authorization: AWS4-HMAC-SHA256 Credential=${id}/20260302/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=${secret}`,
    ],
    ['an id and a signature on two lines', `X-Amz-Credential=${id}%2F20260302\nX-Amz-Signature=${secret}`],
    ['a scope that is none', `https://b/o?X-Amz-Credential=${id}&X-Amz-Signature=${secret}`],
    ['a signature that is cut', url.slice(0, url.indexOf(secret) + 40)],
    ['a signature of CloudFront', `https://d/o?AWSAccessKeyId=${id}&Expires=1&Signature=abc~&Key-Pair-Id=x`],
  ])('%s: its id alone', (_form, text) => {
    expect(detected(text)).toEqual([{ rule: 'aws-access-key-id', id }])
  })

  it.each([
    ['the documentation', url.replace(id, 'AKIAIOSFODNN7EXAMPLE')],
    ['a placeholder', 'https://b/o?X-Amz-Credential=<id>&X-Amz-Signature=<signature>'],
    ['code', "params.get('X-Amz-Signature') || url.includes('AWSAccessKeyId=')"],
  ])('%s: nothing', (_form, text) => {
    expect(detected(text)).toEqual([])
  })
})

describe('what a signature says of itself', () => {
  it.each([
    ['version 4', url, { region: 'eu-west-1', service: 's3', expires: '2026-03-02T10:26:12Z' }],
    ['version 2', oldUrl, { region: null, service: null, expires: '2026-03-02T11:41:12Z' }],
    [
      'without its duration',
      url.replace('&X-Amz-Expires=900', ''),
      { region: 'eu-west-1', service: 's3', expires: null },
    ],
    [
      'for longer than there is',
      url.replace('Expires=900', 'Expires=604801'),
      { region: 'eu-west-1', service: 's3', expires: null },
    ],
    [
      'on a day that is none',
      url.replace('20260302T', '20261302T'),
      { region: 'eu-west-1', service: 's3', expires: null },
    ],
    [
      'far in the future',
      oldUrl.replace('1772451672', '99999999999'),
      { region: null, service: null, expires: '5138-11-16T09:46:39Z' },
    ],
  ])('%s', (_form, text, facts) => {
    expect(factsOf(text)).toEqual([
      { accessKeyId: id, accountId: expect.stringMatching(/^21116666/), canary: false, ...facts },
    ])
  })

  it('a cluster token ends a quarter of an hour after it was made, whatever its URL says', () => {
    const text = `token: ${eksToken('eks')}`
    expect(detected(text)).toEqual([{ rule: 'aws-eks-token', secret: eksToken('eks') }])
    expect(factsOf(text)).toMatchObject([
      { accessKeyId: accessKeyId('eks', 'ASIA'), region: 'eu-west-1', expires: '2026-03-02T10:26:12Z' },
    ])
  })

  it('a short-term Bedrock key', () => {
    const key = shortTermBedrockKey('bedrock')
    const text = `export AWS_BEARER_TOKEN_BEDROCK=${key}`
    expect(detected(text)).toEqual([{ rule: 'aws-bedrock-short-term-api-key', secret: key }])
    expect(factsOf(text)).toMatchObject([
      { accessKeyId: accessKeyId('bedrock', 'ASIA'), region: 'eu-west-1', expires: '2026-03-02T10:26:12Z' },
    ])
  })

  it.each([
    ['no URL', `k8s-aws-v1.${Buffer.from('x'.repeat(300)).toString('base64url')}`],
    ['another URL', `k8s-aws-v1.${Buffer.from(`https://x.example/?${query}`).toString('base64url')}`],
    [
      'a Bedrock key of another URL',
      `bedrock-api-key-${Buffer.from(`x.example/?${query}`).toString('base64')}`,
    ],
  ])('%s is none of them, whatever it holds', (_form, text) => {
    expect(detected(text).map(({ rule }) => rule)).not.toContain('aws-eks-token')
    expect(detected(text).map(({ rule }) => rule)).not.toContain('aws-bedrock-short-term-api-key')
  })

  it('a token beside a temporary key is not its session token', () => {
    const text = `${temporary} ${secretAccessKey('signed')}\n${eksToken('eks')}\n${shortTermBedrockKey('bedrock')}`
    expect(detected(text)[0]).toEqual({
      rule: 'aws-access-key',
      id: temporary,
      secret: secretAccessKey('signed'),
    })
  })
})
