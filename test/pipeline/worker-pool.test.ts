import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type Blob, originOf } from '../../src/model/index.js'
import type { BatchReport } from '../../src/pipeline/batch-scan.js'
import { WorkerPool } from '../../src/pipeline/worker-pool.js'

const blob = (path: string): Blob => ({
  path,
  origin: originOf('worktree'),
  locator: { kind: 'file', path: `/${path}` },
})

const poolOf = (workers: number, entry = './scripted-worker.mjs'): WorkerPool => {
  const folder = mkdtempSync(join(tmpdir(), 'keysieve-pool-'))
  const rules = { onlyRules: null, exceptRules: [], own: null }
  const setup = {
    cwd: join(folder, 'marker'),
    ...rules,
    maxFileSize: null,
    archives: 'opened' as const,
    now: 0,
  }
  const pool = new WorkerPool({ setup, workers, entry: new URL(entry, import.meta.url) })
  onTestFinished(async () => {
    await pool.close()
    rmSync(folder, { recursive: true })
  })
  return pool
}

/** Files scanned, and paths reported as unread. */
const outcome = async (
  pool: WorkerPool,
  ...paths: readonly string[]
): Promise<[number, readonly string[]]> => {
  const { files, unread } = await taken(pool, paths)
  return [files, unread.map(({ path, reason }) => `${path}: ${reason}`)]
}

/** Offers until a thread has room, as nobody else is there to scan it. */
const taken = async (pool: WorkerPool, paths: readonly string[]): Promise<BatchReport> => {
  for (;;) {
    const report = pool.offer(paths.map(blob))
    if (report !== null) return report
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

it('every batch is answered, more of them than threads', async () => {
  const pool = poolOf(2)
  const batches = await Promise.all(Array.from({ length: 50 }, (_, i) => outcome(pool, `a${i}`, `b${i}`)))
  expect(batches).toEqual(Array(50).fill([2, []]))
})

it('a thread that dies is replaced and its batches are tried once more', async () => {
  const pool = poolOf(1)
  const answers = await Promise.all([outcome(pool, 'die once'), outcome(pool, 'x'), outcome(pool, 'y')])
  expect(answers).toEqual([
    [1, []],
    [1, []],
    [1, []],
  ])
})

it('what kills two threads is reported, and the rest is scanned', async () => {
  const pool = poolOf(2)
  const answers = await Promise.all([
    outcome(pool, 'die', 'beside'),
    ...Array.from({ length: 9 }, (_, i) => outcome(pool, `${i}`)),
  ])
  expect(answers[0]).toEqual([0, ['die: internal-error', 'beside: internal-error']])
  expect(answers.slice(1)).toEqual(Array(9).fill([1, []]))
})

it('threads that cannot start leave everything unread, and end', async () => {
  const pool = poolOf(2, './no-such-worker.mjs')
  expect(await outcome(pool, 'a')).toEqual([0, ['a: internal-error']])
})

it('what no thread has room for is handed back', async () => {
  const pool = poolOf(1)
  const offered = Array.from({ length: 9 }, (_, i) => pool.offer([blob(`${i}`)]))
  expect(offered.map((report) => report === null)).toEqual([...Array(4).fill(false), ...Array(5).fill(true)])
  await Promise.all(offered)
  expect(pool.offer([blob('again')])).not.toBeNull()
})
