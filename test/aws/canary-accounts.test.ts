import { describe, expect, it } from 'vitest'
import { isCanaryAccount } from '../../src/aws/index.js'

describe('isCanaryAccount', () => {
  it.each([
    ['Thinkst', '595918472158', true],
    ['Thinkst, with a leading zero', '052310077262', true],
    ['another service', '044858866125', true],
    ['the last of the list', '982842642351', true],
    ['an ordinary account', '211166660001', false],
    ["the documentation's account", '123456789012', false],
    ['a canary account without its leading zero', '52310077262', false],
    ['nothing', '', false],
  ])('%s: %s → %s', (_situation, account, canary) => expect(isCanaryAccount(account)).toBe(canary))
})
