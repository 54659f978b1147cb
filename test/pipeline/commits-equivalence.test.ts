import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Finding } from '../../src/model/index.js'
import { engineFor } from '../../src/pipeline/builtin-engine.js'
import { runScan, type ScanTarget } from '../../src/pipeline/index.js'
import { builtinRules } from '../../src/rules/index.js'
import { importHistory, meaninglessStep, randomHistory, type Step } from '../support/random-history.js'
import { createRepository, git, temporaryFolder } from '../support/repository.js'
import { seedOf } from '../support/secret-lines.js'
import { opened } from '../support/source-items.js'

// The sources run unbundled here; the thread that they start is the bundle's.
vi.mock('../../src/pipeline/worker-entry.js', () => ({
  workerEntry: () => new URL('../../dist/worker.js', import.meta.url),
}))

/** Batches of 64 that the main thread scans before it starts another one. */
const BATCHES_ALONE = 4 * 64

/** Shrinking a history takes many runs; what it has come to by then is told before the test itself is ended. */
const SHRINKING = { interruptAfterTimeLimit: 60_000 }
vi.setConfig({ testTimeout: 90_000 })

/** Compiled once: most of a short run would be spent on it. */
const engine = engineFor(builtinRules)

const scan = async (cwd: string, target: ScanTarget, jobs = 1): Promise<readonly Finding[]> => {
  const request = {
    cwd,
    target,
    jobs,
    onlyRules: null,
    exceptRules: [],
    maxFileSize: null,
    archives: 'opened' as const,
    now: 0,
  } as const
  const rest = { minConfidence: 'medium', attribution: 'none', verify: null, report: 'all' } as const
  const { result } = opened(await runScan({ ...request, ...rest }, () => engine))
  expect(result.unread).toEqual([])
  return result.findings
}

const range = (top: string, revisions: string) =>
  scan(top, { kind: 'range', revisions, since: 'as-given', scope: 'added-lines' })

const history = (top: string, jobs: number) =>
  scan(top, { kind: 'history', refs: [], since: null, reach: 'refs', cache: null }, jobs)

/** The tree of every commit as files, one folder each: nothing of this asks for parents, versions or lines. */
const everyTree = async (top: string, commits: readonly string[]): Promise<readonly Finding[]> => {
  const folder = temporaryFolder()
  for (const commit of commits) {
    const into = join(folder, commit)
    mkdirSync(into)
    git(top, `--work-tree=${into}`, 'read-tree', commit)
    git(top, `--work-tree=${into}`, 'checkout-index', '--all', '--force')
  }
  expect(readdirSync(folder)).toHaveLength(commits.length)
  const found = await scan(folder, { kind: 'tree', paths: [], include: [], exclude: [] })
  rmSync(folder, { recursive: true })
  return found
}

const valuesOf = ({ values }: Finding): readonly string[] =>
  Object.entries(values).map(([role, value]) => `${role} ${seedOf(value.reveal())}`)

/** What a finding is, wherever it stands. */
const identityOf = (finding: Finding): string =>
  [finding.ruleId, finding.fingerprint, ...valuesOf(finding)].join(', ')

/** The same for findings that come without values, and with all that a history tells. */
const placeOf = ({ ruleId, fingerprint, path, region, origin, facts, related }: Finding) => ({
  ...{ ruleId, fingerprint, path, region, origin, facts, related },
})

const identities = (findings: readonly Finding[]): readonly string[] =>
  [...new Set(findings.map(identityOf))].sort()

/** All values of it are those of one of the others: an id whose secret went is nothing new. */
const isPartOf = (finding: Finding, others: readonly Finding[]): boolean =>
  others.some((other) => valuesOf(finding).every((value) => valuesOf(other).includes(value)))

/** One after the other: they share an engine. */
const inTurn = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> => {
  const done: R[] = []
  for (const item of items) done.push(await work(item))
  return done
}

/** Runs some work over a repository that lives as long as the work does not fail. */
const inRepository = async (
  steps: readonly Step[],
  work: (top: string, commits: readonly string[]) => Promise<void>,
  clean = 0,
): Promise<void> => {
  const { top } = createRepository()
  await work(top, importHistory(top, steps, clean))
  rmSync(top, { recursive: true })
}

describe('over the same commits', () => {
  it('range by range, history and a scan of every tree find the same', async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, (steps) =>
        inRepository(steps, async (top, commits) => {
          const brought = (await inTurn(commits, (commit) => range(top, commit))).flat()
          const whole = await history(top, 1)
          expect(identities(whole)).toEqual(identities(await everyTree(top, commits)))
          const known = identities(brought)
          expect(identities(whole)).toEqual(expect.arrayContaining([...known]))
          const untold = whole.filter((finding) => !known.includes(identityOf(finding)))
          expect(identities(untold.filter((finding) => !isPartOf(finding, brought)))).toEqual([])
        }),
      ),
      { numRuns: 40, ...SHRINKING },
    )
  })

  it('a commit that changes nothing around a secret brings nothing, a merge by hand included', async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, meaninglessStep, (steps, last) =>
        inRepository([...steps, last], async (top, commits) => {
          expect((await range(top, commits.at(-1) ?? '')).map(identityOf)).toEqual([])
        }),
      ),
      { numRuns: 40, ...SHRINKING },
    )
  })

  it('several threads find in a history what one does', async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(randomHistory, (steps) =>
        inRepository(
          steps,
          async (top) => {
            const [one, two] = [await history(top, 1), await history(top, 2)]
            expect(two.map(placeOf)).toEqual(one.map(placeOf))
            found += two.length
          },
          BATCHES_ALONE,
        ),
      ),
      { numRuns: 6, ...SHRINKING },
    )
    expect(found).toBeGreaterThan(0)
  })
})
