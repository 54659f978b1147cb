import { describe, expect, it } from 'vitest'
import { windowsOf } from '../../src/kernel/anchor-window.js'
import { MAX_LEAD } from '../../src/kernel/memory-layout.js'
import { latin1 } from './hits.js'

const firstThree = { kind: 'first-three', lead: 0 }
const lastThree = { kind: 'last-three', lead: -1 }
const four = (lead: number) => ({ kind: 'four', lead })

describe('the windows of an anchor, at even and at odd offsets', () => {
  it.each([
    ['three bytes stand in one window either way', 'eyJ', firstThree, lastThree],
    ['four bytes fill a window at even offsets only', 'AKIA', four(0), lastThree],
    ['the rarest pieces are taken: `zn.m` and `mzn.`', 'amzn.mws', four(2), four(1)],
    ['case does not make a piece rarer', 'AMZN.MWS', four(2), four(1)],
    ['a rare beginning beats a common end', 'zqxtion', four(0), lastThree],
  ])('%s', (_situation, anchor, even, odd) => {
    expect(windowsOf(latin1(anchor))).toEqual([even, odd])
  })

  it('lie near the beginning of a long anchor', () => {
    const leads = windowsOf(latin1(`${'e'.repeat(200)}zqjxzqjx`)).map(({ lead }) => lead)
    expect(Math.max(...leads)).toBeLessThanOrEqual(MAX_LEAD)
  })
})
