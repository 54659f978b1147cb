import { join } from 'node:path'
import { err, ok, type Result } from '../../model/index.js'
import { cacheDirectory } from '../cache-directory.js'
import { readReportOptions } from '../finish.js'
import type { Given, UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { DETECTION_OPTIONS, type OptionName, REPORT_OPTIONS } from '../options.js'
import type { Command } from './command.js'
import { performScan } from './detection.js'

const options = [
  'refs',
  'since',
  'reflog',
  'unreachable',
  'cache',
  ...DETECTION_OPTIONS,
  ...REPORT_OPTIONS,
] as const satisfies readonly OptionName[]

const run = async (
  [extra]: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readReportOptions(options, given, host.env)
  if (!read.ok) return read
  const values = read.value
  if (extra !== undefined) return err([{ kind: 'extra-argument', argument: extra }])
  const { refs, since, reflog, unreachable } = values
  const reach = unreachable === 'everything' ? unreachable : reflog
  const cache = values.cache === 'kept' ? historyCache(host) : null
  return ok(await performScan(values, 'none', host, () => ({ kind: 'history', refs, since, reach, cache })))
}

/** Null where a person has no cache directory: then nothing is kept. */
const historyCache = ({ env }: Host): string | null => {
  const directory = cacheDirectory(env)
  return directory === null ? null : join(directory, 'keysieve', 'history')
}

export const historyCommand: Command = {
  name: 'history',
  args: '',
  describe: 'Scan everything that any branch, tag, note or stash of this repository has ever held',
  details:
    'Each distinct version of a file is read once, and each secret is told once for each path, with the commit that brought it in, its author, and whether HEAD still holds it. Messages of commits and tags are read, too.\n' +
    'What is missing, as in a shallow or partial clone, is told, and the rest scanned (exit 3).',
  options,
  examples: [
    { line: 'keysieve history', says: 'all refs of the repository you are in' },
    { line: 'keysieve history --since 2024-01-31', says: 'commits from that day on' },
    { line: "keysieve history --refs 'main,release/*'", says: 'some branches' },
    { line: 'keysieve history --cache', says: 'the next time only what is new' },
    { line: 'keysieve history --verify', says: 'asks AWS whether the keys found still work' },
  ],
  run,
}
