import { describe, expect, it } from 'vitest'
import type { CorpusCase, ExpectedCredential, Property } from './index.js'
import { lookAlikes, positives } from './index.js'
import { readings } from './making/decoded.js'

const SEED = 20_26
const found = positives(SEED)
const quiet = lookAlikes(SEED)
const all = [...found, ...quiet]

const RULES = [
  'aws-access-key',
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
  'aws-bedrock-api-key',
  'aws-bedrock-short-term-api-key',
  'aws-ses-smtp-password',
  'aws-codecommit-password',
  'aws-appsync-api-key',
  'aws-ecr-password',
  'aws-presigned-url',
  'aws-cloudfront-private-key',
  'amazon-mws-auth-token',
  'aws-eks-token',
]

const HIDING: readonly Property[] = ['plain-text', 'utf-8', 'one-piece', 'unpacked']
const isHidden = ({ dropped }: CorpusCase): boolean => HIDING.some((property) => dropped.includes(property))

const valuesOf = ({ id, secret, token }: ExpectedCredential): readonly string[] =>
  [id, secret, token].filter((value) => value !== undefined)

const allValues = (cases: readonly CorpusCase[]): readonly string[] =>
  cases.flatMap(({ expected }) => expected.flatMap(valuesOf))

const rawOf = ({ files }: CorpusCase): string =>
  files.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n')

/** Whether a value stands in a text and no letter or digit touches it. */
const standsFree = (text: string, value: string): boolean =>
  text.split(value).some((before, place, parts) => {
    const after = parts[place + 1]
    return after !== undefined && !/[A-Za-z0-9]$/.test(before) && !/^[A-Za-z0-9]/.test(after)
  })

const named = (cases: readonly CorpusCase[]) => cases.map((one) => [one.name, one] as const)

const formsOf = (cases: readonly CorpusCase[]): ReadonlySet<string> => new Set(cases.map(({ form }) => form))

describe('the corpus', () => {
  it('is wide', () => {
    expect(found.length).toBeGreaterThanOrEqual(300)
    expect(formsOf(found).size).toBeGreaterThanOrEqual(80)
    expect(quiet.length).toBeGreaterThanOrEqual(300)
    expect(formsOf(quiet).size).toBeGreaterThanOrEqual(40)
  })

  it('names every case once, and no two cases have the same files', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    const firstWith = new Map(all.toReversed().map((one) => [rawOf(one), one.name]))
    const repeated = all.filter((one) => firstWith.get(rawOf(one)) !== one.name)
    expect(repeated.map(({ name }) => name)).toEqual([])
  })

  it('expects something of every positive, and nothing of a look-alike', () => {
    expect(found.filter(({ expected }) => expected.length === 0)).toEqual([])
    expect(quiet.filter(({ expected }) => expected.length > 0)).toEqual([])
  })

  it.each(RULES)('shows %s in three surroundings or more', (rule) => {
    const cases = found.filter(({ expected }) => expected.some(({ ruleId }) => ruleId === rule))
    expect(cases.length).toBeGreaterThanOrEqual(3)
  })

  it('knows no other rule', () => {
    const rules = found.flatMap(({ expected }) => expected.map(({ ruleId }) => ruleId))
    expect(rules.filter((rule) => !RULES.includes(rule))).toEqual([])
  })

  it('goes without every help in some case', () => {
    const dropped = new Set(found.flatMap((one) => one.dropped))
    expect([...dropped].sort()).toEqual([
      'five-lines-apart',
      'one-piece',
      'plain-text',
      'quiet-surroundings',
      'quotes',
      'same-file',
      'same-line',
      'ten-lines-apart',
      'text-file',
      'unpacked',
      'usual-casing',
      'usual-order',
      'utf-8',
      'variable-name',
    ])
  })
})

describe('a seed', () => {
  it('gives the same bytes again', () => {
    expect(positives(SEED)).toEqual(found)
    expect(lookAlikes(SEED)).toEqual(quiet)
  })

  it('shares no credential with another seed, and no credential stands in two cases', () => {
    const values = allValues(found)
    expect(new Set(values).size).toBe(values.length)
    const others = new Set(allValues(positives(SEED + 1)))
    expect(values.filter((value) => others.has(value))).toEqual([])
  })

  it('changes the look-alikes too', () => {
    const others = new Set(lookAlikes(SEED + 1).map(rawOf))
    const same = quiet.filter((one) => others.has(rawOf(one)))
    expect(same.map(({ name }) => name)).toEqual([])
  })
})

describe('an expected value', () => {
  const keys = found.flatMap(({ expected }) => expected.filter(({ ruleId }) => ruleId === 'aws-access-key'))

  it('has the shape that AWS gives it', () => {
    expect(keys.filter(({ id }) => !/^A[KS]IA[A-Z2-7]{16}$/.test(id ?? ''))).toEqual([])
    expect(
      keys.filter(({ secret }) => !/^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[\w+/]{40}$/.test(secret ?? '')),
    ).toEqual([])
    const tokens = keys.flatMap(({ token }) => token ?? [])
    expect(tokens.filter((token) => !/^(?:IQoJ|FwoG)[A-Za-z0-9+/]{200,930}={0,2}$/.test(token))).toEqual([])
  })

  it('is a token with temporary keys and with no others', () => {
    const wrong = keys.filter(({ id, token }) => id?.startsWith('ASIA') !== (token !== undefined))
    expect(wrong).toEqual([])
  })

  it('is an ID of either generation', () => {
    const old = keys.filter(({ id }) => /^....[A-P]/.test(id ?? ''))
    expect(old.length).toBeGreaterThan(keys.length / 20)
    expect(old.length).toBeLessThan(keys.length / 3)
  })

  it.each(named(found.filter((one) => !isHidden(one))))('of %s stands in the bytes', (_, one) => {
    const raw = rawOf(one)
    expect(allValues([one]).filter((value) => !standsFree(raw, value))).toEqual([])
  })

  it.each(named(found.filter(isHidden)))('of %s is hidden, and comes out', (_, one) => {
    const raw = rawOf(one)
    const texts = one.files.flatMap((file) => [...readings(file, 3)])
    const values = allValues([one])
    expect(values.filter((value) => !texts.some((text) => text.includes(value)))).toEqual([])
    // A stored member of an archive is the one hidden thing that can be read as it stands.
    const isReadable = values.every((value) => standsFree(raw, value))
    expect(isReadable && !one.dropped.includes('unpacked')).toBe(false)
  })
})

describe('a look-alike', () => {
  const ID = /(?<![A-Za-z0-9])(?:AKIA|ASIA)(?!PACIFIC|X{16})[A-Z2-7]{16}(?![A-Za-z0-9])/

  it.each(named(quiet))('%s holds no access key ID, however it is read', (_, one) => {
    const texts = one.files.flatMap((file) => [...readings(file, 1)])
    const ids = texts.flatMap((text) => ID.exec(text)?.[0] ?? [])
    expect(ids.filter((id) => !id.endsWith('EXAMPLE'))).toEqual([])
  })
})
