import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/model/index.js'
import { render } from '../../src/report/index.js'
import { pairFinding, renderOptions, scanResult } from '../support/findings.js'

const rendered = (facts: Facts, format: 'text' | 'sarif' | 'jsonl'): string => {
  const finding = pairFinding({ ruleId: 'aws-presigned-url', facts })
  const options = renderOptions({ width: 200, now: new Date('2026-03-02T12:00:00Z') })
  return [...render(scanResult([finding]), format, options)].join('')
}

describe('until when a credential works', () => {
  it.each([
    ['2026-03-02T11:59:59Z', 'expired on 2026-03-02 11:59 UTC'],
    ['2026-03-02T12:00:01Z', 'still valid, until 2026-03-02 12:00 UTC'],
  ])('%s in words a person understands', (expires, words) => {
    expect(rendered({ expires }, 'text')).toContain(words)
  })

  it.each([null, 'soon', 17, '2026-99-99'])('%s is no date, and is not told', (expires) => {
    expect(rendered({ expires }, 'text')).not.toMatch(/expired|valid/)
  })

  it('is a fact for programs, the same on any day', () => {
    const facts = { expires: '2026-03-02T11:59:59Z', region: 'eu-west-1', service: 's3' }
    expect(JSON.parse(rendered(facts, 'jsonl'))).toMatchObject({ facts })
    const [run] = JSON.parse(rendered(facts, 'sarif')).runs
    expect(run.results[0].properties.facts).toEqual(facts)
    expect(run.results[0].message.text).toContain('for s3 in eu-west-1; valid until 2026-03-02 11:59 UTC')
  })
})

describe('whose a credential is', () => {
  it.each<[Facts, string]>([
    [{ userName: 'ci', accountId: '211166660001' }, 'account 211166660001 · user ci'],
    [{ keyPairId: 'K2JCJMDEHXQW5F' }, 'key pair K2JCJMDEHXQW5F'],
    [{ region: 'eu-west-1', service: 's3' }, 'for s3 in eu-west-1'],
    [{ region: 'eu-west-1' }, 'in eu-west-1'],
    [{ generation: 'old' }, 'an ID of the older form, which names no account'],
  ])('%o', (facts, words) => {
    expect(rendered(facts, 'text')).toContain(words)
  })
})
