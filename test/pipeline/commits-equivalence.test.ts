import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Finding } from '../../src/model/index.js'
import { engineFor } from '../../src/pipeline/builtin-engine.js'
import { runScan, type ScanTarget } from '../../src/pipeline/index.js'
import { builtinRules } from '../../src/rules/index.js'
import { importHistory, randomHistory, type Step, seedOf } from '../support/random-history.js'
import { createRepository, git, temporaryFolder } from '../support/repository.js'
import { opened } from '../support/source-items.js'

// The sources run unbundled here; the thread that they start is the bundle's.
vi.mock('../../src/pipeline/worker-entry.js', () => ({
  workerEntry: () => new URL('../../dist/worker.js', import.meta.url),
}))

/** Compiled once: most of a short run would be spent on it. */
const engine = engineFor(builtinRules)

const scan = async (cwd: string, target: ScanTarget, jobs = 1): Promise<readonly Finding[]> => {
  const request = { cwd, target, jobs, onlyRules: null, exceptRules: [], maxFileSize: null } as const
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

const identities = (findings: readonly Finding[]): readonly string[] =>
  [...new Set(findings.map(identityOf))].sort()

/** All values of it are those of one of the others: an id whose secret went is nothing new. */
const isPartOf = (finding: Finding, others: readonly Finding[]): boolean =>
  others.some((other) => valuesOf(finding).every((value) => valuesOf(other).includes(value)))

const repositoryOf = (steps: readonly Step[]) => {
  const { top } = createRepository()
  return { top, commits: importHistory(top, steps) }
}

describe('over the same commits', () => {
  it('range, history and a scan of every tree find the same', async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, async (steps) => {
        const { top, commits } = repositoryOf(steps)
        const brought = (await inTurn(commits, (commit) => range(top, commit))).flat()
        const trees = await everyTree(top, commits)
        const whole = await history(top, 1)
        expect(identities(whole)).toEqual(identities(trees))
        expect(identities(whole)).toEqual(expect.arrayContaining([...identities(brought)]))
        const untold = whole.filter((finding) => !identities(brought).includes(identityOf(finding)))
        expect(identities(untold.filter((finding) => !isPartOf(finding, brought)))).toEqual([])
        rmSync(top, { recursive: true })
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})

/** One after the other: they share an engine. */
const inTurn = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> => {
  const done: R[] = []
  for (const item of items) done.push(await work(item))
  return done
}
