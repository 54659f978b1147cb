import { resolve, sep } from 'node:path'
import type { Engine } from '../engine/index.js'
import type { Blob, Finding, Locator, Reader } from '../model/index.js'
import { blobFindings, type RuleOf } from './blob-findings.js'
import { scanBlob } from './blob-scan.js'

export interface RecoveryParts {
  readonly engine: Engine
  readonly reader: Reader
  readonly ruleOf: RuleOf
  /** Absolute path that the findings' paths are relative to. */
  readonly root: string
  /** The blob a finding was made from, where this run has seen it; otherwise it is looked up by the finding's path. */
  readonly blobOf?: (finding: Finding) => Blob | null
}

/**
 * Findings of an earlier report with their plain values: each blob is read and scanned again, and a finding is the same
 * when its fingerprint is. What is gone, changed, unreadable or came from standard input is returned as it was given.
 */
export const recover = async (
  findings: readonly Finding[],
  parts: RecoveryParts,
): Promise<readonly Finding[]> => {
  const scans = new Map<string, ReadonlyMap<string, Finding>>()
  const recovered: Finding[] = []
  for (const finding of findings) {
    const { path, origin } = finding
    const key = JSON.stringify([origin.kind, origin.commit, path])
    const known = scans.get(key) ?? (await findingsAt(finding, parts))
    scans.set(key, known)
    recovered.push(known.get(finding.fingerprint) ?? finding)
  }
  return recovered
}

const findingsAt = async (finding: Finding, parts: RecoveryParts): Promise<ReadonlyMap<string, Finding>> => {
  const blob = parts.blobOf?.(finding) ?? blobAt(finding, parts.root)
  if (blob === null) return new Map()
  const scanned = await scanBlob(parts.engine, parts.reader, blob, null)
  if (scanned.class !== 'scanned') return new Map()
  const { findings, suppressed } = await blobFindings(blob, scanned, parts.ruleOf)
  const all = [...findings.map((placed) => placed.finding), ...suppressed]
  return new Map(all.map((found) => [found.fingerprint, { ...found, suppressed: null }]))
}

const blobAt = (finding: Finding, root: string): Blob | null => {
  const locator = locatorOf(finding, root)
  return locator === null ? null : { path: finding.path, origin: finding.origin, locator }
}

/** Null for what can't be read again: standard input, a path out of the root, a name that git's syntax can't say. */
const locatorOf = ({ path, origin }: Finding, root: string): Locator | null => {
  const absolute = resolve(root, path)
  if (absolute !== root && !absolute.startsWith(root.endsWith(sep) ? root : root + sep)) return null
  switch (origin.kind) {
    case 'worktree':
      return { kind: 'file', path: absolute }
    case 'index':
      return path.includes('\n') ? null : { kind: 'git', oid: `:${path}` }
    case 'commit':
      return path.includes('\n') || !/^[0-9a-f]{40,64}$/.test(origin.commit ?? '')
        ? null
        : { kind: 'git', oid: `${origin.commit}:${path}` }
    case 'stdin':
      return null
  }
}
