import { err, ok, type Result } from '../../model/index.js'
import type { ScanTarget } from '../../pipeline/index.js'
import { readReportOptions } from '../finish.js'
import type { Given, UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { waitingForInput } from '../messages.js'
import { DETECTION_OPTIONS, type OptionName, REPORT_OPTIONS, type Values } from '../options.js'
import { readInput } from '../stdin.js'
import type { Command } from './command.js'
import { ownSecretsOf, performScan } from './detection.js'

export const SCAN_OPTIONS = [
  'include',
  'exclude',
  'recurse-submodules',
  'stdin-name',
  'no-blame',
  'own-secrets',
  ...DETECTION_OPTIONS,
  ...REPORT_OPTIONS,
] as const satisfies readonly OptionName[]

const run = async (
  paths: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readReportOptions(SCAN_OPTIONS, given, host.env)
  if (!read.ok) return read
  const values = read.value
  if (paths.includes('-') && paths.length > 1) return err([{ kind: 'stdin-with-paths' }])
  const ownSecrets = ownSecretsOf(values['own-secrets'], host)
  const target = async () => ok(await targetOf(paths, values, host))
  return ok(await performScan(values, values['no-blame'], host, target, ownSecrets))
}

const targetOf = async (
  paths: readonly string[],
  values: Values<'include' | 'exclude' | 'recurse-submodules' | 'stdin-name'>,
  host: Host,
): Promise<ScanTarget> => {
  if (!paths.includes('-')) {
    const { include, exclude, 'recurse-submodules': submodules } = values
    return { kind: 'tree', paths, include, exclude, submodules }
  }
  if (host.stdin.isTTY === true) host.stderr.write(waitingForInput())
  return { kind: 'stdin', ...(await readInput(host.stdin)), name: values['stdin-name'] }
}

export const scanCommand: Command = {
  name: 'scan',
  args: '[paths..]',
  describe: 'Scan files: the current directory, the paths given, or standard input (-)',
  details:
    'In a git repository: tracked files, and untracked ones that git does not ignore. A path named here is scanned even if git ignores it.\n' +
    'A GLOB counts from the top of the repository, wherever you are in it; outside git from the current directory. Without a slash it means that name at any depth; a folder means all below it.',
  options: SCAN_OPTIONS,
  examples: [
    { line: 'keysieve scan', says: 'everything under the current directory' },
    { line: 'keysieve scan src .env', says: 'a directory and a file, ignored by git or not' },
    { line: 'kubectl get secret -o yaml | keysieve scan -', says: 'standard input' },
    { line: 'keysieve scan . --output sarif=keysieve.sarif', says: 'text here, SARIF in a file' },
    { line: "keysieve scan . --exclude '/test/**'", says: 'all but the folder test at the top' },
    { line: 'keysieve scan . --verify', says: 'asks AWS whether the keys found still work' },
  ],
  run,
}
