import { join, relative, sep } from 'node:path'
import { VERSION } from '../model/index.js'
import type { Outcome } from '../pipeline/index.js'
import { type Format, saysNothing } from '../report/format.js'
import type { RenderOptions } from '../report/index.js'
import type { ExitCode, Host } from './host.js'
import { outputMessage } from './messages.js'
import type { REPORT_OPTIONS, Values } from './options.js'
import { type OutputFile, writeOutput } from './output.js'
import { sourceLinks } from './source-links.js'
import { print } from './stdout.js'
import { colorsFor, widthOf } from './terminal.js'

export type ReportValues = Values<(typeof REPORT_OPTIONS)[number]>

/** Writes every report that was asked for. What breaks is told on standard error and makes a clean run exit with 3. */
export const deliver = async (
  outcome: Outcome,
  files: readonly OutputFile[],
  values: ReportValues,
  host: Host,
): Promise<'delivered' | 'broken'> => {
  const options = renderOptions(values.format, outcome, values, host)
  if (files.length === 0 && values.format === 'text' && saysNothing(outcome.result, options))
    return 'delivered'
  // Loaded after the scan: a hook's work should not wait for what tells of it.
  const { render } = await import('../report/index.js')
  let state: 'delivered' | 'broken' = 'delivered'
  for (const file of files) {
    const inFile = { ...renderOptions(file.format, outcome, values, host), colors: 'off' } as const
    const written = writeOutput(file, render(outcome.result, file.format, inFile))
    if (written.ok) continue
    host.stderr.write(outputMessage(written.error))
    state = 'broken'
  }
  const printed = await print(host.stdout, render(outcome.result, values.format, options))
  if (printed.end !== 'broke') return state
  host.stderr.write(outputMessage({ kind: 'broke', file: 'standard output', code: printed.code }))
  return 'broken'
}

/** A report at or above the threshold outranks a report that did not arrive: 1 before 3. */
export const exitCodeAfter = (delivery: 'delivered' | 'broken', code: ExitCode): ExitCode =>
  code === 0 && delivery === 'broken' ? 3 : code

/** Formats that tell when they were written, or have to. */
const DATED: readonly Format[] = ['text', 'html', 'gitlab']
/** Formats that are read in a browser. */
const LINKED: readonly Format[] = ['html', 'markdown']

const renderOptions = (
  format: Format,
  { root, result: { mode } }: Outcome,
  values: ReportValues,
  host: Host,
): RenderOptions => ({
  colors: colorsFor(values['no-color'], host.env, host.stdout),
  detail: values.quiet === 'on' ? 'quiet' : values.verbose === 'on' ? 'verbose' : 'normal',
  width: widthOf(host.stdout),
  version: VERSION,
  showPath: (path) => clickable(path, root, whereTheReaderIs(mode, root, host)),
  // Ages ("631 days ago") are for people; files that programs read stay equal from run to run, where they can.
  now: DATED.includes(format) ? new Date(host.clock()) : null,
  timings: values.timings,
  failOn: values['fail-on'],
  sourceUrl: LINKED.includes(format) ? sourceLinks(host.env) : undefined,
})

/** Git starts a hook at the top of the work tree, and says where in it the one who commits stands. */
const whereTheReaderIs = (mode: Outcome['result']['mode'], root: string, { cwd, env }: Host): string =>
  mode === 'staged' && env.GIT_PREFIX ? join(root, env.GIT_PREFIX) : cwd

/** The path as the reader's terminal resolves it, for a click and for a command that is copied. */
export const clickable = (path: string, root: string, cwd: string): string =>
  root === cwd ? path : relative(cwd, join(root, path)).split(sep).join('/')
