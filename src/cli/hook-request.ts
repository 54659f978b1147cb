import { realpathSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'
import type { HookRequest } from '../hook/index.js'
import type { Host } from './host.js'
import type { Values } from './options.js'

/** What `hook install`, `hook uninstall` and `hook status` have in common. */
export const hookRequest = (values: Partial<Values<'with' | 'global'>>, { cwd, env }: Host): HookRequest => ({
  cwd,
  program: { script: realpathSync(process.argv[1] ?? ''), nodeFolder: dirname(process.execPath) },
  path: (env.PATH ?? env.Path ?? '').split(delimiter),
  manager: values.with ?? null,
  reach: values.global === 'global' ? 'every-repository' : 'this-repository',
})
