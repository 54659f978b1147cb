import { runStaged } from './commands/staged.js'
import type { Given } from './given.js'
import type { ExitCode, Host } from './host.js'
import { usageMessage } from './messages.js'

/**
 * `keysieve staged` without a parser. It is bundled into one file of its own, `dist/hook.cjs`, with all that the hook's
 * path needs: a hook that loads twenty small files waits longer for them than for its work.
 */
export const runHook = async (given: Given, host: Host): Promise<ExitCode> => {
  const outcome = await runStaged([], given, host)
  if (outcome.ok) return outcome.value
  for (const fault of outcome.error) host.stderr.write(usageMessage(fault, 'staged'))
  return 2
}
