import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Finding } from '../../src/model/index.js'
import type { VerifyRequest } from '../../src/pipeline/request.js'
import { runScan } from '../../src/pipeline/scan.js'
import { signedQuery } from '../support/service-credentials.js'

const folder = mkdtempSync(join(tmpdir(), 'keysieve-expiry-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Signed for a quarter of an hour from 10:11:12. */
writeFileSync(join(folder, 'link.txt'), `https://b.s3.amazonaws.com/o?${signedQuery('expiry')}\n`)

const scannedAt = async (now: string, verify: VerifyRequest | null = null): Promise<readonly Finding[]> => {
  const outcome = await runScan({
    cwd: folder,
    target: { kind: 'tree', paths: [], include: [], exclude: [] },
    onlyRules: null,
    exceptRules: [],
    minConfidence: 'low',
    maxFileSize: null,
    archives: 'opened',
    now: Date.parse(now),
    jobs: 1,
    attribution: 'none',
    verify,
    report: 'all',
  })
  if (!outcome.ok) throw new Error(outcome.error.kind)
  return outcome.value.result.findings
}

it.each([
  ['2026-03-02T10:20:00Z', 'high', /deactivate the access key that signed it/],
  ['2026-03-02T10:30:00Z', 'low', /^It has expired by its own date/],
])('at %s a URL that ends at 10:26:12 is %s', async (now, severity, remedy) => {
  const [finding, ...more] = await scannedAt(now)
  expect(more).toEqual([])
  expect(finding).toMatchObject({ ruleId: 'aws-presigned-url', severity })
  expect(finding?.remedy).toMatch(remedy)
})

it('is the same finding before and after', async () => {
  const [before, after] = await Promise.all(
    ['2026-03-02T10:20:00Z', '2027-01-01T00:00:00Z'].map((now) => scannedAt(now)),
  )
  expect(before?.map(({ fingerprint }) => fingerprint)).toEqual(after?.map(({ fingerprint }) => fingerprint))
})

it('has expired as well where others are asked about, and is not asked about itself', async () => {
  const nobody = {
    stsEndpoint: 'http://127.0.0.1:9',
    timeoutMs: 1_000,
    budgetMs: 5_000,
    partitions: null,
    canaries: 'spared',
    onlyAccounts: null,
    proxy: null,
  } as const
  expect(await scannedAt('2026-03-02T10:30:00Z', nobody)).toMatchObject([
    { severity: 'low', verification: { status: 'not-checked', reason: 'not-verifiable' } },
  ])
})
