import { describe, expect, it } from 'vitest'
import { type Finding, notChecked } from '../../src/model/index.js'
import { type AwsCredential, type Verifier, verifyFindings } from '../../src/verify/index.js'
import { longTermKey } from '../support/sts-credentials.js'
import { findingOf } from '../support/verifiable-findings.js'

const quick = { budgetMs: 20_000, paceMs: 0, recheckMs: 0 }
const keys = Array.from({ length: 12 }, (_, index) => longTermKey(`key-${index}`))
const statuses = (findings: readonly Finding[]) => findings.map(({ verification }) => verification.status)
const reasons = (findings: readonly Finding[]) => findings.map(({ verification }) => verification.reason)

/** Answers the first question at once and holds every other one until it is told to stop, as a silent network would. */
const silentAfterTheFirst = () => {
  const asked: string[] = []
  const verifier: Verifier = {
    verify: async ({ accessKeyId }: AwsCredential, signal) => {
      asked.push(accessKeyId)
      if (asked.length === 1) return { ...notChecked('not-asked'), status: 'active', reason: null }
      await new Promise((resolve) => signal?.addEventListener('abort', resolve))
      return { ...notChecked('budget'), status: 'unknown' }
    },
    close: () => undefined,
  }
  return { verifier, asked }
}

describe('the budget', () => {
  it('leaves the rest unknown, calls under way included', async () => {
    const { verifier, asked } = silentAfterTheFirst()
    const found = await verifyFindings(keys.map(findingOf), verifier, { ...quick, budgetMs: 50 })
    expect(statuses(found)).toEqual(['active', ...Array(11).fill('unknown')])
    expect(reasons(found)).toEqual([null, ...Array(11).fill('budget')])
    // The first, and one for each of the four that may be asked at once.
    expect(asked).toHaveLength(5)
  })

  it('ends the waiting for a turn', async () => {
    const { verifier, asked } = silentAfterTheFirst()
    const found = await verifyFindings(keys.map(findingOf), verifier, {
      ...quick,
      budgetMs: 50,
      paceMs: 600_000,
    })
    expect(statuses(found)).toEqual(['active', ...Array(11).fill('unknown')])
    expect(asked).toHaveLength(1)
  })
})
