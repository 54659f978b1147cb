import { describe, expect, it } from 'vitest'
import { CAREFUL, type CallPolicy, createStsVerifier, verifyFindings } from '../../src/verify/index.js'
import { accessKeyIdOf } from '../support/credentials.js'
import { longTermKey } from '../support/sts-credentials.js'
import { serve } from '../support/sts-stage.js'
import { findingOf } from '../support/verifiable-findings.js'

/** One of Thinkst's; every id of it is a canary's. */
const canary = { ...longTermKey('c'), accessKeyId: accessKeyIdOf('595918472158', 'canary') }
const old = { ...longTermKey('o'), accessKeyId: `AKIAI${'ABCDEFGHIJKLMNO'}` }
const key = longTermKey('policy')
const account = '211166663010'

describe('who is asked about', () => {
  it.each<[string, Partial<CallPolicy>, typeof key, string, string | null]>([
    ['a canary', {}, canary, 'not-checked', 'canary'],
    ['a canary, on demand', { canaries: 'called' }, canary, 'active', null],
    ['a canary of one account more', { canaryAccounts: [account] }, key, 'not-checked', 'canary'],
    ['one of the accounts given', { onlyAccounts: [account] }, key, 'active', null],
    [
      'a canary, as one of the accounts given',
      { onlyAccounts: ['595918472158'] },
      canary,
      'not-checked',
      'canary',
    ],
    ['another account', { onlyAccounts: ['123456789012'] }, key, 'not-checked', 'other-account'],
    ['no known account', { onlyAccounts: ['123456789012'] }, old, 'not-checked', 'other-account'],
    ['no known account, where all are', {}, old, 'active', null],
  ])('%s', async (_who, changes, known, status, reason) => {
    const policy = { ...CAREFUL, ...changes }
    const server = await serve({ credentials: [known] })
    const verifier = createStsVerifier({ endpoint: server.endpoint, timeoutMs: 10_000, version: '1', policy })
    const [told] = await verifyFindings([findingOf(known)], verifier, { budgetMs: 20_000, paceMs: 0, policy })
    verifier.close()
    expect(told?.verification).toMatchObject({ status, reason })
    expect(server.calls).toHaveLength(status === 'active' ? 1 : 0)
  })
})
