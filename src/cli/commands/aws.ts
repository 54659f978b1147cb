import { awsAuditCommand } from './aws-audit.js'
import { awsDeactivateCommand } from './aws-deactivate.js'
import { awsInspectCommand } from './aws-inspect.js'
import { awsLastUsedCommand } from './aws-last-used.js'
import { awsRotateCommand } from './aws-rotate.js'
import type { Command } from './command.js'

/** `keysieve aws VERB`: what an operator does about a leaked key. */
export const AWS_COMMANDS: readonly Command[] = [
  awsInspectCommand,
  awsDeactivateCommand,
  awsLastUsedCommand,
  awsAuditCommand,
  awsRotateCommand,
]

/** `keysieve aws --help` */
export const awsHelp = (): string =>
  [
    'keysieve aws VERB [ID] [options]',
    '',
    'From a leaked access key to one that is gone. Each asks before it changes something.',
    '',
    ...AWS_COMMANDS.map(({ name, args, describe }) => `  ${`${name} ${args}`.padEnd(20)}${describe}`),
    '',
    'Options and examples of each:   keysieve aws deactivate --help',
    '',
  ].join('\n')
