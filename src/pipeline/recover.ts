import { realpathSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import type { Engine } from '../engine/index.js'
import {
  type Blob,
  type Finding,
  HIDDEN,
  type Locator,
  notChecked,
  type Reader,
  type Unread,
} from '../model/index.js'
import { blobFindings, type FindingContext } from './blob-findings.js'
import { scanBlob } from './blob-scan.js'

export interface RecoveryParts extends FindingContext {
  readonly engine: Engine
  readonly reader: Reader
  /** Absolute path that the findings' paths are relative to. */
  readonly root: string
  /** The blob a finding was made from, where this run has seen it; otherwise it is looked up by the finding's path. */
  readonly blobOf?: (finding: Finding) => Blob | null
}

export interface Recovered {
  /** In the order given; one without values is gone, or stands in what could not be read. */
  readonly findings: readonly Finding[]
  /** Each place that could not be looked at, once. */
  readonly unread: readonly Unread[]
}

/** What a place holds now: its findings by fingerprint, nothing since it is gone, or why it could not be looked at. */
type Place = ReadonlyMap<string, Finding> | 'gone' | Unread

/**
 * Findings of an earlier report with their plain values: each blob is read and scanned again, and a finding is the same
 * when its fingerprint is. What is gone keeps `not-found`; what could not be looked at is no all-clear, and is told.
 */
export const recover = async (findings: readonly Finding[], parts: RecoveryParts): Promise<Recovered> => {
  const places = new Map<string, Place>()
  const recovered: Finding[] = []
  for (const finding of findings) {
    const { path, origin } = finding
    // Masked names can look alike: where the blob is known, it is what counts.
    const seen = parts.blobOf?.(finding) ?? null
    const key = JSON.stringify([origin.kind, origin.commit, path, seen?.path, seen?.locator])
    const place = places.get(key) ?? (await placeOf(finding, parts))
    places.set(key, place)
    recovered.push(foundAt(place, finding))
  }
  return { findings: recovered, unread: [...places.values()].filter(isUnread) }
}

const isUnread = (place: Place): place is Unread => place !== 'gone' && 'class' in place

const foundAt = (place: Place, finding: Finding): Finding => {
  if (place === 'gone') {
    const detail = 'There is no such file in the directory that is verified.'
    return { ...finding, verification: { ...notChecked('not-found'), detail } }
  }
  if (isUnread(place)) return { ...finding, verification: notChecked('not-read') }
  return place.get(finding.fingerprint) ?? { ...finding, verification: notChecked('not-found') }
}

const placeOf = async (finding: Finding, parts: RecoveryParts): Promise<Place> => {
  const blob = parts.blobOf?.(finding) ?? blobAt(finding, parts.root)
  if ('class' in blob) return blob
  const scanned = await scanBlob(parts.engine, parts.reader, blob, null)
  if (scanned.class === 'unread') return isGone(scanned) ? 'gone' : { ...scanned, path: finding.path }
  if (scanned.class === 'skipped') return notRecoverable(finding, `it is skipped now: ${scanned.reason}`)
  const { findings, suppressed } = await blobFindings(blob, scanned, parts)
  const all = [...findings.map((placed) => placed.finding), ...suppressed]
  return new Map(all.map((found) => [found.fingerprint, { ...found, suppressed: null }]))
}

/** What a blob yields, by fingerprint, with its values; null where it can't be read. Suppressed findings are not among it. */
export const yieldOf = async (
  blob: Blob,
  parts: RecoveryParts,
): Promise<ReadonlyMap<string, Finding> | null> => {
  const scanned = await scanBlob(parts.engine, parts.reader, blob, null)
  if (scanned.class !== 'scanned') return null
  const { findings } = await blobFindings(blob, scanned, parts)
  return new Map(findings.map(({ finding }) => [finding.fingerprint, finding]))
}

/** Not there is an answer, except that a commit or an index entry that is missing says nothing of the secret. */
const isGone = ({ reason }: Unread): boolean => reason === 'vanished'

const notRecoverable = ({ path }: Finding, detail: string): Unread => ({
  class: 'unread',
  path,
  reason: 'not-recoverable',
  detail,
})

const blobAt = (finding: Finding, root: string): Blob | Unread => {
  const locator = locatorOf(finding, root)
  return typeof locator === 'string'
    ? notRecoverable(finding, locator)
    : { path: finding.path, origin: finding.origin, locator }
}

/** Or why there is none: standard input, a masked path, a path out of the root, a name that git's syntax can't say. */
const locatorOf = ({ path, origin }: Finding, root: string): Locator | string => {
  if (origin.kind === 'stdin') return 'it came from standard input'
  if (path.includes(HIDDEN)) return 'its path is hidden in the report'
  const absolute = resolve(root, path)
  if (!isBelow(absolute, root)) return 'it lies outside of the directory that is verified'
  if (origin.kind === 'worktree') {
    const directory = realDirectoryOf(absolute)
    return directory === null || isBelow(directory, realpathSync(root))
      ? { kind: 'file', path: absolute }
      : 'a link leads out of the directory that is verified'
  }
  if (path.includes('\n')) return 'git can not be asked for a name with a line break'
  if (origin.kind === 'index') return { kind: 'git', oid: `:${path}` }
  return /^[0-9a-f]{40,64}$/.test(origin.commit ?? '')
    ? { kind: 'git', oid: `${origin.commit}:${path}` }
    : 'the report names no commit'
}

const isBelow = (path: string, root: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)

/** With links followed; null where there is no such directory. */
const realDirectoryOf = (path: string): string | null => {
  try {
    return realpathSync(dirname(path))
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
