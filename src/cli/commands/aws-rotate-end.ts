import { deactivateKey } from '../../remote/index.js'
import { changeFaultMessage } from '../aws-messages.js'
import {
  afterDeactivate,
  deactivateDoubts,
  deactivateQuestion,
  deleteDoubts,
  deleted,
  deleteQuestion,
  dryRun,
} from '../aws-rotate-screen.js'
import { row } from '../aws-words.js'
import type { ExitCode } from '../host.js'
import { print } from '../stdout.js'
import { askFirst, type Rotation } from './aws-rotation.js'

export const deactivateStep = async (rotation: Rotation): Promise<ExitCode> => {
  const { iam, report, user, replacement, values, host } = rotation
  const { accessKeyId } = report
  const say = (text: string) => print(host.stdout, [text])
  if (report.status === 'inactive') {
    await say(row('Done', 'The key is inactive already. Nothing was changed.') + afterDeactivate(report))
    return 0
  }
  await say(deactivateDoubts(report, replacement, host.clock()))
  if (values['dry-run'] === 'dry') {
    await say(dryRun('set the old key inactive (iam:UpdateAccessKey)'))
    return 0
  }
  const refusal = await askFirst(rotation, deactivateQuestion())
  if (refusal !== null) return refusal
  const done = await deactivateKey(iam, { user, accessKeyId })
  if (!done.ok) {
    host.stderr.write(changeFaultMessage(done.error, accessKeyId))
    return 3
  }
  await say(row('Done', 'The old key is inactive.') + afterDeactivate(report))
  return 0
}

export const deleteStep = async (rotation: Rotation): Promise<ExitCode> => {
  const { iam, report, user, values, host } = rotation
  const { accessKeyId } = report
  const say = (text: string) => print(host.stdout, [text])
  await say(deleteDoubts(report, host.clock()))
  if (values['dry-run'] === 'dry') {
    await say(dryRun('delete the old key (iam:DeleteAccessKey)'))
    return 0
  }
  const refusal = await askFirst(rotation, deleteQuestion())
  if (refusal !== null) return refusal
  const done = await iam.deleteKey({ user, accessKeyId })
  if (!done.ok) {
    host.stderr.write(changeFaultMessage(done.error, accessKeyId))
    return 3
  }
  await say(deleted(accessKeyId))
  return 0
}
