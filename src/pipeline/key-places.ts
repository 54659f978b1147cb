import { compareText, type Finding, ok, type Result } from '../model/index.js'
import { ruleDescriptions } from './builtin-engine.js'
import type { RequestError } from './request.js'
import { runScan } from './scan.js'

/** Where a key stands in a working tree. */
export interface KeyPlaces {
  /** Absolute path that the paths are relative to. */
  readonly root: string
  /** The lines of its id and of its secret, in reading order, each once. */
  readonly places: readonly { readonly path: string; readonly line: number }[]
  /** Files that could not be looked into. */
  readonly unread: number
}

/** Scans the working tree around a directory for one access key id, allowed findings included. Offline. */
export const placesOfKey = async (
  cwd: string,
  accessKeyId: string,
  jobs: number,
): Promise<Result<KeyPlaces, RequestError>> => {
  const scanned = await runScan({
    cwd,
    target: { kind: 'tree', paths: [], include: [], exclude: [] },
    onlyRules: ruleDescriptions()
      .map(({ id }) => id)
      .filter((id) => id.startsWith('aws-')),
    exceptRules: [],
    minConfidence: 'low',
    maxFileSize: null,
    archives: 'opened',
    now: Date.now(),
    jobs,
    attribution: 'none',
    verify: null,
    report: 'all',
  })
  if (!scanned.ok) return scanned
  const { result, root } = scanned.value
  const all = [...result.findings, ...result.suppressed]
  const lines = all.filter(({ facts }) => facts.accessKeyId === accessKeyId).flatMap(linesOf)
  const distinct = new Map(lines.map((one) => [`${one.path}:${one.line}`, one]))
  return ok({
    root,
    places: [...distinct.values()].sort((a, b) => compareText(a.path, b.path) || a.line - b.line),
    unread: result.unread.length,
  })
}

const linesOf = ({ path, region, related }: Finding): KeyPlaces['places'] => [
  { path, line: region.startLine },
  ...related.map((one) => ({ path: one.path, line: one.startLine })),
]
