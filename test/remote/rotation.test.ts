import { describe, expect, it } from 'vitest'
import { type ListedKey, type RotationStep, rotationState, stepFault } from '../../src/remote/index.js'

const key = (accessKeyId: string, day: number, status: ListedKey['status'] = 'active'): ListedKey => ({
  accessKeyId,
  status,
  createdAt: new Date(Date.UTC(2026, 0, day)),
})
const old = key('OLD', 10)
const off = key('OLD', 10, 'inactive')
const newer = key('NEW', 20)
const older = key('ELDER', 1)

describe('where a rotation stands', () => {
  it.each<[string, readonly ListedKey[], string, (string | null)?]>([
    ['one key', [old], 'create', null],
    ['a newer one beside it', [old, newer], 'deactivate', 'NEW'],
    ['an older one beside it', [older, old], 'blocked'],
    ['a newer one that is inactive', [old, key('NEW', 20, 'inactive')], 'blocked'],
    ['switched off, replaced', [off, newer], 'delete', 'NEW'],
    ['switched off at once, not replaced yet', [off], 'create', null],
    ['gone', [newer], 'nothing', 'NEW'],
    ['no key at all', [], 'nothing', null],
  ])('%s', (_situation, keys, next, replacement) => {
    const state = rotationState('OLD', keys)
    expect(state.next).toBe(next)
    if (replacement !== undefined)
      expect('replacement' in state && (state.replacement?.accessKeyId ?? null)).toBe(replacement)
  })
})

describe('a step that is asked for by name', () => {
  it.each<[RotationStep, readonly ListedKey[], string | null]>([
    ['create', [old], null],
    ['create', [old, newer], 'already-replaced'],
    ['create', [older, old], 'two-keys'],
    ['create', [newer], 'gone'],
    ['deactivate', [old], null],
    ['deactivate', [older, old], null],
    ['deactivate', [newer], 'gone'],
    ['delete', [old, newer], 'not-inactive'],
    ['delete', [older, old], 'not-inactive'],
    ['delete', [off], null],
    ['delete', [], 'gone'],
  ])('%s of %j', (step, keys, fault) => {
    expect(stepFault(step, rotationState('OLD', keys))).toBe(fault)
  })
})
