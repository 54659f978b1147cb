import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Host, Screen } from '../../src/cli/host.js'
import { progressLine } from '../../src/cli/progress.js'

const at = { step: 'scan', files: 12_345, bytes: 234_000_000, findings: 2 } as const

/** A host whose clock is set by hand, and all that was written to its standard error. */
const stage = (stderr: Screen, env: Host['env'] = {}) => {
  const written: string[] = []
  stderr.on('data', (chunk) => written.push(String(chunk)))
  const time = { now: 1_000_000 }
  const host: Host = {
    cwd: '/',
    env,
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr,
    clock: () => time.now,
  }
  return { host, time, written }
}
const terminal = (): Screen => Object.assign(new PassThrough(), { isTTY: true, columns: 60 })

describe('the progress line', () => {
  it('appears after 300 ms, at most every 100 ms, and goes away', () => {
    const { host, time, written } = stage(terminal())
    const line = progressLine(host)
    for (const passed of [0, 299, 300, 399, 400]) {
      time.now = 1_000_000 + passed
      line.show(at)
    }
    line.erase()
    line.erase()
    const shown = '\rscanning   12,345 files   234 MB   2 found\u001b[K'
    expect(written).toEqual([shown, shown, '\r\u001b[K'])
  })

  it('says how many credentials have been asked about', () => {
    const { host, time, written } = stage(terminal())
    const line = progressLine(host)
    time.now += 300
    line.show({ step: 'verify', files: 3, bytes: 0, findings: 17 })
    expect(written).toEqual(['\rverifying   3 of 17\u001b[K'])
  })

  it('is cut to the width of the terminal', () => {
    const { host, time, written } = stage(Object.assign(new PassThrough(), { isTTY: true, columns: 40 }))
    const line = progressLine(host)
    time.now += 300
    line.show(at)
    expect(written).toEqual(['\rscanning   12,345 files   234 MB   2 fo\u001b[K'])
  })

  it.each([
    ['a pipe', new PassThrough(), {}],
    ['a terminal that can do nothing', terminal(), { TERM: 'dumb' }],
  ])('is not shown on %s', (_situation, stderr, env) => {
    const { host, time, written } = stage(stderr, env)
    const line = progressLine(host)
    time.now += 1000
    line.show(at)
    line.erase()
    expect(written).toEqual([])
  })
})
