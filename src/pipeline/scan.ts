import type { Engine } from '../engine/index.js'
import { type Finding, isAtLeastConfidence, type OwnSecret, ok, type Result } from '../model/index.js'
import { OWN_SECRET, type RuleSet } from '../rules/index.js'
import { createReader, type Source } from '../sources/index.js'
import { attributed } from './attribution.js'
import { describeRules, engineFor, ruleFinder } from './builtin-engine.js'
import type { CleanBlobs } from './clean-blobs.js'
import { checkEndpoint } from './endpoint.js'
import { openOwnSecrets } from './own-secrets/own-secrets.js'
import type { RecoveryParts } from './recover.js'
import type { Outcome, RequestError, ScanRequest } from './request.js'
import { rulesOfRequest, withOwnSecrets } from './run-rules.js'
import { ScanRun } from './scan-run.js'
import { StepClock, type Tally } from './tally.js'
import { modeOf, openTarget } from './target.js'

/**
 * One run, from the request to all that is to be reported. Errors are those found before the first byte was scanned.
 * @param engineOf makes the engine of these rules, or gives one that is at hand and idle
 */
export const runScan = async (
  request: ScanRequest,
  engineOf: (rules: RuleSet, own?: readonly OwnSecret[]) => Engine = engineFor,
): Promise<Result<Outcome, RequestError>> => {
  const selection = rulesOfRequest(request)
  if (!selection.ok) return selection
  const endpoint = await checkEndpoint(request.verify)
  if (!endpoint.ok) return endpoint
  const clock = new StepClock()
  const opening = clock.time('list', () => openTarget(request))
  const { rules: selected, isReported } = selection.value
  const ownSecrets = isReported(OWN_SECRET) ? openOwnSecrets(request) : null
  const armedWith = (own: readonly OwnSecret[] | null) => {
    const rules = own === null ? selected : withOwnSecrets(selected, own)
    return { own, rules, engine: engineOf(rules, own ?? []) }
  }
  // While git answers: compiling rules and kernel takes about as long.
  const early = armedWith(ownSecrets?.atOnce ?? null)
  const opened = await opening
  if (!opened.ok) return opened
  const source = opened.value
  const all = ownSecrets === null ? null : await clock.time('own-secrets', () => ownSecrets.with(source))
  // Few have files of secrets that say more; for them it is made once more, which takes a fraction of the first time.
  const { own, rules, engine } = all === early.own ? early : armedWith(all)
  const reader = createReader({ cwd: source.root, gitDir: source.gitDir })
  const parts = {
    engine,
    reader,
    ruleOf: ruleFinder(rules),
    isReported,
    maxFileSize: request.maxFileSize,
    archives: request.archives,
    now: request.now,
  }
  const clean = await rememberedBy(request, source, rules)
  const run = new ScanRun({ ...parts, request, source, clean, own })
  try {
    await clock.time('scan', () => run.scanAll())
    const notKept = clean?.save() ?? null
    if (notKept !== null) request.onWarning?.({ kind: 'cache-not-kept', detail: notKept })
    const isSure = ({ confidence }: Finding): boolean =>
      isAtLeastConfidence(confidence, request.minConfidence)
    const kept = run.tally.findings.filter(
      (finding) => isReported(finding.ruleId) && (isSure(finding) || mayGain(finding)),
    )
    const suppressed = run.tally.suppressed.filter((finding) => isReported(finding.ruleId) && isSure(finding))
    const recovery = { ...parts, root: source.root, blobOf: (finding: Finding) => run.blobOf(finding) }
    const placed = await clock.time('attribute', () => inHistory(request, kept, run, source, recovery))
    const linked = (await linkedAcross(placed, request, run)).filter(isSure)
    const checked = await clock.time('verify', () => checkedBy(request, linked, recovery, run.tally))
    const reported = request.report === 'all' ? checked : provenLive(checked, run.tally)
    const told = await clock.time('blame', () => attributed(reported, run, request, source.root))
    const result = run.tally.result(
      modeOf(request.target),
      { findings: told, suppressed },
      describeRules(rules),
      clock.timings(),
    )
    return ok({ root: source.root, result })
  } finally {
    await reader.close()
  }
}

/** Halves in different files name each other. A hook that found nothing need not load what finds out. */
const linkedAcross = async (
  findings: readonly Finding[],
  { canaryAccounts = [], now: today }: ScanRequest,
  run: ScanRun,
): Promise<readonly Finding[]> => {
  if (findings.length === 0) return findings
  const [{ withPartners }, { withCanaryAccounts }] = await Promise.all([
    import('./partners.js'),
    import('./known-canaries.js'),
  ])
  const linked = withPartners(withCanaryAccounts(findings, canaryAccounts, today))
  for (const [index, finding] of findings.entries()) {
    const [now, blob] = [linked[index], run.blobOf(finding)]
    if (now !== undefined && now !== finding && blob !== null) run.remember(now, blob)
  }
  return linked
}

/** A half may be surer than it looks alone. */
const mayGain = ({ ruleId }: Finding): boolean => HALVES.includes(ruleId)
const HALVES = ['aws-secret-access-key', 'aws-session-token']

/** What other threads found comes without its values: those are read again, and only where they are asked for. */
const checkedBy = async (
  { verify, canaryAccounts, now, onProgress }: ScanRequest,
  findings: readonly Finding[],
  recovery: RecoveryParts,
  tally: Tally,
): Promise<readonly Finding[]> => {
  if (verify === null) return findings
  // Loaded where something is to be verified only.
  const [{ recover }, { verified }] = await Promise.all([import('./recover.js'), import('./verified.js')])
  const valueless = findings.filter(({ values }) => Object.keys(values).length === 0)
  const recovered = await recover(valueless, recovery)
  for (const item of recovered.unread) tally.leave(item)
  const again = new Map(valueless.map((finding, index) => [finding, recovered.findings[index]]))
  const whole = findings.map((finding) => {
    const found = again.get(finding)
    if (found === undefined) return finding
    const { values, alternatives, verification } = found
    return { ...finding, values, alternatives, verification }
  })
  return verified(whole, { verify, canaryAccounts, now, onProgress })
}

/** Contents that need not be scanned again, where that was asked for. */
const rememberedBy = async (
  { target, maxFileSize, archives, onWarning }: ScanRequest,
  { root, gitDir = root }: Source,
  rules: RuleSet,
): Promise<CleanBlobs | null> => {
  if (target.kind !== 'history' || target.cache === null) return null
  const { openCleanBlobs } = await import('./clean-blobs.js')
  const clean = openCleanBlobs({
    directory: target.cache,
    repository: gitDir,
    rules: { rules, maxFileSize, archives },
  })
  if (clean.problem !== null) onWarning?.({ kind: 'cache-dropped', detail: clean.problem })
  return clean
}

/** What is found in every version of a file is told once. */
const inHistory = async (
  { cwd, target }: ScanRequest,
  findings: readonly Finding[],
  run: ScanRun,
  source: Source,
  recovery: RecoveryParts,
): Promise<readonly Finding[]> => {
  if (target.kind !== 'history' || findings.length === 0) return findings
  const { introducedOnce } = await import('./history-findings.js')
  return introducedOnce(findings, run, source, { cwd, ...target }, recovery)
}

/** What may be live and is left out is told, so that nobody takes the rest for all there is. */
const provenLive = (findings: readonly Finding[], tally: Tally): readonly Finding[] => {
  for (const { path, verification } of findings)
    if (['unknown', 'unreachable'].includes(verification.status))
      tally.leave({ class: 'unread', path, reason: 'not-verified', detail: verification.detail ?? '' })
  return findings.filter(
    ({ verification: { status } }) => status === 'active' || status === 'denied-but-valid',
  )
}
