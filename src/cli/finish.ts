import { err, type Result } from '../model/index.js'
import { exitCodeOf, type Outcome, type RequestError, ruleDescriptions } from '../pipeline/index.js'
import { deliver, exitCodeAfter, type ReportValues } from './delivery.js'
import { type Given, readOptions, type UsageFault } from './given.js'
import type { ExitCode, Host } from './host.js'
import { outputMessage, requestMessage } from './messages.js'
import type { OptionName, Values } from './options.js'
import { checkOutputs } from './output.js'
import { type ProgressLine, progressLine } from './progress.js'

type Perform = (progress: ProgressLine) => Promise<Result<Outcome, RequestError>>

/** What all commands that report have in common: outputs checked, work done, reports written, exit code. */
export const performAndReport = async (
  values: ReportValues,
  asked: 'verification' | 'nothing',
  host: Host,
  perform: Perform,
): Promise<ExitCode> => {
  const outputs = checkOutputs(values.output, host.cwd)
  if (!outputs.ok) return refused(host, outputMessage(outputs.error))
  const progress = progressLine(host)
  const performed = await perform(progress)
  progress.erase()
  if (!performed.ok) return refused(host, requestMessage(performed.error, ruleIds))
  const delivery = await deliver(performed.value, outputs.value, values, host)
  return exitCodeAfter(delivery, exitCodeOf(performed.value.result, values['fail-on'], asked))
}

const ruleIds = (): readonly string[] => ruleDescriptions().map(({ id }) => id)

/** Says why nothing was scanned. */
export const refused = (host: Host, message: string): ExitCode => {
  host.stderr.write(message)
  return 2
}

/** The options of a command that reports, each right by itself and none against another. */
export const readReportOptions = <N extends OptionName>(
  names: readonly N[],
  given: Given,
  env: Host['env'],
): Result<Values<N>, readonly UsageFault[]> => {
  const read = readOptions(names, given, env)
  if (!read.ok) return read
  const faults = contradictionsIn(read.value)
  return faults.length > 0 ? err(faults) : read
}

const contradictionsIn = (values: Partial<Values<OptionName>>): readonly UsageFault[] => {
  const faults: UsageFault[] = []
  if (values.quiet === 'on' && values.verbose === 'on') {
    faults.push({ kind: 'opposites', options: ['--quiet', '--verbose'] })
  }
  if (values['only-verified'] === 'verified' && values.verify === 'offline') {
    faults.push({ kind: 'needs-option', option: '--only-verified', needs: '--verify' })
  }
  if ((values.partitions?.length ?? 0) > 0 && values['sts-endpoint']) {
    faults.push({ kind: 'opposites', options: ['--partitions', '--sts-endpoint'] })
  }
  return faults
}
