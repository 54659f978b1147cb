import { ok, type Result } from '../../model/index.js'
import { deactivateKey } from '../../remote/index.js'
import {
  type Actor,
  alreadyInactive,
  deactivateDryRun,
  deactivated,
  deactivateQuestion,
  keyScreen,
} from '../aws-key-screen.js'
import { changeFaultMessage, declinedMessage, reportRefusalMessage } from '../aws-messages.js'
import { refused } from '../finish.js'
import { type Given, readOptions, type UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { IAM_OPTIONS, type OptionName, type Values } from '../options.js'
import { confirm } from '../prompt.js'
import { print } from '../stdout.js'
import { actingFaults, type KeySession, keyArgument, openKeySession } from './aws-session.js'
import type { Command } from './command.js'

const options = [
  'dry-run',
  'yes',
  'with-leaked',
  'canary-too',
  ...IAM_OPTIONS,
] as const satisfies readonly OptionName[]

type DeactivateValues = Values<(typeof options)[number]>

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
  const request = {
    accessKeyId: id.value,
    acting: values['with-leaked'],
    canaries: values['canary-too'],
    intent: values['dry-run'] === 'dry' ? 'reads' : values.yes === 'assumed' ? 'confirmed' : 'to-confirm',
  } as const
  const session = await openKeySession(request, values, host)
  if (!session.ok) return ok(session.error)
  try {
    return ok(await deactivate(session.value, values, host))
  } finally {
    session.value.iam.close()
  }
}

const deactivate = async (
  { iam, report }: KeySession,
  values: DeactivateValues,
  host: Host,
): Promise<ExitCode> => {
  const say = (text: string) => print(host.stdout, [text])
  const actor: Actor = {
    acting: values['with-leaked'],
    profile: values.profile ?? host.env.AWS_PROFILE ?? null,
  }
  await say(keyScreen(report, actor, host.clock()))
  const { accessKeyId, user } = report
  if (report.status === 'absent') {
    return refused(host, reportRefusalMessage({ kind: 'unknown-key', caller: report.caller }, accessKeyId))
  }
  if (report.status === 'inactive') {
    await say(alreadyInactive(report))
    return 0
  }
  if (values['dry-run'] === 'dry') {
    await say(deactivateDryRun())
    return 0
  }
  if (values.yes === 'asked' && (await confirm(host, deactivateQuestion())) === 'no')
    return refused(host, declinedMessage())
  const done = await deactivateKey(iam, { accessKeyId, user })
  if (!done.ok) {
    host.stderr.write(changeFaultMessage(done.error, accessKeyId))
    return 3
  }
  await say(deactivated(report, done.value))
  return 0
}

export const awsDeactivateCommand: Command = {
  name: 'aws deactivate',
  args: 'ID',
  describe: 'Switch a leaked access key off in IAM, after showing whose it is',
  details:
    'Asks who you are (GetCallerIdentity) and whose key it is (GetAccessKeyLastUsed, ListAccessKeys), then, when you say yes, sets it inactive (UpdateAccessKey). That can be undone; nothing is deleted.\n' +
    'Acts with your own credentials, never with ones found in a repository, unless --with-leaked says so.',
  options,
  examples: [
    { line: 'keysieve aws deactivate ID --dry-run', says: 'only look' },
    { line: 'keysieve aws deactivate ID --profile admin', says: 'with a profile of yours' },
    { line: 'keysieve aws deactivate ID --with-leaked', says: 'with the key itself' },
  ],
  run,
}
