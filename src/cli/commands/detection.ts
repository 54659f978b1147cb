import { availableParallelism } from 'node:os'
import type { ScanRequest, ScanTarget } from '../../pipeline/index.js'
import type { Host } from '../host.js'
import { warningMessage } from '../messages.js'
import type { DETECTION_OPTIONS, Values } from '../options.js'
import type { ProgressLine } from '../progress.js'

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
