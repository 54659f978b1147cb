import { err, ok, type Result } from '../../model/index.js'
import { inspectAccessKeyId, type KeyInspection } from '../../remote/index.js'
import { inspectionText } from '../aws-inspection-text.js'
import { type Given, readOptions, type UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import type { OptionName } from '../options.js'
import { print } from '../stdout.js'
import { textOrJson } from './aws-format.js'
import type { Command } from './command.js'

const options = ['format'] as const satisfies readonly OptionName[]

const run = async (
  ids: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readOptions(options, given, host.env)
  if (!read.ok) return read
  const format = textOrJson(read.value.format)
  if (!format.ok) return format
  if (ids.length === 0) return err([{ kind: 'missing-argument', argument: 'The access key ID' }])
  const keys = ids.map((id) => shown(inspectAccessKeyId(id)))
  const text =
    format.value === 'json'
      ? `${JSON.stringify({ schema: 'keysieve/aws-inspect/v1', keys }, null, 2)}\n`
      : keys.map(inspectionText).join('\n')
  const { end } = await print(host.stdout, [text])
  return ok(end === 'broke' ? 3 : 0)
}

/** What is no id at all may be a secret that was pasted by mistake. */
const shown = (key: KeyInspection): KeyInspection =>
  key.defect === null ? key : { ...key, accessKeyId: `<${key.accessKeyId.length} characters hidden>` }

export const awsInspectCommand: Command = {
  name: 'aws inspect',
  args: 'ID..',
  describe: 'Tell what access key IDs say by themselves; nothing is asked',
  details:
    'Kind, account, canary or not, documentation example or not. An account in an ID is a hint, not a proof: anyone can make up an ID.\nFormats are text and json.',
  options,
  examples: [
    { line: 'keysieve aws inspect AKIAIOSFODNN7EXAMPLE', says: 'one ID, or several' },
    { line: 'keysieve aws inspect AKIAIOSFODNN7EXAMPLE --format json', says: 'for a program' },
  ],
  run,
}
