import { statusOfHooks } from '../../hook/index.js'
import { err, ok, type Result } from '../../model/index.js'
import { refused } from '../finish.js'
import { type Given, readOptions, type UsageFault } from '../given.js'
import { hookMessage } from '../hook-messages.js'
import { pathsFrom, statusText } from '../hook-report.js'
import { hookRequest } from '../hook-request.js'
import type { ExitCode, Host } from '../host.js'
import type { OptionName } from '../options.js'
import { print } from '../stdout.js'
import type { Command } from './command.js'

const options = ['with'] as const satisfies readonly OptionName[]

const run = async (
  [extra]: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readOptions(options, given, host.env)
  if (!read.ok) return read
  if (extra !== undefined) return err([{ kind: 'extra-argument', argument: extra }])
  const show = pathsFrom(host.cwd)
  const status = await statusOfHooks(hookRequest(read.value, host))
  if (!status.ok) return ok(refused(host, hookMessage(status.error, show)))
  await print(host.stdout, [statusText(status.value, show)])
  const { states, missing } = status.value
  return ok(missing.length === 0 && states.some(({ state }) => state !== 'absent') ? 0 : 1)
}

export const hookStatusCommand: Command = {
  name: 'hook status',
  args: '',
  describe: 'Tell what runs keysieve in this repository, and what keeps it from running',
  details: 'Exit code 0: a hook runs it, and nothing is missing; 1: none does, or something is.',
  options,
  examples: [{ line: 'keysieve hook status', says: 'whoever runs the hooks' }],
  run,
}
