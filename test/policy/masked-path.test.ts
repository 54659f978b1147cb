import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPath, pathMask } from '../../src/policy/masked-path.js'
import { accessKeyId, draw, secretAccessKey } from '../support/credentials.js'

const id = accessKeyId('path')
const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** With a `/` and a `+`, so that it is spelled in several ways. */
const secret = `${draw('one', BASE62, 4)}/${draw('two', BASE62, 7)}+${draw('three', BASE62, 27)}`

describe('the value of a finding is hidden in its path', () => {
  it.each([
    ['as it stands, over directories', secret],
    ['with underscores for slashes', secret.replaceAll('/', '_')],
    ['URL-safe', secret.replaceAll('/', '_').replaceAll('+', '-')],
    ['percent-encoded', encodeURIComponent(secret)],
    [
      'percent-encoded in lower case',
      encodeURIComponent(secret).replaceAll('%2F', '%2f').replaceAll('%2B', '%2b'),
    ],
  ])('%s', (_spelling, name) => expect(maskPath(`keys/${name}.txt`, [id, secret])).toBe('keys/<hidden>.txt'))

  it('every time, even a short one', () => {
    expect(maskPath('hunter2/hunter2.txt', ['hunter2'])).toBe('<hidden>/<hidden>.txt')
  })

  it('but not an access key id, which its reader needs', () => {
    expect(maskPath(`keys/${id}.txt`, [id])).toBe(`keys/${id}.txt`)
  })

  it.each(['.*+?^$(){}|[]\\/', 'a\uD800b', '%', 'é'])('whatever characters it is of: %j', (value) => {
    expect(maskPath(`x ${value} y`, [value])).toBe('x <hidden> y')
  })
})

describe('a credential in the name of any file is hidden', () => {
  it.each([
    ['a secret', `dump-${draw('d', BASE62, 40)}.txt`, 'dump-<hidden>.txt'],
    ['a secret below a short directory', `a/${draw('d', BASE62, 40)}.txt`, 'a/<hidden>.txt'],
    ['a secret over directories', `keys/${secret}.txt`, 'keys/<hidden>.txt'],
    ['a secret behind its id', `${id}:${draw('d', BASE62, 40)}`, `${id}:<hidden>`],
    ['a token', `logs/ghp_${draw('token', BASE62, 36)}.log`, 'logs/<hidden>.log'],
    ['a secret that touches a word', `dump${draw('touching', BASE62, 40)}.txt`, '<hidden>.txt'],
  ])('%s', (_situation, path, expected) => expect(maskPath(path)).toBe(expected))

  it.each(['/', '_', '-', '+', '%2F'])('with %s for a slash, in all but a few of 2,000 cases', (slash) => {
    const leaking = Array.from({ length: 2_000 }, (_, seed) => {
      const name = secretAccessKey(`path/${seed}`).replaceAll('/', slash)
      const kept = maskPath(`some/dir-${name}.txt`)
        .slice('some/'.length, -'.txt'.length)
        .replaceAll('<hidden>', '')
      return Array.from({ length: name.length - 7 }, (_, i) => name.slice(i, i + 8)).some((run) =>
        kept.includes(run),
      )
    })
    expect(leaking.filter(Boolean).length).toBeLessThanOrEqual(2)
  })
})

describe('an ordinary path stays as it is', () => {
  it.each([
    'src/components/SomethingVeryLongThatNobodyWouldWrite/IndexPageViewModelFactory.ts',
    'src/main/java/org/example/web/client/AbstractXmlHttpRequestFactoryBeanPostProcessorTests.java',
    'objects/4f/2c9e1d8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e',
    'data/550e8400-e29b-41d4-a716-446655440000.json',
    'assets/index-BkX9zQ3a.js',
    'node_modules/@aws-sdk/client-s3/dist-types/commands/GetBucketIntelligentTieringConfigurationCommand.d.ts',
    'pkg/mod/github.com/!azure/go-autorest@v14.2.0+incompatible/autorest/Client.go',
    'docs/ÜBERSICHT/Привет мир.md',
    '',
  ])('%s', (path) => expect(maskPath(path)).toBe(path))

  it('whatever it is, if its letters are of one case', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcdef0123456789/-_.+'), maxLength: 120 })
    fc.assert(
      fc.property(text, (path) => {
        expect(maskPath(path)).toBe(path)
      }),
    )
  })
})

it('ends with paths as long as a file system takes', () => {
  const path = `${'aB1-Cd2_'.repeat(30)}/`.repeat(14)
  for (let i = 0; i < 300; i++) expect(maskPath(`${path}${secret}`, [secret])).not.toContain(secret)
})

it('for many findings of a file is the same as for one', () => {
  const mask = pathMask(`a/${secret}/hunter2.txt`)
  for (const values of [[], ['hunter2'], [secret], ['other']])
    expect(mask(values)).toBe(maskPath(`a/${secret}/hunter2.txt`, values))
})
