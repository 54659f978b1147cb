import { describe, expect, it } from 'vitest'
import { claimOf, signatureFor } from '../support/sigv4.js'

// The tests' own signer against AWS's published Signature Version 4 test suite: key id AKIDEXAMPLE and its secret.
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const authorization = (signature: string, names = 'host;x-amz-date'): string =>
  `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=${names}, Signature=${signature}`
const headers = { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' }

describe('the loopback STS checks signatures as AWS does', () => {
  it.each([
    ['get-vanilla', 'GET', '/', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    [
      'get-vanilla-query-order-key-case',
      'GET',
      '/?Param2=value2&Param1=value1',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    ['post-vanilla', 'POST', '/', '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
  ])('%s', (_vector, method, target, signature) => {
    const claim = claimOf(authorization(signature))
    expect(claim).not.toBeNull()
    if (claim === null) return
    expect(signatureFor({ method, target, headers, body: '' }, claim, SECRET)).toBe(signature)
    expect(signatureFor({ method, target, headers, body: 'x' }, claim, SECRET)).not.toBe(signature)
  })

  it.each([
    ['another algorithm', authorization('a'.repeat(64)).replace('SHA256', 'SHA1')],
    ['a short signature', authorization('abc')],
    ['nothing', ''],
  ])('takes no claim from %s', (_situation, header) => expect(claimOf(header)).toBeNull())
})
