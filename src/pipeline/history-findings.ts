import type { Blob, Finding } from '../model/index.js'
import { maskAuthor, maskPath } from '../policy/index.js'
import type { Appearance, HistoryRequest } from '../sources/commits.js'
import type { ScanRun } from './scan-run.js'

/** Each costs a git process that walks the history: beyond this many nobody reads them one by one. */
const MOST_WITH_BRANCHES = 50

export interface HistoryPlaceOf {
  readonly root: string
  readonly gitDir?: string
}

/** One content in which a finding stands. */
interface Version {
  readonly finding: Finding
  readonly blob: Blob
  readonly oid: string
}

/**
 * The findings of a history, each once for each path: as the commit that brought it in has it, whether HEAD still holds
 * it, and in which branches that commit is. The same secret in a thousand versions of a file is one finding.
 * @param findings one for each distinct content, in the order they were met
 */
export const introducedOnce = async (
  findings: readonly Finding[],
  run: ScanRun,
  place: HistoryPlaceOf,
  request: HistoryRequest,
): Promise<readonly Finding[]> => {
  if (findings.length === 0) return findings
  const { branchesWith, headBlobs, introductionsOf } = await import('../sources/commits.js')
  const versions = findings.flatMap((finding): readonly Version[] => {
    const blob = run.blobOf(finding)
    return blob?.locator.kind === 'git' ? [{ finding, blob, oid: blob.locator.oid }] : []
  })
  const oids = [...new Set(versions.map(({ oid }) => oid))]
  const [introductions, head] = await Promise.all([introductionsOf(place, oids, request), headBlobs(place)])
  const known = introductions.ok ? introductions.value : new Map<string, readonly Appearance[]>()
  const first = [...firstByPath(versions, known).values()]
  const commits = first.flatMap(({ by }) => (by === null ? [] : [by.commit]))
  const branches = await branchesWith(place, [...new Set(commits)].slice(0, MOST_WITH_BRANCHES))
  const inHead = new Set(
    versions.filter(({ oid }) => head.has(oid)).map(({ finding }) => finding.fingerprint),
  )
  return first.map(({ version, by }) => {
    const { fingerprint } = version.finding
    const told = { inHead: inHead.has(fingerprint), branches: namesOf(branches.get(by?.commit ?? '')) }
    const placed = placedAt(version, by, told)
    run.remember(placed, version.blob)
    return placed
  })
}

interface Introduced {
  readonly version: Version
  /** Null for what no walk has met: unreachable objects. */
  readonly by: Appearance | null
}

/** By fingerprint and path, the oldest of all versions. */
const firstByPath = (
  versions: readonly Version[],
  known: ReadonlyMap<string, readonly Appearance[]>,
): ReadonlyMap<string, Introduced> => {
  const first = new Map<string, Introduced>()
  const met = new Set<string>()
  for (const version of versions) {
    const { fingerprint } = version.finding
    for (const by of known.get(version.oid) ?? []) {
      met.add(fingerprint)
      const key = `${fingerprint} ${by.path}`
      const before = first.get(key)?.by
      if (before === undefined || before === null || by.order < before.order) first.set(key, { version, by })
    }
  }
  for (const version of versions) {
    const { fingerprint, path } = version.finding
    if (!met.has(fingerprint)) first.set(`${fingerprint} ${path}`, { version, by: null })
  }
  return first
}

const namesOf = (branches: readonly string[] | undefined): string | null =>
  branches === undefined || branches.length === 0 ? null : branches.map((name) => maskPath(name)).join(', ')

interface Told {
  readonly inHead: boolean
  readonly branches: string | null
}

const placedAt = ({ finding, blob }: Version, by: Appearance | null, { inHead, branches }: Told): Finding => {
  const facts = { ...finding.facts, inHead, ...(branches === null ? {} : { branches }) }
  if (by === null) return { ...finding, facts }
  // Under the blob's own path the finding's values are masked already.
  const path = by.path === blob.path ? finding.path : maskPath(by.path)
  const introduced = { commit: by.commit, author: maskAuthor(by.author), date: by.date }
  return {
    ...finding,
    facts,
    path,
    origin: { kind: 'commit', ...introduced, introduced },
    related: finding.related.map((one) => ({ ...one, path })),
  }
}
