import { describe, expect, it } from 'vitest'
import type { AlternativeSecret, Finding } from '../../src/model/index.js'
import { verifyFindings } from '../../src/verify/index.js'
import { secretAccessKey } from '../support/credentials.js'
import { hidden, longTermKey, temporaryKey } from '../support/sts-credentials.js'
import type { KnownCredential, StsServerOptions } from '../support/sts-server.js'
import { at, serve, verifierFor } from '../support/sts-stage.js'
import { finding, findingOf, idOf } from '../support/verifiable-findings.js'

const quick = { budgetMs: 20_000, paceMs: 0, recheckMs: 0 }

const half = (
  name: string,
  ruleId: string,
  values: Finding['values'],
  partners: readonly string[],
): Finding => ({ ...finding(ruleId, values), fingerprint: name, path: `${name}.env`, partners })

const idHalf = ({ accessKeyId }: KnownCredential, ...partners: readonly string[]): Finding =>
  half('id', 'aws-access-key-id', { id: idOf(accessKeyId) }, partners)
const secretHalf = (name: string, secret: string): Finding =>
  half(name, 'aws-secret-access-key', { secret: hidden(secret) }, ['id'])
const tokenHalf = (name: string, token: string): Finding =>
  half(name, 'aws-session-token', { token: hidden(token) }, ['id'])

/** What each finding is told, and what the server saw of signatures. */
const asked = async (findings: readonly Finding[], options: StsServerOptions) => {
  const server = await serve(options)
  const told = await verifyFindings(findings, verifierFor([at(server)]), quick)
  return {
    told: told.map(({ fingerprint, verification: { status, reason } }) => [fingerprint, status, reason]),
    details: told.map(({ verification: { detail } }) => detail),
    signatures: server.calls.map(({ signature }) => signature),
  }
}

describe('an id and its secret in different files', () => {
  const key = longTermKey('split')
  const own = secretHalf('own', key.secretAccessKey)
  const wrong = (name: string) => secretHalf(name, secretAccessKey(name))

  it('are asked about together, and both learn the verdict and where the other stands', async () => {
    expect(await asked([idHalf(key, 'own'), own], { credentials: [key] })).toEqual({
      told: [
        ['id', 'active', null],
        ['own', 'active', null],
      ],
      details: ['Its secret stands in own.env:1.', 'Its key ID stands in id.env:1.'],
      signatures: ['right'],
    })
  })

  it('are tried in the order of their likelihood, each further one twice', async () => {
    const findings = [idHalf(key, 'w1', 'own', 'w2'), wrong('w1'), wrong('w2'), own]
    const { told, signatures } = await asked(findings, { credentials: [key] })
    expect(told).toEqual([
      ['id', 'active', null],
      ['w1', 'wrong-secret', null],
      ['w2', 'wrong-secret', null],
      ['own', 'active', null],
    ])
    expect(signatures).toEqual(['wrong', 'right'])
  })

  it('a key that AWS does not know says nothing of the secret; no other secret is tried', async () => {
    const findings = [idHalf(key, 'w1', 'w2'), wrong('w1'), wrong('w2')]
    const { told, signatures } = await asked(findings, {})
    expect(told).toEqual([
      ['id', 'inactive-or-deleted', null],
      ['w1', 'not-checked', 'not-verifiable'],
      ['w2', 'not-checked', 'not-verifiable'],
    ])
    expect(signatures).toEqual(['not-checked'])
  })

  it('none of several is right', async () => {
    const { told } = await asked([idHalf(key, 'w1', 'w2'), wrong('w1'), wrong('w2')], { credentials: [key] })
    expect(told.map(([, status]) => status)).toEqual(['wrong-secret', 'wrong-secret', 'wrong-secret'])
  })

  it('a secret that stands alone and beside an id is live in both places', async () => {
    const elsewhere = { ...secretHalf('copy', key.secretAccessKey), partners: [] }
    const { told, details } = await asked([findingOf(key), elsewhere], { credentials: [key] })
    expect(told.map(([, status]) => status)).toEqual(['active', 'active'])
    expect(details[1]).toBe('Its key ID stands in .env:1.')
  })

  it('without partners nobody is asked', async () => {
    const { told, signatures } = await asked([idHalf(key), { ...own, partners: [] }], { credentials: [key] })
    expect(told).toEqual([
      ['id', 'not-checked', 'no-secret'],
      ['own', 'not-checked', 'not-verifiable'],
    ])
    expect(signatures).toEqual([])
  })
})

describe('a temporary key', () => {
  const key = temporaryKey('split')
  const token = tokenHalf('token', key.sessionToken ?? '')

  it('in three files', async () => {
    const findings = [idHalf(key, 'own', 'token'), secretHalf('own', key.secretAccessKey), token]
    const { told, signatures } = await asked(findings, { credentials: [key] })
    expect(told.map(([, status]) => status)).toEqual(['active', 'active', 'active'])
    expect(signatures).toEqual(['right'])
  })

  it('with its token in another file', async () => {
    const pair = { ...findingOf({ ...key, sessionToken: null }), partners: ['token'], fingerprint: 'id' }
    const { told, details } = await asked([pair, token], { credentials: [key] })
    expect(told.map(([, status]) => status)).toEqual(['active', 'active'])
    expect(details[0]).toBe('Its session token stands in token.env:1.')
  })

  it('without any token is not asked about', async () => {
    const findings = [idHalf(key, 'own'), secretHalf('own', key.secretAccessKey)]
    const { told, signatures } = await asked(findings, { credentials: [key] })
    expect(told).toEqual([
      ['id', 'not-checked', 'no-token'],
      ['own', 'not-checked', 'no-token'],
    ])
    expect(signatures).toEqual([])
  })
})

describe('several secrets near one id', () => {
  const key = longTermKey('near')
  const alternative = (secret: string, startLine: number): AlternativeSecret => ({
    secret: hidden(secret),
    region: { startLine, startColumn: 5, endLine: startLine, endColumn: 45, startByte: 0, endByte: 40 },
    excerpt: [{ line: startLine, text: 'x', mark: null }],
    lineHash: `${startLine}:1`,
  })
  const related = (startLine: number) => ({
    role: 'secret' as const,
    path: '.env',
    startLine,
    startColumn: 5,
    endLine: startLine,
    endColumn: 45,
  })
  const several = (first: string, ...others: readonly string[]): Finding => ({
    ...findingOf({ ...key, secretAccessKey: first }),
    alternatives: others.map((other, index) => alternative(other, 10 + index)),
    related: others.map((_, index) => related(10 + index)),
  })
  const no = secretAccessKey('no')

  it('the one that works becomes the finding, under the same fingerprint', async () => {
    const server = await serve({ credentials: [key] })
    const before = several(no, secretAccessKey('nor'), key.secretAccessKey)
    const [after] = await verifyFindings([before], verifierFor([at(server)]), quick)
    expect(after).toMatchObject({
      fingerprint: before.fingerprint,
      region: { startLine: 11 },
      lineHash: '11:1',
      verification: { status: 'active' },
    })
    expect(after?.related.map(({ startLine }) => startLine)).toEqual([10, 1])
    expect(after?.values.secret?.reveal()).toBe(key.secretAccessKey)
    expect(server.calls.map(({ signature }) => signature)).toEqual(['wrong', 'wrong', 'wrong', 'right'])
  })

  it('the first one, where it works: no other is tried', async () => {
    const server = await serve({ credentials: [key] })
    const before = several(key.secretAccessKey, no)
    const [after] = await verifyFindings([before], verifierFor([at(server)]), quick)
    expect(after).toMatchObject({ region: before.region, verification: { status: 'active' } })
    expect(server.calls).toHaveLength(1)
  })

  it('none works: the finding stays what it was', async () => {
    const server = await serve({ credentials: [key] })
    const before = several(no, secretAccessKey('nor'))
    const [after] = await verifyFindings([before], verifierFor([at(server)]), quick)
    expect(after).toMatchObject({ region: before.region, verification: { status: 'wrong-secret' } })
  })
})
