import { err, ok, type Result } from '../../model/index.js'
import { type Audit, auditKeys } from '../../remote/index.js'
import { auditJson, auditText } from '../aws-audit-text.js'
import { faultMessage } from '../aws-messages.js'
import { type Given, readOptions, type UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { IAM_OPTIONS, type OptionName } from '../options.js'
import { print } from '../stdout.js'
import { textOrJson } from './aws-format.js'
import { openIam } from './aws-session.js'
import type { Command } from './command.js'

const options = ['older-than', 'format', ...IAM_OPTIONS] as const satisfies readonly OptionName[]

const run = async (
  [extra]: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readOptions(options, given, host.env)
  if (!read.ok) return read
  const values = read.value
  const format = textOrJson(values.format)
  if (!format.ok) return format
  if (extra !== undefined)
    return err([{ kind: 'extra-argument', argument: `<${extra.length} characters hidden>` }])
  const iam = openIam(values, { kind: 'own', profile: values.profile }, host)
  if (!iam.ok) return ok(iam.error)
  const audit = await auditKeys(iam.value, { olderThanDays: values['older-than'], now: host.clock() })
  iam.value.close()
  if (!audit.ok) {
    host.stderr.write(faultMessage(audit.error))
    return ok(audit.error.kind === 'no-credentials' ? 2 : 3)
  }
  const { end } = await print(host.stdout, [
    format.value === 'json' ? auditJson(audit.value) : auditText(audit.value),
  ])
  const code = exitCodeOf(audit.value)
  return ok(code === 0 && end === 'broke' ? 3 : code)
}

const exitCodeOf = ({ keys, unread }: Audit): ExitCode =>
  keys.some(({ overdue }) => overdue) ? 1 : unread.length > 0 ? 3 : 0

export const awsAuditCommand: Command = {
  name: 'aws audit',
  args: '',
  describe: "List an account's access keys, and mark active ones that are too old",
  details:
    'Exits with 1 when an active key is older than --older-than. Reads only: ListUsers, ListAccessKeys, GetAccessKeyLastUsed. Who may not list the users sees their own keys.\nFormats are text and json.',
  options,
  examples: [
    { line: 'keysieve aws audit --profile admin', says: 'active keys older than 90 days' },
    { line: 'keysieve aws audit --older-than 1y --format json', says: 'for a program' },
  ],
  run,
}
