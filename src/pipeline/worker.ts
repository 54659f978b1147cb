import { parentPort, workerData } from 'node:worker_threads'
import type { Finding } from '../model/index.js'
import { createReader } from '../sources/index.js'
import { type BatchParts, type BatchReport, scanBatch } from './batch-scan.js'
import { engineFor, ruleFinder } from './builtin-engine.js'
import { selectRules } from './rule-selection.js'
import { allRules, withOwnSecrets } from './run-rules.js'
import type { WorkerReply, WorkerSetup, WorkerTask } from './worker-messages.js'

/** Entry of a worker thread: it opens its own files with its own engine and answers batch for batch. */
const partsOf = ({
  cwd,
  gitDir,
  onlyRules,
  exceptRules,
  maxFileSize,
  archives,
  now,
  own,
}: WorkerSetup): BatchParts => {
  const selection = selectRules(allRules, onlyRules, exceptRules)
  if (!selection.ok) throw new RangeError('the main thread checks the rules before it starts a worker')
  const rules = withOwnSecrets(selection.value.rules, own)
  return {
    engine: engineFor(rules, own ?? []),
    reader: createReader({ cwd, gitDir }),
    ruleOf: ruleFinder(rules),
    isReported: selection.value.isReported,
    maxFileSize,
    archives,
    now,
  }
}

/** Private fields do not survive a structured clone, and a plain value must not travel. */
const withoutValues = (report: BatchReport): BatchReport => ({
  ...report,
  hits: report.hits.map(({ blob, findings, suppressed }) => ({
    blob,
    findings: findings.map((placed) => ({ ...placed, finding: valueless(placed.finding) })),
    suppressed: suppressed.map(valueless),
  })),
})

const valueless = (finding: Finding): Finding => ({ ...finding, values: {}, alternatives: [] })

const parts = partsOf(workerData)
/** Batches lie ready, but an engine does one blob at a time: each waits for the one before. */
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', ({ batch, blobs }: WorkerTask) => {
  last = last.then(async () => {
    const report = withoutValues(await scanBatch(parts, blobs))
    parentPort?.postMessage({ batch, report } satisfies WorkerReply)
  })
})
