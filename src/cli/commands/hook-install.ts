import { installHooks } from '../../hook/index.js'
import { err, ok, type Result } from '../../model/index.js'
import { refused } from '../finish.js'
import { type Given, readOptions, type UsageFault } from '../given.js'
import { hookMessage } from '../hook-messages.js'
import { installedText, pathsFrom } from '../hook-report.js'
import { hookRequest } from '../hook-request.js'
import type { ExitCode, Host } from '../host.js'
import type { OptionName } from '../options.js'
import { print } from '../stdout.js'
import type { Command } from './command.js'

const options = ['with', 'hook', 'global', 'dry-run'] as const satisfies readonly OptionName[]

const run = async (
  [extra]: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readOptions(options, given, host.env)
  if (!read.ok) return read
  if (extra !== undefined) return err([{ kind: 'extra-argument', argument: extra }])
  const values = read.value
  const show = pathsFrom(host.cwd)
  const installed = await installHooks(
    hookRequest(values, host),
    values.hook ?? ['pre-commit'],
    values['dry-run'],
  )
  if (!installed.ok) return ok(refused(host, hookMessage(installed.error, show)))
  const isLintStaged =
    values.with === 'lint-staged' || installed.value.setting.manifest.lintStaged === 'named'
  const told = installedText(installed.value, show, { writing: values['dry-run'], isLintStaged })
  await print(host.stdout, [told])
  return ok(0)
}

export const hookInstallCommand: Command = {
  name: 'hook install',
  args: '',
  describe: 'Let every commit here be looked at before it is made',
  details:
    'For plain git, husky, the pre-commit framework or lefthook, whichever the repository uses. What its hooks do today they still do: lines are added between marks, or you are told what to add by hand. Calling it again renews them.',
  options,
  examples: [
    { line: 'keysieve hook install', says: 'before commits' },
    { line: 'keysieve hook install --hook pre-commit,pre-push', says: 'before pushes, too' },
    { line: 'keysieve hook install --dry-run', says: 'what would be written, and where' },
    { line: 'keysieve hook install --with husky', says: 'where several are set up' },
  ],
  run,
}
