import { HOOKS, uninstallHooks } from '../../hook/index.js'
import { err, ok, type Result } from '../../model/index.js'
import { refused } from '../finish.js'
import { type Given, readOptions, type UsageFault } from '../given.js'
import { hookMessage } from '../hook-messages.js'
import { pathsFrom, uninstalledText } from '../hook-report.js'
import { hookRequest } from '../hook-request.js'
import type { ExitCode, Host } from '../host.js'
import type { OptionName } from '../options.js'
import { print } from '../stdout.js'
import type { Command } from './command.js'

const options = ['hook', 'global', 'dry-run'] as const satisfies readonly OptionName[]

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
  const done = await uninstallHooks(hookRequest(values, host), values.hook ?? HOOKS, values['dry-run'])
  if (!done.ok) return ok(refused(host, hookMessage(done.error, show)))
  await print(host.stdout, [uninstalledText(done.value, show, values['dry-run'])])
  return ok(0)
}

export const hookUninstallCommand: Command = {
  name: 'hook uninstall',
  args: '',
  describe: 'Take the lines out again that "keysieve hook install" wrote',
  details:
    'Whoever runs the hooks; everything else in the files stays as it is, byte for byte. A file that held nothing else is removed.',
  options,
  examples: [
    { line: 'keysieve hook uninstall', says: 'all hooks' },
    { line: 'keysieve hook uninstall --hook pre-push', says: 'this one only' },
  ],
  run,
}
