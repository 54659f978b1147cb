import { describe, expect, it } from 'vitest'
import { OPTIONS } from '../../src/cli/options.js'
import { AWS_PARTITIONS, partitionsNamed } from '../../src/verify/index.js'
import { ACCOUNT, found, longTermKey, temporaryKey } from '../support/sts-credentials.js'
import type { StsServer, StsServerOptions } from '../support/sts-server.js'
import { at, error, serve, user, verifierFor } from '../support/sts-stage.js'

const PLACES = [
  ['aws', 'us-east-1'],
  ['aws-us-gov', 'us-gov-west-1'],
  ['aws-cn', 'cn-northwest-1'],
] as const

/** Three partitions; which ones are asked, in what order and with what, the servers tell. */
const partitions = async (options: Partial<Record<string, StsServerOptions>> = {}) => {
  const servers = new Map<string, StsServer>()
  for (const [name, region] of PLACES) servers.set(name, await serve({ region, ...options[name] }))
  const verifier = verifierFor(
    PLACES.map(([name, region]) => at(servers.get(name) as StsServer, name, region)),
  )
  const asked = () =>
    PLACES.flatMap(([name]) => (servers.get(name)?.calls ?? []).map(({ token }) => `${name} ${token}`))
  return { verifier, asked }
}

const knownTo = (name: string, region: string) => {
  const key = longTermKey('cn', { arn: `arn:${name}:iam::${ACCOUNT}:user/u` })
  return { [name]: { credentials: [key], region } }
}

describe('what stands beside a key says who is asked first', () => {
  it.each([
    ['cn-north-1', ['aws-cn none']],
    ['aws-cn', ['aws-cn none']],
    ['us-gov-east-1', ['aws none', 'aws-us-gov none', 'aws-cn none']],
    [null, ['aws none', 'aws-us-gov none', 'aws-cn none']],
  ])('%s', async (regionHint, expected) => {
    const { verifier, asked } = await partitions(knownTo('aws-cn', 'cn-northwest-1'))
    const answer = await verifier.verify({ ...found(longTermKey('cn')), regionHint })
    expect(answer.status).toBe('active')
    expect(asked()).toEqual(expected)
  })
})

describe('a session token', () => {
  const key = temporaryKey('t')
  it.each([
    [null, 'aws'],
    ['cn-north-1', 'aws-cn'],
  ])('is sent to one partition only (%s)', async (regionHint, name) => {
    const { verifier, asked } = await partitions()
    expect(await verifier.verify({ ...found(key), regionHint })).toMatchObject({
      status: 'unknown',
      reason: 'other-partition',
      detail: `${name} does not know this key. Its session token was sent to no other partition; --partitions names where it belongs.`,
    })
    expect(asked()).toEqual([`${name} present`])
  })

  it('gets a verdict where that is the only one that was asked for', async () => {
    const server = await serve({})
    expect((await verifierFor([at(server)]).verify(found(key))).status).toBe('inactive-or-deleted')
  })
})

describe('an endpoint that is switched off for the account', () => {
  it.each(['OptInRequired', 'RegionDisabledException'])('%s: the other one is asked', async (code) => {
    const off = await serve({ script: [error(code)] })
    const other = await serve({ credentials: [user], region: 'us-west-2' })
    const verifier = verifierFor([{ ...at(off), other: { region: 'us-west-2', endpoint: other.endpoint } }])
    expect((await verifier.verify(found(user))).status).toBe('active')
    expect([off.calls.length, other.calls.length]).toEqual([1, 1])
  })

  it('both: nothing is said of the key', async () => {
    const off = await serve({ script: [error('OptInRequired'), error('OptInRequired')] })
    const verifier = verifierFor([
      { ...at(off), other: { region: 'us-east-1', endpoint: off.endpoint } },
      at(off, 'never', 'us-east-1'),
    ])
    expect(await verifier.verify(found(user))).toMatchObject({ status: 'unknown', reason: 'service-error' })
    expect(off.calls).toHaveLength(2)
  })
})

describe("the server's own wish", () => {
  const throttled = (retryAfter: string) => ({ ...error('Throttling', 400), retryAfter })
  it.each([
    ['is waited for where time allows it', '1', 'active', 2],
    ['ends the asking where it does not', '3600', 'unknown', 1],
    ['is left aside where it is no number of seconds', 'soon', 'active', 2],
  ])('%s', async (_what, retryAfter, status, calls) => {
    const server = await serve({ credentials: [user], script: [throttled(retryAfter)] })
    expect((await verifierFor([at(server)]).verify(found(user))).status).toBe(status)
    expect(server.calls).toHaveLength(calls)
  })
})

it('the command line takes the name of each, and no other', () => {
  for (const { name } of AWS_PARTITIONS)
    expect(OPTIONS.partitions.parse([name])).toEqual({ ok: true, value: [name] })
  expect(OPTIONS.partitions.parse(['aws,aws-iso']).ok).toBe(false)
  expect(OPTIONS.partitions.describe).toContain(AWS_PARTITIONS.map(({ name }) => name).join(', '))
})

it('names choose partitions; each has hosts of its own', () => {
  expect(partitionsNamed(['aws-cn', 'aws']).map(({ name }) => name)).toEqual(['aws', 'aws-cn'])
  const hosts = partitionsNamed(null).flatMap(({ endpoint, other }) => [endpoint, other?.endpoint])
  expect(hosts.filter((host) => host !== undefined)).toEqual([
    'https://sts.us-east-1.amazonaws.com',
    'https://sts.amazonaws.com',
    'https://sts.us-gov-west-1.amazonaws.com',
    'https://sts.us-gov-east-1.amazonaws.com',
    'https://sts.eusc-de-east-1.amazonaws.eu',
    'https://sts.cn-northwest-1.amazonaws.com.cn',
    'https://sts.cn-north-1.amazonaws.com.cn',
  ])
})
