import { availableParallelism } from 'node:os'
import { ok, type Result } from '../../model/index.js'
import {
  type OwnSecretsRequest,
  type RequestError,
  runScan,
  type ScanRequest,
  type ScanTarget,
} from '../../pipeline/index.js'
import type { ReportValues } from '../delivery.js'
import { performAndReport } from '../finish.js'
import { homeOrNull } from '../home-directory.js'
import type { ExitCode, Host } from '../host.js'
import type { DETECTION_OPTIONS, Values } from '../options.js'
import type { ProgressLine } from '../progress.js'
import { warningMessage } from '../warning-message.js'
import { verifyRequest } from './verification.js'

type DetectionValues = Values<(typeof DETECTION_OPTIONS)[number]>

/** More threads than these wait for one disk. */
const MOST_THREADS = 16

/** What is to be scanned; opened when the outputs are known to be writable. */
type OpenTarget = () => ScanTarget | Promise<Result<ScanTarget, RequestError>>

/** What all commands that look for secrets do, once it is known in what. */
export const performScan = (
  values: DetectionValues & ReportValues,
  attribution: ScanRequest['attribution'],
  host: Host,
  openTarget: OpenTarget,
  ownSecrets: OwnSecretsRequest | null = null,
): Promise<ExitCode> => {
  const asked = values.verify === 'ask' ? 'verification' : 'nothing'
  return performAndReport(values, asked, host, async (progress) => {
    const opened = openTarget()
    const target = opened instanceof Promise ? await opened : ok(opened)
    if (!target.ok) return target
    return runScan({ ...scanRequest(values, target.value, attribution, host, progress), ownSecrets })
  })
}

const scanRequest = (
  values: DetectionValues,
  target: ScanTarget,
  attribution: ScanRequest['attribution'],
  host: Host,
  progress: ProgressLine,
): ScanRequest => ({
  cwd: host.cwd,
  target,
  onlyRules: values.rules.length === 0 ? null : values.rules,
  exceptRules: values['exclude-rules'],
  minConfidence: values['min-confidence'],
  maxFileSize: values['max-file-size'],
  archives: values['no-archives'],
  now: host.clock(),
  jobs: values.jobs ?? Math.min(MOST_THREADS, availableParallelism()),
  attribution,
  canaryAccounts: values['canary-accounts'],
  verify: values.verify === 'ask' ? verifyRequest(values, host.env) : null,
  report: values['only-verified'],
  onWarning: (warning) => {
    progress.erase()
    host.stderr.write(warningMessage(warning))
  },
  onProgress: progress.show,
})

/** Null where they are not looked for. */
export const ownSecretsOf = (choice: 'searched' | 'not-read', { env }: Host): OwnSecretsRequest | null =>
  choice === 'searched' ? { home: homeOrNull(), env } : null
