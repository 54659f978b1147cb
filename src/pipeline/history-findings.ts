import {
  type Blob,
  type Finding,
  type Introduction,
  type Origin,
  type Skipped,
  sameInBlob,
  type Unread,
} from '../model/index.js'
import { maskAuthor, maskPath } from '../policy/index.js'
import type { Appearance, HistoryPlace, HistoryRequest } from '../sources/commits.js'
import { type BlobYield, yieldOf } from './blob-yield.js'
import type { RecoveryParts } from './recover.js'
import type { ScanRun } from './scan-run.js'

/** Each costs a git process that walks the history: beyond this many nobody reads them one by one. */
const MOST_WITH_BRANCHES = 50

/** One content in which a finding stands. */
interface Version {
  readonly finding: Finding
  readonly blob: Blob
  readonly oid: string
}

/**
 * The findings of a history, each once for each path: as the commit that brought it in has it, whether HEAD still holds
 * it there, and in which branches that commit is. The same secret in a thousand versions of a file is one finding. What is
 * told is looked at once more, under the path that it is told with: names hide values, and say what a value is.
 * @param findings one for each fingerprint; in which contents it stands, the run knows
 */
export const introducedOnce = async (
  findings: readonly Finding[],
  run: ScanRun,
  place: HistoryPlace,
  request: HistoryRequest,
  parts: RecoveryParts,
): Promise<readonly Finding[]> => {
  const { branchesWith, headPlaces, introductionsOf } = await import('../sources/commits.js')
  const versions = findings.flatMap((finding) => versionsOf(finding, run))
  const allowed = run.tally.suppressed.flatMap((finding) => versionsOf(finding, run))
  const oids = [...new Set([...versions, ...allowed].map(({ oid }) => oid))]
  const [introductions, head] = await Promise.all([introductionsOf(place, oids, request), headPlaces(place)])
  const known = introductions.ok ? introductions.value : new Map<string, readonly Appearance[]>()
  const first = [...firstByPath(versions, known).values()]
  const commits = first.flatMap(({ by }) => (by === null ? [] : [by.commit]))
  const branches = await branchesWith(place, [...new Set(commits)].slice(0, MOST_WITH_BRANCHES))
  const there = head === null ? null : placesIn(head, [...versions, ...allowed], known)
  return toldAgain(first, parts, (finding, introduced) => {
    const { by, version } = introduced
    const names = branches.get(by?.commit ?? '') ?? []
    const facts = {
      ...finding.facts,
      // Of a message HEAD says nothing.
      ...(there === null || version.oid.includes('^')
        ? {}
        : { inHead: there.has(`${finding.fingerprint} ${by?.path ?? ''}`) }),
      ...(names.length === 0 ? {} : { branches: names.map((name) => maskPath(name)).join(', ') }),
    }
    const placed = { ...finding, facts, origin: originAt(finding, by) }
    run.remember(placed, version.blob)
    return placed
  })
}

const versionsOf = (finding: Finding, run: ScanRun): readonly Version[] =>
  run
    .versionsOf(finding)
    .flatMap((blob) => (blob.locator.kind === 'git' ? [{ finding, blob, oid: blob.locator.oid }] : []))

interface Introduced {
  readonly version: Version
  /** Null for what no walk has met: unreachable objects. */
  readonly by: Appearance | null
}

/** By fingerprint, member and path, the oldest of all versions. */
const firstByPath = (
  versions: readonly Version[],
  known: ReadonlyMap<string, readonly Appearance[]>,
): ReadonlyMap<string, Introduced> => {
  const first = new Map<string, Introduced>()
  const met = new Set<string>()
  for (const version of versions) {
    const same = sameInBlob(version.finding)
    for (const by of known.get(version.oid) ?? []) {
      met.add(same)
      const key = `${same} ${by.path}`
      const before = first.get(key)?.by
      if (before === undefined || before === null || by.order < before.order) first.set(key, { version, by })
    }
  }
  for (const version of versions) {
    const same = sameInBlob(version.finding)
    if (!met.has(same)) first.set(`${same} ${version.finding.path}`, { version, by: null })
  }
  return first
}

/** `<fingerprint> <path>` of what HEAD holds, allowed or not. @param head `<oid> <path>` */
const placesIn = (
  head: ReadonlySet<string>,
  versions: readonly Version[],
  known: ReadonlyMap<string, readonly Appearance[]>,
): ReadonlySet<string> => {
  const there = new Set<string>()
  for (const { finding, oid } of versions)
    for (const { path } of known.get(oid) ?? [])
      if (head.has(`${oid} ${path}`)) there.add(`${finding.fingerprint} ${path}`)
  return there
}

/** Each content and path is read once for all that is found in it. What can't be read again is told as it was met. */
const toldAgain = async (
  all: readonly Introduced[],
  parts: RecoveryParts,
  placed: (finding: Finding, introduced: Introduced) => Finding,
): Promise<readonly Finding[]> => {
  const places = new Map<string, Introduced[]>()
  for (const one of all) {
    const key = `${one.version.oid} ${pathOf(one)}`
    const place = places.get(key)
    if (place === undefined) places.set(key, [one])
    else place.push(one)
  }
  const told: Finding[] = []
  for (const introduced of places.values()) {
    const [first] = introduced
    if (first === undefined) continue
    const path = pathOf(first)
    const found = findingsIn(await yieldOf({ ...first.version.blob, path }, parts))
    for (const one of introduced) {
      const { finding } = one.version
      told.push(placed(found.get(sameInBlob(finding)) ?? { ...finding, path: maskPath(path) }, one))
    }
  }
  return told
}

const findingsIn = (told: BlobYield | Unread | Skipped): ReadonlyMap<string, Finding> =>
  new Map(told.class === 'yield' ? told.findings.map((finding) => [sameInBlob(finding), finding]) : [])

const pathOf = ({ by, version }: Introduced): string => by?.path ?? version.blob.path

const originAt = ({ origin }: Finding, by: Appearance | null): Origin => {
  if (by === null) return origin
  const { commit, date } = by
  const author = by.author === '' ? null : maskAuthor(by.author)
  const introduced: Introduction | null = author === null || date === '' ? null : { commit, author, date }
  return { kind: 'commit', commit, author, date: date === '' ? null : date, introduced }
}
