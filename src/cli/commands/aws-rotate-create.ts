import { availableParallelism } from 'node:os'
import { err, ok, type Result } from '../../model/index.js'
import { placesOfKey } from '../../pipeline/index.js'
import { credentialsFileText, type NewKey } from '../../remote/index.js'
import {
  createFaultMessage,
  declinedMessage,
  lostKeyMessage,
  newKeyFileMessage,
  noPlaceForKeyMessage,
} from '../aws-messages.js'
import {
  afterCreate,
  created,
  createQuestion,
  dryRun,
  placesText,
  showQuestion,
} from '../aws-rotate-screen.js'
import { row } from '../aws-words.js'
import { clickable } from '../delivery.js'
import { refused } from '../finish.js'
import type { ExitCode } from '../host.js'
import { checkNewKeyFile, type NewKeyFile, openNewKeyFile } from '../new-key-file.js'
import { confirm } from '../prompt.js'
import { print } from '../stdout.js'
import { askFirst, type Rotation } from './aws-rotation.js'

/** Makes the new key. Where its secret goes is settled before there is one. */
export const createStep = async (rotation: Rotation): Promise<ExitCode> => {
  const { iam, user, values, host } = rotation
  const target = await targetOf(rotation)
  if (!target.ok) return target.error
  if (values['dry-run'] === 'dry') {
    await print(host.stdout, [await places(rotation), dryRun(wouldCreate(user, target.value))])
    return 0
  }
  const refusal = await consent(rotation, target.value)
  if (refusal !== null) return refusal
  const file = target.value === null ? null : openNewKeyFile(target.value)
  if (file !== null && !file.ok) return refused(host, newKeyFileMessage(values['write-to'] ?? '', file.error))
  const made = await iam.createKey(user)
  if (!made.ok) {
    file?.value.discard()
    host.stderr.write(createFaultMessage(made.error, user))
    return 3
  }
  const handed = await handOver(rotation, made.value, file?.value ?? null)
  if (handed !== null) return handed
  await print(host.stdout, [await places(rotation), afterCreate(rotation.report.accessKeyId)])
  return 0
}

const wouldCreate = (user: string, target: string | null): string =>
  `make a new key for ${user} (iam:CreateAccessKey) and ${target === null ? 'ask whether to show it here' : 'write it to the file named'}`

/** The file for the new key, absolute; null: the terminal. */
const targetOf = async ({ values, host }: Rotation): Promise<Result<string | null, ExitCode>> => {
  const file = values['write-to']
  if (file !== null) {
    const checked = await checkNewKeyFile(file, host.cwd)
    return checked.ok ? checked : err(refused(host, newKeyFileMessage(file, checked.error)))
  }
  const canShow = values.yes === 'asked' && host.stdout.isTTY === true
  return canShow || values['dry-run'] === 'dry' ? ok(null) : err(refused(host, noPlaceForKeyMessage()))
}

/** Null where the key may be made. */
const consent = async (rotation: Rotation, target: string | null): Promise<ExitCode | null> => {
  const refusal = await askFirst(rotation, createQuestion(rotation.user))
  if (refusal !== null || target !== null) return refusal
  return (await confirm(rotation.host, showQuestion())) === 'yes'
    ? null
    : refused(rotation.host, declinedMessage())
}

/** Null where the secret arrived. A key whose secret is lost is of no use to anybody and is deleted again. */
const handOver = async (
  { iam, values, host }: Rotation,
  key: NewKey,
  file: NewKeyFile | null,
): Promise<ExitCode | null> => {
  const written = file === null ? ok(null) : file.write(credentialsFileText(key))
  if (written.ok) {
    const text = file === null ? credentialsFileText(key) : ''
    await print(host.stdout, [created(key, values['write-to']), text])
    return null
  }
  const undone = await iam.deleteKey({ user: key.user, accessKeyId: key.accessKeyId })
  host.stderr.write(lostKeyMessage(key.accessKeyId, written.error, undone.ok ? 'deleted' : 'left'))
  return 3
}

/** Where the old key stands below the current directory. */
const places = async ({ report, host }: Rotation): Promise<string> => {
  const found = await placesOfKey(host.cwd, report.accessKeyId, availableParallelism())
  if (!found.ok) return row('Replace', 'The files here could not be searched; see:  keysieve scan')
  const { root } = found.value
  return placesText(found.value, report.accessKeyId, (path) => clickable(path, root, host.cwd))
}
