import { availableParallelism } from 'node:os'
import type { OwnSecretsRequest, ScanRequest, ScanTarget } from '../../pipeline/index.js'
import { homeOrNull } from '../home-directory.js'
import type { Host } from '../host.js'
import type { DETECTION_OPTIONS, Values } from '../options.js'
import type { ProgressLine } from '../progress.js'
import { warningMessage } from '../warning-message.js'

type DetectionValues = Values<(typeof DETECTION_OPTIONS)[number]>

/** More threads than these wait for one disk. */
const MOST_THREADS = 16

/** What `scan` and `staged` ask of the pipeline alike. */
export const scanRequest = (
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
  verify:
    values.verify === 'ask'
      ? { stsEndpoint: values['sts-endpoint'], timeoutMs: values['verify-timeout'] }
      : null,
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
