import type { Command } from './command.js'
import { hookInstallCommand } from './hook-install.js'
import { hookRunCommand } from './hook-run.js'
import { hookStatusCommand } from './hook-status.js'
import { hookUninstallCommand } from './hook-uninstall.js'

/** `keysieve hook VERB` */
export const HOOK_COMMANDS: readonly Command[] = [
  hookInstallCommand,
  hookUninstallCommand,
  hookStatusCommand,
  hookRunCommand,
]

/** `keysieve hook --help` */
export const hookHelp = (): string =>
  [
    'keysieve hook VERB [options]',
    '',
    'Commits and pushes that would bring in a secret are stopped before they are made.',
    '',
    ...HOOK_COMMANDS.map(({ name, describe }) => `  ${name.padEnd(18)}${describe}`),
    '',
    'Options and examples of each:   keysieve hook install --help',
    '',
  ].join('\n')
