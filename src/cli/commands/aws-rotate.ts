import { ok, type Result } from '../../model/index.js'
import { type RotationStep, rotationState, stepFault } from '../../remote/index.js'
import { keyScreen } from '../aws-key-screen.js'
import { keysUnlistedMessage, rootRotationMessage, stepFaultMessage } from '../aws-messages.js'
import { stepLine } from '../aws-rotate-screen.js'
import { refused } from '../finish.js'
import { type Given, readOptions, type UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { print } from '../stdout.js'
import { createStep } from './aws-rotate-create.js'
import { deactivateStep, deleteStep } from './aws-rotate-end.js'
import { ROTATE_OPTIONS, type RotateValues, type Rotation } from './aws-rotation.js'
import { type KeySession, keyArgument, openKeySession } from './aws-session.js'
import type { Command } from './command.js'

const run = async (
  args: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readOptions(ROTATE_OPTIONS, given, host.env)
  if (!read.ok) return read
  const values = read.value
  const id = keyArgument(args)
  if (!id.ok) return id
  const request = {
    accessKeyId: id.value,
    acting: 'own',
    canaries: 'refused',
    intent: values['dry-run'] === 'dry' ? 'reads' : values.yes === 'assumed' ? 'confirmed' : 'to-confirm',
  } as const
  const session = await openKeySession(request, values, host)
  if (!session.ok) return ok(session.error)
  try {
    return ok(await rotate(session.value, values, host))
  } finally {
    session.value.iam.close()
  }
}

/** One step a run: between two of them people have to do something. */
const rotate = async (session: KeySession, values: RotateValues, host: Host): Promise<ExitCode> => {
  const { report } = session
  const { accessKeyId, user, keys } = report
  const actor = { acting: 'own', profile: values.profile ?? host.env.AWS_PROFILE ?? null } as const
  await print(host.stdout, [keyScreen(report, actor, host.clock())])
  if (user === null) return refused(host, rootRotationMessage())
  if (keys === null) {
    host.stderr.write(keysUnlistedMessage(user))
    return 3
  }
  const state = rotationState(accessKeyId, keys)
  const others = keys.map((key) => key.accessKeyId).filter((other) => other !== accessKeyId)
  const step = values.step === 'next' ? nextOf(state.next) : values.step
  const fault = stepFault(step, state)
  if (fault !== null) return refused(host, stepFaultMessage(fault, accessKeyId, others))
  const replacement = 'replacement' in state ? state.replacement : null
  await print(host.stdout, [stepLine(step, user, replacement)])
  const rotation: Rotation = { ...session, user, replacement, values, host }
  return STEPS[step](rotation)
}

/** Where there is no next step, the fault of making a key says why. */
const nextOf = (next: ReturnType<typeof rotationState>['next']): RotationStep =>
  next === 'blocked' || next === 'nothing' ? 'create' : next

const STEPS: Readonly<Record<RotationStep, (rotation: Rotation) => Promise<ExitCode>>> = {
  create: createStep,
  deactivate: deactivateStep,
  delete: deleteStep,
}

export const awsRotateCommand: Command = {
  name: 'aws rotate',
  args: 'ID',
  describe: 'Replace an access key: make a new one, deactivate the old one, delete it',
  details:
    'Each run does the one step that is next, after you said yes, and tells what to do before the one after it. Where it stands is read from AWS, so it can be taken up again on any machine.\n' +
    'After a leak in public, deactivate first: keysieve aws deactivate ID.',
  options: ROTATE_OPTIONS,
  examples: [
    { line: 'keysieve aws rotate ID --dry-run', says: 'where it stands, and what is next' },
    { line: 'keysieve aws rotate ID --write-to ~/new-key', says: 'the new key goes to a file' },
    { line: 'keysieve aws rotate ID --step delete', says: 'the last step' },
  ],
  run,
}
