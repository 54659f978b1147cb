import type { Given } from './given.js'
import type { Host } from './host.js'

/** Options of `staged` that need no parser; anything else takes the way through yargs. */
const PLAIN = ['--whole-file', '--no-own-secrets', '--quiet', '--verbose', '--no-color', '--timings']

/**
 * The quick path of the hook: `staged` with plain switches, each at most once; null for any other command line, and
 * where a variable asks for anything: what that is, the long way says.
 */
export const plainStaged = (argv: readonly string[], env: Host['env']): Given | null => {
  const [command, ...switches] = argv
  if (Object.keys(env).some((name) => name.startsWith('KEYSIEVE_') && name !== 'KEYSIEVE_DEBUG')) return null
  const plain = switches.every((one) => PLAIN.includes(one)) && new Set(switches).size === switches.length
  if (command !== 'staged' || !plain) return null
  return Object.fromEntries(switches.map((one) => [one.slice('--'.length), ['true']]))
}
