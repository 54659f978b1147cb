import { ok, type Result } from '../../model/index.js'
import { keyScreen, lastUsedNext } from '../aws-key-screen.js'
import { type Given, readOptions, type UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { IAM_OPTIONS, type OptionName } from '../options.js'
import { print } from '../stdout.js'
import { actingFaults, keyArgument, openKeySession } from './aws-session.js'
import type { Command } from './command.js'

const options = ['with-leaked', 'canary-too', ...IAM_OPTIONS] as const satisfies readonly OptionName[]

const run = async (
  args: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readOptions(options, given, host.env)
  if (!read.ok) return read
  const values = read.value
  const possible = actingFaults(values)
  if (!possible.ok) return possible
  const id = keyArgument(args)
  if (!id.ok) return id
  const acting = values['with-leaked']
  const request = { accessKeyId: id.value, acting, canaries: values['canary-too'], intent: 'reads' } as const
  const session = await openKeySession(request, values, host)
  if (!session.ok) return ok(session.error)
  const { iam, report } = session.value
  iam.close()
  const actor = { acting, profile: values.profile ?? host.env.AWS_PROFILE ?? null }
  await print(host.stdout, [keyScreen(report, actor, host.clock()), lastUsedNext(report)])
  return ok(0)
}

export const awsLastUsedCommand: Command = {
  name: 'aws last-used',
  args: 'ID',
  describe: 'Ask IAM whose access key it is, and when and where it was used last',
  details:
    'Reads only. A use shows up after some minutes, sometimes hours; that it was never used means since April 2015.',
  options,
  examples: [{ line: 'keysieve aws last-used ID --profile admin', says: 'with a profile of yours' }],
  run,
}
