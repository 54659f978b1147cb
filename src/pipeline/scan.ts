import { type Finding, isAtLeastConfidence, ok, type Result } from '../model/index.js'
import { builtinRules } from '../rules/index.js'
import {
  type ChangeSource,
  createReader,
  openBytes,
  openStaged,
  openTree,
  type Source,
  type SourceError,
} from '../sources/index.js'
import { attributed } from './attribution.js'
import { describeRules, engineFor, ruleFinder } from './builtin-engine.js'
import type { Outcome, RequestError, ScanRequest } from './request.js'
import { selectRules } from './rule-selection.js'
import { ScanRun } from './scan-run.js'
import { StepClock } from './tally.js'
import { verified } from './verified.js'

/** One run, from the request to all that is to be reported. Errors are those found before the first byte was scanned. */
export const runScan = async (request: ScanRequest): Promise<Result<Outcome, RequestError>> => {
  const selection = selectRules(builtinRules, request.onlyRules, request.exceptRules)
  if (!selection.ok) return selection
  const clock = new StepClock()
  const opened = await clock.time('list', () => openTarget(request))
  if (!opened.ok) return opened
  const source = opened.value
  const { rules, isReported } = selection.value
  const reader = createReader({ cwd: source.root })
  const run = new ScanRun({ request, source, reader, engine: engineFor(rules), ruleOf: ruleFinder(rules) })
  try {
    await clock.time('scan', () => run.scanAll())
  } finally {
    await reader.close()
  }
  const kept = run.tally.findings.filter(
    (finding) => isReported(finding.ruleId) && isAtLeastConfidence(finding.confidence, request.minConfidence),
  )
  const { verify } = request
  const checked =
    verify === null
      ? kept
      : await clock.time('verify', () => verified(kept, { verify, onProgress: request.onProgress }))
  const reported = request.report === 'all' ? checked : checked.filter(isProvenLive)
  const told = await clock.time('blame', () => attributed(reported, run, request, source.root))
  const mode = request.target.kind === 'staged' ? 'staged' : 'scan'
  return ok({
    root: source.root,
    result: run.tally.result(mode, told, describeRules(rules), clock.timings()),
  })
}

const isProvenLive = ({ verification: { status } }: Finding): boolean =>
  status === 'active' || status === 'denied-but-valid'

const openTarget = ({ cwd, target }: ScanRequest): Promise<Result<Source | ChangeSource, SourceError>> => {
  switch (target.kind) {
    case 'tree':
      return openTree({ cwd, paths: target.paths, include: target.include, exclude: target.exclude })
    case 'staged':
      return openStaged({ cwd })
    case 'stdin':
      return Promise.resolve(ok(openBytes({ cwd, bytes: target.bytes, name: target.name })))
  }
}
